import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import type { StudentView, UpdateAnswer } from '../api/students.api.ts';
import { makeIdentityNumber } from '../identity/identity-number.ts';

const app = await testApplication();
const county = await anAuthority(app);
const school = await aSchool(app, { under: county });
const registrar = app.as(await anAccount(app, { at: school }));
const everything = { lo: '', hi: '~' };

const register = async (more = {}) => (await someStudents(app, { school, ...more }))[0]!;
const view = async (id: string) => (await registrar.get<StudentView>(`/api/students/${id}`)).body;
const change = (id: string, values: Record<string, string>, version = 1, caller = registrar) =>
  caller.patch<UpdateAnswer>(`/api/students/${id}/items`, { values, version });
const full = async (id: string, field: string) =>
  (await registrar.post<{ value: string }>(`/api/students/${id}/reveals`, { field, reason: '核对' })).body.value;
const itemOf = ({ groups, guardians }: StudentView, path: string) =>
  [...groups, ...guardians].flatMap(({ items }) => items).find((item) => item.path === path);
const trailOf = (id: string) =>
  app.db.read(everything, (tx) =>
    tx.sql
      .selectFrom('audit_events')
      .select(['detail'])
      .where('subject_id', '=', id)
      .where('action', '=', 'UPDATE_STUDENT')
      .orderBy('id')
      .execute(),
  );
/** Everything of a student that an update could touch, as it lies in the tables. */
const allOf = (id: string) =>
  app.db.read(everything, async (tx) => [
    await tx.sql.selectFrom('students').selectAll().where('id', '=', id).execute(),
    await tx.sql.selectFrom('guardians').selectAll().where('student_id', '=', id).execute(),
    await tx.sql.selectFrom('key_data').selectAll().where('student_id', '=', id).execute(),
    await tx.sql.selectFrom('duplicate_keys').selectAll().where('student_id', '=', id).orderBy('key_hash').execute(),
    await tx.sql.selectFrom('roster').selectAll().where('student_id', '=', id).execute(),
  ]);

test('what changed is kept, what nobody touched stays, and nobody else moves', async () => {
  const [id, bystander] = [await register(), await register()];
  const before = await allOf(bystander);
  const known = await view(id);
  const answer = await change(id, { phone: '139 1234 5512', onlyChild: '否', distanceToSchool: '2.5公里' });
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.body.findings, []);
  const after = answer.body.student!;
  assert.equal(after.version, 2);
  assert.equal(await full(id, 'phone'), '13912345512');
  assert.deepEqual([itemOf(after, 'onlyChild')?.value, itemOf(after, 'distanceToSchool')?.value], ['否', '2.5']);
  const untouched = (student: StudentView) =>
    student.groups
      .flatMap(({ items }) => items)
      .filter(({ path }) => !['phone', 'onlyChild', 'distanceToSchool'].includes(path));
  assert.deepEqual(untouched(after), untouched(known));
  assert.deepEqual(after.guardians, known.guardians);
  assert.deepEqual(await view(id), after);
  assert.deepEqual(await allOf(bystander), before);
});

test('key data, and what has its own place, are refused by name; nothing is written', async () => {
  const id = await register();
  const before = await allOf(id);
  for (const [values, words] of [
    [{ name: '李晨' }, '姓名不在此处改（关键数据，更正须办件）'],
    [{ identityNumber: '' }, '身份证件号不在此处改（关键数据，更正须办件）'],
    [{ phone: '13912345512', bornOn: '2020-03-01' }, '出生日期不在此处改（关键数据，更正须办件）'],
    [{ ethnicGroup: '03' }, '民族不在此处改（关键数据，更正须办件）'],
    [{ householdPlace: '411082' }, '户口所在地不在此处改（关键数据，更正须办件）'],
    [{ grade: '二年级' }, '年级不在此处改（随升级和异动办件）'],
    [{ photo: 'x.jpg' }, '照片不在此处改（在照片处更换）'],
  ] as const) {
    const answer = await change(id, values);
    assert.deepEqual([answer.code, answer.detail], ['NOT_ALLOWED', `您的岗位不能办理此事：${words}`]);
  }
  assert.equal((await change(id, { nickname: '小辰' })).code, 'BAD_INPUT');
  assert.equal((await change(id, { constructor: 'x' })).code, 'BAD_INPUT');
  assert.deepEqual(await allOf(id), before);
});

test('one red finding keeps everything from being written, and says where and how to mend it', async () => {
  const id = await register();
  const before = await allOf(id);
  const { body } = await change(id, { phone: '1391234551', postalCode: '461501' });
  assert.equal(body.student, null);
  assert.deepEqual(body.findings, [
    { field: 'phone', severity: 'red', sentence: '联系电话应为11位手机号，或带区号的固定电话。', remedy: '应为11位' },
  ]);
  assert.deepEqual(await allOf(id), before);
  assert.deepEqual(await trailOf(id), []);
});

test('a required item cannot be emptied, another can', async () => {
  const id = await register();
  const refused = await change(id, { birthplace: '' });
  assert.deepEqual(
    refused.body.findings.map(({ field, severity }) => [field, severity]),
    [['birthplace', 'red']],
  );
  const { body } = await change(id, { formerName: '', talents: ' ' });
  assert.deepEqual([itemOf(body.student!, 'formerName')?.value, itemOf(body.student!, 'talents')?.value], ['', '']);
});

test('an answer that makes others necessary is told at those others', async () => {
  const economy = Object.fromEntries(
    ['familySize', 'annualIncome', 'hardshipReason', 'subsistenceAllowance'].map((key) => [`economy.${key}`, '']),
  );
  const id = await register({ raw: { needsAid: '否', ...economy } });
  const refused = await change(id, { needsAid: '是' });
  assert.deepEqual(refused.body.findings.map(({ field }) => field).toSorted(), Object.keys(economy).toSorted());
  const filled = {
    needsAid: '是',
    'economy.familySize': '4',
    'economy.annualIncome': '2.4万',
    'economy.hardshipReason': '家庭成员病残',
    'economy.subsistenceAllowance': '否',
  };
  assert.equal((await change(id, filled)).body.student?.version, 2);
  assert.equal(await full(id, 'economy.annualIncome'), '24000');
});

test('an amber finding is told, and the change is kept', async () => {
  const id = await register();
  const { body } = await change(id, { leftBehind: '双亲留守儿童', migrantWorkerChild: '是' });
  assert.deepEqual(
    body.findings.map(({ severity }) => severity),
    ['amber'],
  );
  assert.equal(itemOf(body.student!, 'migrantWorkerChild')?.value, '是');
});

test('who saw an older version is told so, and nothing is lost of what the other wrote', async () => {
  const id = await register();
  await change(id, { talents: '围棋' });
  const late = await change(id, { talents: '游泳' });
  assert.deepEqual([late.status, late.code], [409, 'STALE']);
  assert.equal(itemOf(await view(id), 'talents')?.value, '围棋');
});

test('of two who save at once one wins and the other is told', async () => {
  const id = await register();
  const answers = await Promise.all([change(id, { talents: '围棋' }), change(id, { talents: '游泳' })]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
});

test('a second family member is added, changed and taken away; the first is never lost', async () => {
  const id = await register();
  const mother = {
    'guardians.1.name': '王秀兰',
    'guardians.1.relation': '母亲',
    'guardians.1.currentAddress': '河南省许昌市长葛市和尚桥镇大孙庄村12号',
    'guardians.1.householdPlace': '河南省许昌市长葛市',
    'guardians.1.phone': '13812342047',
    'guardians.1.isGuardian': '是',
  };
  const incomplete = await change(id, { ...mother, 'guardians.1.phone': '' });
  assert.deepEqual(
    incomplete.body.findings.map(({ field }) => field),
    ['guardians.1.phone'],
  );
  const added = (await change(id, mother)).body.student!;
  assert.deepEqual(
    added.guardians.map(({ name, relationWords }) => [name, relationWords]),
    [
      ['李**', '父亲'],
      ['王**', '母亲'],
    ],
  );
  const changed = (await change(id, { 'guardians.1.phone': '13812342048' }, 2)).body.student!;
  assert.equal(changed.guardians[1]?.phoneMasked, '138****2048');
  assert.equal(await full(id, 'guardians.1.name'), '王秀兰');
  const empty = Object.fromEntries(Object.keys(mother).map((path) => [path, '']));
  const left = (await change(id, empty, 3)).body.student!;
  assert.deepEqual(
    left.guardians.map(({ name }) => name),
    ['李**'],
  );
});

test('the last guardian cannot be taken away', async () => {
  const id = await register();
  const { body } = await change(id, { 'guardians.0.isGuardian': '否' });
  assert.deepEqual(
    body.findings.map(({ severity, sentence }) => [severity, sentence]),
    [['red', '至少须有一名家庭成员“是否监护人”填“是”。']],
  );
});

test('a guardian may not bear the number of the child', async () => {
  const id = await register();
  const { body } = await change(id, { 'guardians.0.identityNumber': await full(id, 'identityNumber') });
  assert.ok(body.findings.some(({ sentence }) => sentence === '监护人与学生的身份证件号相同。'));
  assert.equal(body.student, null);
});

test('the duplicate check finds a child by the guardian that it has now', async () => {
  const id = await register();
  const keys = () =>
    app.db.read(everything, (tx) =>
      tx.sql.selectFrom('duplicate_keys').selectAll().where('student_id', '=', id).orderBy('key_hash').execute(),
    );
  const before = await keys();
  const number = makeIdentityNumber({ area: '411082', bornOn: civilDate('1986-04-05'), sequence: 13 });
  await change(id, { 'guardians.0.identityNumber': number });
  const after = await keys();
  const kept = after.filter(({ key_hash }) => before.some((one) => one.key_hash.equals(key_hash)));
  assert.equal(after.length, before.length);
  assert.equal(kept.length, before.length - 1);
  await change(id, { 'guardians.0.workplace': '双洎河小学' }, 2);
  assert.deepEqual(await keys(), after);
});

test('the trail keeps before and after of what is not classified, of the rest only that it changed', async () => {
  const id = await register();
  await change(id, {
    talents: '游泳',
    homeAddress: '河南省许昌市长葛市和尚桥镇小辛庄村3号',
    'guardians.0.name': '李建军',
    'guardians.0.workplace': '长葛市中医院',
  });
  assert.deepEqual(await trailOf(id), [
    {
      detail: {
        changes: [
          { item: 'talents', before: '围棋', after: '游泳' },
          { item: 'homeAddress' },
          { item: 'guardians.0.name' },
          { item: 'guardians.0.workplace', before: '长葛市人民医院', after: '长葛市中医院' },
        ],
      },
    },
  ]);
});

test('only the registrar of the own school changes anything', async () => {
  const id = await register();
  const elsewhere = app.as(await anAccount(app, { at: await aSchool(app, { under: county }) }));
  assert.equal((await change(id, { talents: '游泳' }, 1, elsewhere)).code, 'NOT_FOUND');
  for (const account of [
    await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }),
    await anAccount(app, { at: school, role: 'CLASS_TEACHER' }),
    await anAccount(app, { at: county }),
  ]) {
    assert.equal((await change(id, { talents: '游泳' }, 1, app.as(account))).code, 'NOT_ALLOWED');
  }
  assert.equal((await view(id)).version, 1);
});
