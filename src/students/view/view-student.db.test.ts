import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, FAR_AWAY, writing } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { newId } from '../../kernel/ids.ts';
import type { Item, StudentView, Viewer } from '../api/students.api.ts';
import { LOOKS_A_DAY } from './daily-measure.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const county = await anAuthority(app);
const school = await aSchool(app, { under: county, name: '双洎河小学' });
const teacher = await anAccount(app, { at: school, role: 'CLASS_TEACHER', personName: '刘静怡' });
const group = await aClassGroup(app, { school, grade: 1, teacher });
const registrarAccount = await anAccount(app, { at: school, personName: '王敏' });
const registrar = app.as(registrarAccount);
const ADDRESS = '河南省许昌市长葛市和尚桥镇大孙庄村12号';

const register = async (more = {}) => {
  const [id] = await someStudents(app, {
    school,
    classGroup: group,
    seatNo: 18,
    name: '李沐辰',
    bornOn: '2020-02-27',
    ...more,
  });
  return id!;
};
const view = async (id: string, caller = registrar) => (await caller.get<StudentView>(`/api/students/${id}`)).body;
const reveal = (id: string, field: string, caller = registrar) =>
  caller.post<{ value: string }>(`/api/students/${id}/reveals`, { field, reason: '核对户口簿' });
const viewers = async (id: string, caller = registrar) =>
  (await caller.get<{ items: Viewer[] }>(`/api/students/${id}/viewers`)).body.items;
const itemsOf = ({ groups, guardians }: StudentView): Map<string, Item> =>
  new Map([...groups, ...guardians].flatMap(({ items }) => items.map((item) => [item.path, item])));

test('the head of the page says who, where and in which class group', async () => {
  const student = await view(await register());
  const { name, pinyin, age, stateWords, schoolName, gradeWords, classGroupName, seatNo, teacherName } = student;
  assert.deepEqual(
    { name, pinyin, age, stateWords, schoolName, gradeWords, classGroupName, seatNo, teacherName },
    {
      name: '李沐辰',
      pinyin: 'Lǐ Mùchén',
      age: 6,
      stateWords: '在读',
      schoolName: '双洎河小学',
      gradeWords: '一年级',
      classGroupName: '一(1)班',
      seatNo: 18,
      teacherName: '刘静怡',
    },
  );
  assert.deepEqual(student.openCases, []);
  assert.deepEqual(
    student.bands.map(({ kind, label, from }) => [kind, label, from]),
    [
      ['SCHOOL', '双洎河小学', '2026-09-01'],
      ['GRADE', '一年级', '2026-09-01'],
    ],
  );
});

test('the course goes with the child: the new school sees the earlier ones, the earlier ones no longer see the child', async () => {
  const earlier = await aSchool(app, { under: await anAuthority(app, { placeCode: FAR_AWAY }), name: '滦河小学' });
  const id = await register();
  await writing(app, (tx) =>
    tx.sql
      .insertInto('registrations')
      .values({
        student_id: id,
        id: newId(),
        school_id: earlier.id,
        path: earlier.path,
        county: earlier.county,
        stage: 'PRIMARY',
        grade: 1,
        intake_year: 2025,
        study_mode: '1',
        state: 'ENROLLED',
        begun_by: newId(),
        valid_from: '2025-09-01',
        valid_to: '2026-09-01',
      })
      .execute(),
  );
  const { bands } = await view(id);
  assert.deepEqual(
    bands.filter(({ kind }) => kind === 'SCHOOL').map(({ label, from }) => [label, from]),
    [
      ['滦河小学', '2025-09-01'],
      ['双洎河小学', '2026-09-01'],
    ],
  );
  const there = app.as(await anAccount(app, { at: earlier }));
  assert.equal((await there.get(`/api/students/${id}`)).code, 'NOT_FOUND');
});

test('a case that is open about the child says who holds it and until when', async () => {
  const id = await register();
  const caseId = newId();
  await writing(app, (tx) =>
    tx.sql
      .insertInto('worklist')
      .values({
        holder_county: county.county,
        case_id: caseId,
        subject_id: id,
        holder_id: county.id,
        holder_role: 'AUTHORITY_REGISTRAR',
        holder_path: county.path,
        origin_id: school.id,
        origin_path: school.path,
        number: '2026-0001',
        kind: 'TRANSFER',
        workflow: 'transfer',
        title: '李沐辰转学',
        school_name: school.name,
        state: 'SUBMITTED',
        started_on: '2026-09-14',
        due_on: '2026-09-24',
        updated_at: app.clock.now(),
      })
      .execute(),
  );
  assert.deepEqual((await view(id)).openCases, [
    { caseId, title: '李沐辰转学', holderName: county.shortName, dueOn: '2026-09-24' },
  ]);
});

test('no classified value leaves with the page, in whatever place', async () => {
  const id = await register();
  const answer = await registrar.get<StudentView>(`/api/students/${id}`);
  const items = itemsOf(answer.body);
  for (const item of items.values()) if (item.masked) assert.equal(item.raw, '', item.path);
  assert.equal(items.get('homeAddress')?.value, '河南省许昌市长葛市***');
  assert.equal(items.get('phone')?.value, '138****2046');
  assert.equal(items.get('health')?.value, '***');
  assert.equal(items.get('guardians.0.name')?.value, '李**');
  assert.equal(items.get('economy.annualIncome')?.value, '***');
  const full = await Promise.all(
    ['identityNumber', 'registrationNumber', 'guardians.0.identityNumber', 'guardians.0.name'].map((field) =>
      reveal(id, field),
    ),
  );
  for (const secret of [...full.map(({ body }) => body.value), '和尚桥镇', '13812342046', '健康或良好', 'family@']) {
    assert.ok(!answer.text.includes(secret), 'the answer holds a value that must be masked');
  }
});

test('items come in words, with what a form would send back and why some stay as they are', async () => {
  const items = itemsOf(await view(await register()));
  const { ethnicGroup, birthplace, onlyChild, name, grade, formerName } = Object.fromEntries(items);
  const BY_CASE = '关键数据，更正须办件';
  assert.deepEqual([ethnicGroup?.value, ethnicGroup?.raw, ethnicGroup?.fixed], ['汉族', '01', BY_CASE]);
  assert.deepEqual([birthplace?.value, birthplace?.raw, birthplace?.fixed], ['河南省许昌市长葛市', '411082', null]);
  assert.deepEqual([onlyChild?.value, onlyChild?.raw], ['是', '是']);
  assert.deepEqual([name?.value, name?.fixed], ['李沐辰', BY_CASE]);
  assert.deepEqual([grade?.value, grade?.fixed], ['一年级', '随升级和异动办件']);
  assert.equal(formerName?.value, '李晨');
});

test('a record is opened by its school, its class teacher and the authorities above, by nobody else', async () => {
  const id = await register();
  const outside = await aSchool(app, { under: county });
  const otherGroup = await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
  await aClassGroup(app, { school, grade: 1, ordinal: 2, teacher: otherGroup });
  for (const account of [
    teacher,
    await anAccount(app, { at: county }),
    await anAccount(app, { at: await anAuthority(app, { placeCode: '410000' }) }),
  ]) {
    assert.equal((await app.as(account).get(`/api/students/${id}`)).status, 200);
  }
  for (const account of [
    otherGroup,
    await anAccount(app, { at: outside }),
    await anAccount(app, { at: await anAuthority(app, { placeCode: FAR_AWAY }) }),
  ]) {
    const caller = app.as(account);
    for (const answer of [
      await caller.get(`/api/students/${id}`),
      await caller.get(`/api/students/${id}/viewers`),
      await caller.get(`/api/students/${id}/photo`),
      await reveal(id, 'phone', caller),
    ]) {
      assert.deepEqual([answer.status, answer.detail], [404, '没有找到此学生，或不在您的管理范围']);
    }
  }
  const absent = await registrar.get(`/api/students/${newId()}`);
  assert.equal(absent.detail, '没有找到此学生，或不在您的管理范围');
});

test('opening a record leaves its row, and those of other institutions are named by their surname', async () => {
  const id = await register();
  const officer = await anAccount(app, { at: county, personName: '胡志强' });
  await view(id);
  app.clock.advance(60_000);
  await view(id, app.as(officer));
  await reveal(id, 'guardians.0.phone', app.as(officer));
  const seenBySchool = await viewers(id);
  assert.deepEqual(
    seenBySchool.map(({ personName, did, about, reason }) => [personName, did, about, reason]),
    [
      ['胡**', '查看完整值', '成员1联系电话', '核对户口簿'],
      ['胡**', '查看学生', null, null],
      ['王敏', '查看学生', null, null],
    ],
  );
  assert.equal(seenBySchool[0]?.institutionName, county.shortName);
  assert.equal((await viewers(id, app.as(officer)))[2]?.personName, '王*');
});

test('a value is shown in full for a reason, and the trail keeps the reason but not the value', async () => {
  const id = await register();
  const { body } = await reveal(id, 'homeAddress');
  assert.equal(body.value, ADDRESS);
  assert.equal((await reveal(id, 'health')).body.value, '健康或良好');
  assert.equal((await reveal(id, 'guardians.0.name')).body.value, '李建国');
  assert.equal((await reveal(id, 'economy.annualIncome')).body.value, '24000');
  const masked = (await view(id)).numberMasked;
  const full = (await reveal(id, 'registrationNumber')).body.value;
  assert.deepEqual([full.slice(0, 5), full.slice(-4)], [masked.slice(0, 5), masked.slice(-4)]);
  const rows = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql
      .selectFrom('audit_events')
      .selectAll()
      .where('subject_id', '=', id)
      .where('action', '=', 'REVEAL_VALUE')
      .execute(),
  );
  assert.equal(rows.length, 5);
  assert.deepEqual(
    rows.map(({ reason }) => reason),
    Array(5).fill('核对户口簿'),
  );
  assert.ok(!JSON.stringify(rows).includes('大孙庄村') && !JSON.stringify(rows).includes(full));
});

test('nothing is shown without a reason, and only what is masked can be asked for', async () => {
  const id = await register();
  const short = await registrar.post(`/api/students/${id}/reveals`, { field: 'phone', reason: ' 1 ' });
  assert.equal(short.code, 'BAD_INPUT');
  for (const field of [
    'economy',
    'constructor',
    'guardians.9.phone',
    'guardians.1.phone',
    'name',
    'economy.constructor',
  ]) {
    assert.equal((await reveal(id, field)).code, 'NOT_FOUND', field);
  }
  assert.ok(
    (await viewers(id)).every(({ did }) => did !== '查看完整值'),
    'a refused wish is no look',
  );
});

test('one person sees sixty values a day; the next day and other persons begin anew', async () => {
  app.clock.set('2026-09-18T09:00:00+08:00');
  const id = await register();
  const busy = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));
  for (let count = 0; count < LOOKS_A_DAY; count++) assert.equal((await reveal(id, 'phone', busy)).status, 200);
  const refused = await reveal(id, 'phone', busy);
  assert.deepEqual([refused.status, refused.code], [429, 'TOO_MANY']);
  assert.equal((await reveal(id, 'phone')).status, 200);
  app.clock.set('2026-09-18T23:59:59+08:00');
  assert.equal((await reveal(id, 'phone', busy)).status, 429);
  app.clock.set('2026-09-19T00:00:01+08:00');
  assert.equal((await reveal(id, 'phone', busy)).status, 200);
});

test('a student without a document has a J number and no identity number to show', async () => {
  const id = await register({ name: '孙无证', identityType: 'Z' });
  const student = await view(id);
  assert.equal(student.identityMasked, '');
  assert.match(student.numberMasked, /^J4110/);
  assert.equal((await reveal(id, 'identityNumber')).code, 'NOT_FOUND');
});
