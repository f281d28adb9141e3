/** 机构: the tree, who may found and change what, and what the law hangs on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import {
  aCentreSchool,
  aClassGroup,
  anAccount,
  anAuthority,
  aSchool,
  NEXT_DOOR,
  type TestAccount,
} from '../../../tests/builders.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { getSupervision } from './institution.store.ts';
import type { DirectoryRow, InstitutionView } from './institutions.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const county = await anAuthority(app);
const city = await anAuthority(app, { placeCode: '411000' });
const nextDoor = await anAuthority(app, { placeCode: NEXT_DOOR });
const officer = await anAccount(app, { at: county });
const cityOfficer = await anAccount(app, { at: city });
const stranger = await anAccount(app, { at: nextDoor });

let serial = 900_000;
const aWish = (change: Record<string, unknown> = {}) => ({
  code: `2141${++serial}`,
  name: '长葛市新区实验小学',
  shortName: '新区实小',
  schoolType: 'PRIMARY',
  ownership: 'PUBLIC',
  upperId: county.id,
  ...change,
});
const found = (by: TestAccount, wish: object) => app.as(by).post<{ id: string }>('/api/institutions/schools', wish);
const view = async (by: TestAccount, id: string) =>
  (await app.as(by).get<InstitutionView>(`/api/institutions/${id}`)).body;
const supervisedBy = (schoolId: string, stage: Stage, day: string) =>
  app.db.read(NODE_SCOPE, (tx) => getSupervision(tx, schoolId, stage, civilDate(day)));

test('a school is founded with a code that fits, and lacks its people until they are named', async () => {
  const made = await found(officer, aWish());
  assert.equal(made.status, 200, made.detail);
  const school = await view(officer, made.body.id);
  assert.equal(school.typeWords, '小学');
  assert.deepEqual(school.years, { PRIMARY: 6 });
  assert.deepEqual(
    school.above.map(({ name }) => name),
    ['教育部', '河南省教育厅', '许昌市教育局', '长葛市教育局'],
  );
  assert.deepEqual(
    school.supervisions.map(({ stageWords, authority }) => [stageWords, authority.name]),
    [['小学', '长葛市教育局']],
  );
  assert.match(school.lacks.join('；'), /没有学籍管理员，不能开始入学注册.*未登记校长/);
});

test('a code says the kind of school and the province; one that does not fit is refused with what it should be', async () => {
  const fault = async (change: Record<string, unknown>) => (await found(officer, aWish(change))).detail ?? '';
  assert.match(await fault({ code: '214100001' }), /应为10位数字，现为9位/);
  assert.match(await fault({ code: '21410000AB' }), /应为10位数字，现有非数字/);
  assert.match(await fault({ code: '3141000001' }), /此办学类型应为21，现为31/);
  assert.match(await fault({ code: '2151000001' }), /所在地应为41，现为51/);
  for (const [schoolType, category] of Object.entries({
    NINE_YEAR: '31',
    SENIOR: '34',
    COMPLETE_SECONDARY: '34',
    SPECIALIZED: '37',
    SPECIAL: '51',
  })) {
    const made = await found(officer, aWish({ schoolType, code: `${category}41${++serial}` }));
    assert.equal(made.status, 200, `${schoolType}: ${made.detail}`);
  }
});

test('a code that was given once is never given again', async () => {
  const wish = aWish();
  assert.equal((await found(officer, wish)).status, 200);
  const again = await found(officer, { ...wish, name: '另一所小学' });
  assert.match(again.detail ?? '', /已用于长葛市新区实验小学/);
});

test('stages must fit the type; a special school may choose', async () => {
  const fault = async (change: Record<string, unknown>) => (await found(officer, aWish(change))).detail ?? '';
  assert.match(await fault({ stages: ['PRIMARY', 'JUNIOR'] }), /小学的学段应为小学/);
  const nine = { schoolType: 'NINE_YEAR', code: `3141${++serial}` };
  assert.match(await fault({ ...nine, stages: ['PRIMARY'] }), /九年一贯制学校的学段应为小学、初中/);
  const special = await found(officer, aWish({ schoolType: 'SPECIAL', code: `5141${++serial}`, stages: ['PRIMARY'] }));
  assert.deepEqual((await view(officer, special.body.id)).stages, ['PRIMARY']);
});

test('five and four years need the province’s paper (SC-5.1)', async () => {
  const wish = { schoolType: 'NINE_YEAR', code: `3141${++serial}`, years: { PRIMARY: 5, JUNIOR: 4 } };
  const refused = await found(officer, aWish(wish));
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail ?? '', /小学5年、初中4年不是六三三学制，须有省级同意的文号/);
  const made = await found(officer, aWish({ ...wish, provincialConsent: '教基二〔2026〕18号' }));
  const school = await view(officer, made.body.id);
  assert.deepEqual([school.years, school.provincialConsent], [{ PRIMARY: 5, JUNIOR: 4 }, '教基二〔2026〕18号']);
});

test('a county founds nothing for its neighbour, and a school nothing at all', async () => {
  assert.equal((await found(stranger, aWish())).code, 'NOT_FOUND');
  const registrar = await anAccount(app, { at: await aSchool(app) });
  assert.equal((await found(registrar, aWish())).code, 'NOT_ALLOWED');
  assert.match((await found(officer, aWish({ placeCode: NEXT_DOOR }))).detail ?? '', /所在地不在长葛市教育局的辖区/);
});

test('a school directly run by the city lies in a county that does not see it', async () => {
  const wish = aWish({ upperId: city.id, placeCode: '411082', schoolType: 'SENIOR', code: `3441${++serial}` });
  const made = await found(cityOfficer, wish);
  assert.equal(made.status, 200, made.detail);
  assert.equal((await supervisedBy(made.body.id, 'SENIOR', '2026-09-17')).authorityId, city.id);
  const seen = await view(officer, made.body.id);
  assert.deepEqual([seen.inScope, seen.offices, seen.lacks], [false, [], []]);
  assert.equal((await view(cityOfficer, made.body.id)).inScope, true);
});

test('the city takes over a stage from a day on; the day before, the county decided', async () => {
  const school = await aSchool(app, { schoolType: 'COMPLETE_SECONDARY' });
  const address = `/api/institutions/${school.id}/supervisions`;
  const wish = { stage: 'SENIOR', authorityId: city.id, reviewerId: county.id, from: '2026-10-01' };
  const byCounty = await app.as(officer).post(address, wish);
  assert.equal(byCounty.code, 'NOT_ALLOWED', 'the county cannot give work to the city');
  assert.equal((await app.as(cityOfficer).post(address, wish)).status, 200);
  assert.deepEqual(await supervisedBy(school.id, 'SENIOR', '2026-09-30'), { authorityId: county.id, reviewerId: null });
  assert.deepEqual(await supervisedBy(school.id, 'SENIOR', '2026-10-01'), {
    authorityId: city.id,
    reviewerId: county.id,
  });
  assert.equal((await supervisedBy(school.id, 'JUNIOR', '2026-10-01')).authorityId, county.id, 'the other stage stays');
  const earlier = await app.as(cityOfficer).post(address, { ...wish, from: '2026-09-20' });
  assert.match(earlier.detail ?? '', /更晚生效/);
  const foreign = await app.as(cityOfficer).post(address, { ...wish, authorityId: nextDoor.id, from: '2026-11-01' });
  assert.match(foreign.detail ?? '', /须是.*所属的教育行政部门/);
});

test('a school keeps its own form; name, stages and years are the authority’s', async () => {
  const school = await aSchool(app, { schoolType: 'NINE_YEAR' });
  const bystander = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const update = (id: string, body: object) => app.as(registrar).patch(`/api/institutions/${id}/profile`, body);
  const items = { address: '长葛市人民路12号', postalCode: '461500', phone: '0374-6112233' };
  assert.deepEqual((await update(school.id, { items })).body, { changed: ['地址', '办公电话', '邮政编码'] });
  assert.match((await update(school.id, { items })).detail ?? '', /与原来相同/);
  assert.match((await update(school.id, { items: { postalCode: '4615' } })).detail ?? '', /邮政编码须是6位数字/);
  assert.equal((await update(bystander.id, { items })).code, 'NOT_FOUND');
  const seen = await view(registrar, school.id);
  assert.equal(seen.profile.find(({ item }) => item === 'address')?.value, '长葛市人民路12号');
  assert.deepEqual((await update(school.id, { items: { phone: '' } })).body, { changed: ['办公电话'] });

  const schooling = `/api/institutions/${school.id}/schooling`;
  const renaming = { name: '长葛市第九学校', reason: '更名' };
  assert.equal((await app.as(registrar).patch(schooling, renaming)).code, 'NOT_ALLOWED');
  assert.deepEqual((await app.as(officer).patch(schooling, renaming)).body, { changed: ['名称'] });
  const renamed = await view(registrar, school.id);
  assert.deepEqual([renamed.name, renamed.code], ['长葛市第九学校', school.code], 'a new name keeps the code');
  assert.match(
    (await app.as(officer).patch(schooling, { schoolType: 'PRIMARY', reason: '改制' })).detail ?? '',
    /须换用新的学校标识码/,
  );
  assert.equal((await view(officer, bystander.id)).name, bystander.name);
});

test('a stage that comes is decided on at once; a school with class groups changes by a case only', async () => {
  const school = await aSchool(app, { schoolType: 'JUNIOR' });
  const address = `/api/institutions/${school.id}/schooling`;
  const grown = await app
    .as(officer)
    .patch(address, { schoolType: 'NINE_YEAR', stages: ['PRIMARY', 'JUNIOR'], reason: '扩办' });
  assert.equal(grown.status, 200, grown.detail);
  assert.equal((await supervisedBy(school.id, 'PRIMARY', '2026-09-17')).authorityId, county.id);
  const special = await aSchool(app, { schoolType: 'SPECIAL', stages: ['PRIMARY', 'JUNIOR'] });
  await aClassGroup(app, { school: special, grade: 7 });
  const change = (body: object) => app.as(officer).patch(`/api/institutions/${special.id}/schooling`, body);
  const less = await change({ stages: ['PRIMARY'], reason: '调整' });
  assert.deepEqual([less.code, /请在“学校变动”中拟定/.test(less.detail ?? '')], ['CONFLICT', true]);
  assert.match((await change({ name: '长葛市启智学校', reason: '更名' })).detail ?? '', /请在“学校变动”中拟定/);
  const same = { name: special.name, stages: special.stages, ownership: 'PRIVATE', reason: '改制' };
  assert.deepEqual((await change(same)).body, { changed: ['办学性质'] }, 'what a case is not needed for');
});

test('campuses come and go with their school’s scope', async () => {
  const school = await aSchool(app);
  const registrar = await anAccount(app, { at: school });
  const add = () =>
    app
      .as(registrar)
      .post<{ id: string }>(`/api/institutions/${school.id}/campuses`, { name: '东校区', address: '建设路' });
  const made = await add();
  assert.match((await add()).detail ?? '', /已有校区“东校区”/);
  assert.deepEqual(
    (await view(officer, school.id)).campuses.map(({ name }) => name),
    ['东校区'],
  );
  assert.equal((await app.as(stranger).post(`/api/campuses/${made.body.id}/end`)).code, 'NOT_FOUND');
  assert.equal((await app.as(registrar).post(`/api/campuses/${made.body.id}/end`)).status, 200);
  assert.deepEqual((await view(officer, school.id)).campuses, []);
});

test('the directory is open to all, goes level by level, and finds by name and by the beginning of a code', async () => {
  const school = await aSchool(app, { name: '长葛市梅花小学' });
  const teacher = await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
  const list = async (query: string) =>
    (await app.as(teacher).get<{ items: DirectoryRow[]; next: string | null }>(`/api/institutions?${query}`)).body;
  const below = await list(`upper=${city.id}`);
  assert.ok(below.items.some(({ name }) => name === '长葛市教育局'));
  assert.ok(below.items.every(({ upperId }) => upperId === city.id));
  assert.ok((below.items.find(({ id }) => id === county.id)?.belowCount ?? 0) > 0);
  assert.deepEqual(
    (await list(`search=${encodeURIComponent('梅花')}`)).items.map(({ id }) => id),
    [school.id],
  );
  assert.deepEqual(
    (await list(`search=${school.code}`)).items.map(({ id }) => id),
    [school.id],
  );
  assert.deepEqual((await list(`search=${encodeURIComponent('%')}`)).items, []);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await list(`under=${county.id}&limit=5${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    seen.push(...page.items.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(
    seen,
    (await list(`under=${county.id}&limit=200`)).items.map(({ id }) => id),
  );
});

test('the city founds a county under its code, the county a centre school under which schools are founded', async () => {
  const xiangcheng = { placeCode: '411025', name: '襄城县教育体育局', shortName: '襄城县教体局' };
  assert.equal((await app.as(officer).post('/api/institutions/authorities', xiangcheng)).code, 'NOT_ALLOWED');
  const made = await app.as(cityOfficer).post<{ id: string }>('/api/institutions/authorities', xiangcheng);
  assert.equal(made.status, 200, made.detail);
  assert.equal((await view(cityOfficer, made.body.id)).placeName, '襄城县');
  assert.match(
    (await app.as(cityOfficer).post('/api/institutions/authorities', xiangcheng)).detail ?? '',
    /已在目录中/,
  );
  const elsewhere = { ...xiangcheng, placeCode: '130283' };
  assert.equal((await app.as(cityOfficer).post('/api/institutions/authorities', elsewhere)).code, 'NOT_ALLOWED');
  const nowhere = { ...xiangcheng, placeCode: '411099' };
  assert.match(
    (await app.as(cityOfficer).post('/api/institutions/authorities', nowhere)).detail ?? '',
    /不在国家标准代码中/,
  );

  const township = { name: '和尚桥镇中心校', shortName: '和尚桥中心校' };
  const centre = await app.as(officer).post<{ id: string }>('/api/institutions/centre-schools', township);
  assert.equal(centre.status, 200, centre.detail);
  const under = await found(officer, aWish({ upperId: centre.body.id }));
  const school = await view(officer, under.body.id);
  assert.deepEqual(
    school.above.slice(-2).map(({ name }) => name),
    ['长葛市教育局', '和尚桥镇中心校'],
  );
  assert.equal(school.supervisions[0]?.authority.name, '长葛市教育局', 'a centre school decides on nothing');
});

test('the nation stands under nobody', async () => {
  const nation = await anAuthority(app, { placeCode: '000000' });
  const seen = await view(cityOfficer, nation.id);
  assert.deepEqual([seen.above, seen.levelWords, seen.inScope], [[], '国家', false]);
});

test('a centre school sees its schools and not those beside it', async () => {
  const centre = await aCentreSchool(app, { under: county });
  const registrar = await anAccount(app, { at: centre });
  const own = await aSchool(app, { under: centre });
  const beside = await aSchool(app);
  assert.equal((await view(registrar, own.id)).inScope, true);
  assert.equal((await view(registrar, beside.id)).inScope, false);
});
