import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, FAR_AWAY, NEXT_DOOR } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import type { ListFilters, StudentPage, StudentView } from '../api/students.api.ts';
import { makeIdentityNumber } from '../identity/identity-number.ts';

const app = await testApplication();
const county = await anAuthority(app);
const school = await aSchool(app, { under: county, name: '双洎河小学' });
const sister = await aSchool(app, { under: county, name: '葛天路小学' });
const nextDoor = await aSchool(app, { under: await anAuthority(app, { placeCode: NEXT_DOOR }), name: '药城小学' });
const farAway = await aSchool(app, { under: await anAuthority(app, { placeCode: FAR_AWAY }), name: '滦河小学' });
const one = await aClassGroup(app, { school, grade: 1, ordinal: 1 });
const two = await aClassGroup(app, { school, grade: 1, ordinal: 2 });
const registrar = app.as(await anAccount(app, { at: school }));
const officer = app.as(await anAccount(app, { at: county }));

await someStudents(
  app,
  { school, classGroup: two, seatNo: 1, name: '李沐辰' },
  { school, classGroup: one, seatNo: 2, name: '李沐阳' },
  { school, classGroup: one, seatNo: 1, name: '张雨桐' },
  { school, name: '王无班', state: 'ON_LEAVE' },
  { school: sister, name: '李思远' },
  { school: nextDoor, name: '李邻县' },
  { school: farAway, name: '李远方' },
);

type Caller = typeof registrar;
const search = async (caller: Caller, query: Record<string, string>) => {
  const answer = await caller.get<StudentPage>(`/api/students?${new URLSearchParams(query)}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
};
const names = async (caller: Caller, query: Record<string, string> = {}) =>
  (await search(caller, query)).items.map(({ name }) => name);

test('a school sees its own students in the order of its book: class group, seat, then who has none', async () => {
  const { items, total } = await search(registrar, {});
  assert.deepEqual(
    items.map(({ name, classGroupName, seatNo }) => [name, classGroupName, seatNo]),
    [
      ['张雨桐', '一(1)班', 1],
      ['李沐阳', '一(1)班', 2],
      ['李沐辰', '一(2)班', 1],
      ['王无班', null, null],
    ],
  );
  assert.equal(total, 4);
});

test('a list is masked throughout', async () => {
  const [first] = (await search(registrar, {})).items;
  assert.match(first!.identityMasked, /^4110\*{10}\d{3}[\dX]$/);
  assert.match(first!.numberMasked, /^L4110\*{10}\d{4}$/);
});

test('a name is found by its beginning, by pinyin and by initials, with what it counts', async () => {
  assert.deepEqual(await names(registrar, { q: '李沐' }), ['李沐辰', '李沐阳'].toSorted());
  assert.deepEqual(await names(registrar, { q: 'Zhang Yu' }), ['张雨桐']);
  assert.deepEqual(await names(registrar, { q: 'lmc' }), ['李沐辰']);
  assert.deepEqual(await names(registrar, { q: '沐辰' }), []);
  assert.equal((await search(officer, { q: '李' })).total, 3);
});

test('a student is found by registration number, by identity number and by its last four characters', async () => {
  const [id] = await someStudents(app, { school, name: '赵号码', number: 'G', bornOn: '2019-12-03' });
  const view = await registrar.get<StudentView>(`/api/students/${id}`);
  const full = await registrar.post<{ value: string }>(`/api/students/${id}/reveals`, {
    field: 'identityNumber',
    reason: '核对证件',
  });
  const number = full.body.value;
  assert.equal(view.body.identityMasked.slice(-4), number.slice(-4));
  assert.deepEqual(await names(registrar, { q: number }), ['赵号码']);
  assert.deepEqual(await names(registrar, { q: `g${number.toLowerCase()}` }), ['赵号码']);
  assert.deepEqual(await names(registrar, { q: number.slice(-4) }), ['赵号码']);
});

test('a number that nobody here holds finds nobody, whether somebody elsewhere holds it or not', async () => {
  const nobody = makeIdentityNumber({ area: '411082', bornOn: civilDate('2001-01-01'), sequence: 7 });
  const [away] = await someStudents(app, { school: farAway, name: '钱外省', number: 'G', bornOn: '2018-05-06' });
  const there = app.as(await anAccount(app, { at: farAway }));
  const { body } = await there.post<{ value: string }>(`/api/students/${away}/reveals`, {
    field: 'registrationNumber',
    reason: '核对学籍',
  });
  assert.deepEqual(await names(there, { q: body.value }), ['钱外省']);
  for (const q of [nobody, body.value, body.value.slice(1)])
    assert.deepEqual(await search(registrar, { q }), {
      items: [],
      previous: null,
      next: null,
      total: 0,
    });
});

test('a county sees its schools one after another, and can narrow to one, a grade, a class group, a state', async () => {
  const all = await names(officer);
  assert.ok(all.includes('李思远') && all.includes('张雨桐') && !all.includes('李邻县') && !all.includes('李远方'));
  const schools = (await search(officer, {})).items.map(({ schoolName }) => schoolName);
  assert.deepEqual(
    schools,
    schools.toSorted((a, b) => Number(a === '葛天路小学') - Number(b === '葛天路小学')),
  );
  assert.deepEqual(await names(officer, { schoolId: sister.id }), ['李思远']);
  assert.deepEqual(await names(officer, { classGroupId: two.id }), ['李沐辰']);
  assert.deepEqual(await names(officer, { state: 'ON_LEAVE' }), ['王无班']);
  assert.deepEqual(await names(officer, { grade: '2' }), []);
  assert.equal((await search(officer, { schoolId: sister.id })).total, 1);
});

test('a school cannot reach into another by naming it', async () => {
  assert.ok(!(await names(registrar, { schoolId: sister.id })).includes('李思远'));
  assert.deepEqual(await names(registrar, { county: FAR_AWAY }), []);
  assert.deepEqual(await names(officer, { county: NEXT_DOOR }), []);
  assert.deepEqual(await names(officer, { schoolId: nextDoor.id }), []);
});

test('a city sees across its counties and counts only inside one; a province too; another province sees nobody', async () => {
  const city = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '411000' }) }));
  const province = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '410000' }) }));
  for (const caller of [city, province]) {
    const found = await search(caller, { q: '李' });
    assert.deepEqual(
      found.items.map(({ name }) => name).toSorted(),
      ['李思远', '李沐辰', '李沐阳', '李邻县'].toSorted(),
    );
    assert.equal(found.total, null);
    assert.deepEqual((await search(caller, { county: NEXT_DOOR })).total, 1);
  }
  const other = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '130000' }) }));
  assert.deepEqual(await names(other, { q: '李' }), ['李远方']);
});

test('a class teacher sees the own class groups and no other, however asked', async () => {
  const teacher = await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
  const group = await aClassGroup(app, { school, grade: 1, ordinal: 3, teacher });
  await someStudents(app, { school, classGroup: group, name: '孙三班' });
  const caller = app.as(teacher);
  assert.deepEqual(await names(caller), ['孙三班']);
  assert.deepEqual(await names(caller, { q: '李' }), []);
  assert.deepEqual(await names(caller, { classGroupId: one.id }), []);
  assert.equal((await search(caller, {})).total, 1);
  const { body } = await caller.get<ListFilters>('/api/students/filters');
  assert.deepEqual(
    body.classGroups.map(({ words }) => words),
    ['一(3)班'],
  );
});

test('a teacher without a class group sees nobody', async () => {
  const caller = app.as(await anAccount(app, { at: school, role: 'CLASS_TEACHER' }));
  assert.deepEqual(await names(caller), []);
});

test('the nation has no business with personal data', async () => {
  const nation = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '000000' }) }));
  assert.equal((await nation.get('/api/students')).code, 'NOT_ALLOWED');
});

test('what a list can be narrowed by follows what was chosen', async () => {
  const own = (await registrar.get<ListFilters>('/api/students/filters')).body;
  assert.deepEqual([own.counties, own.schools], [[], []]);
  assert.deepEqual(
    own.grades.map(({ words }) => words),
    ['一年级'],
  );
  const ofCounty = (await officer.get<ListFilters>(`/api/students/filters?schoolId=${school.id}`)).body;
  assert.deepEqual(
    ofCounty.schools.map(({ words }) => words),
    ['双洎河小学', '葛天路小学'],
  );
  assert.deepEqual(
    ofCounty.classGroups.slice(0, 2).map(({ words, grade }) => [words, grade]),
    [
      ['一(1)班', '1'],
      ['一(2)班', '1'],
    ],
  );
  const city = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '411000' }) }));
  const ofCity = (await city.get<ListFilters>('/api/students/filters')).body;
  assert.deepEqual(
    ofCity.counties.map(({ words }) => words),
    ['禹州市', '长葛市'],
  );
  assert.deepEqual(ofCity.schools, []);
  const chosen = (await city.get<ListFilters>('/api/students/filters?county=411081')).body;
  assert.deepEqual(
    chosen.schools.map(({ words }) => words),
    ['药城小学'],
  );
  assert.deepEqual((await city.get<ListFilters>(`/api/students/filters?county=${FAR_AWAY}`)).body.schools, []);
});
