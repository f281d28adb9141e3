/** 关键数据变更: old and new are approved by school and authority before the record changes; the number stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../tests/application.ts';
import { anAccount, anAuthority, aSchool, nextNumber } from '../../tests/builders.ts';
import { someStudents } from '../../tests/students.ts';
import type { CaseView } from '../cases/cases.api.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { civilDate } from '../kernel/civil-date.ts';
import { LOOKS_A_DAY, makeIdentityNumber, readRecord } from '../students/index.ts';
import { rebuildRoster } from '../students/search/rebuild-roster.ts';
import type { Outcome } from './key-data.api.ts';
import type { KeyDataChangeData } from './key-data-change.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const PAPERS = ['HOUSEHOLD_REGISTER', 'COPY'];
const REASON = '户口簿已更名';

async function aPlace(placeCode: string) {
  const county = await anAuthority(app, { placeCode });
  const school = await aSchool(app, { under: county });
  const person = async (at: typeof county, role: 'SCHOOL' | 'AUTHORITY', rank: 'REGISTRAR' | 'LEADER') =>
    app.as(await anAccount(app, { at, role: `${role}_${rank}` as const }));
  return {
    county,
    school,
    registrar: await person(school, 'SCHOOL', 'REGISTRAR'),
    leader: await person(school, 'SCHOOL', 'LEADER'),
    officer: await person(county, 'AUTHORITY', 'REGISTRAR'),
    chief: await person(county, 'AUTHORITY', 'LEADER'),
  };
}
type Place = Awaited<ReturnType<typeof aPlace>>;

const changge = await aPlace('411082');
const wuhou = await aPlace('510107');
const shanxi = await aPlace('140105');

const child = async ({ school }: Place, more = {}) => (await someStudents(app, { school, ...more }))[0]!;
const apply = (place: Place, studentId: string, values: Record<string, string>, more = {}) =>
  place.registrar.post<Outcome>('/api/key-data-changes', {
    studentId,
    values,
    papers: PAPERS,
    reason: REASON,
    ...more,
  });
const act = (by: Place['chief'], caseId: string, action: string, opinion = '经核对') =>
  by.post(`/api/cases/${caseId}/acts`, { action, opinion });
const viewOf = async (place: Place, caseId: string) => (await place.officer.get<CaseView>(`/api/cases/${caseId}`)).body;

/** Up to the signature of the authority's leader, which is the last one. */
async function toLastSignature(place: Place, studentId: string, values: Record<string, string>): Promise<string> {
  const opened = await apply(place, studentId, values);
  assert.equal(opened.status, 200, opened.detail);
  const { caseId, findings } = opened.body;
  assert.ok(caseId, findings.map(({ sentence }) => sentence).join());
  assert.equal((await act(place.leader, caseId, 'SUBMIT')).status, 200);
  const proposed = await act(place.officer, caseId, 'APPROVE');
  assert.equal(proposed.status, 200, proposed.detail);
  return caseId;
}

const recordOf = (id: string) => app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, id));
/** Everything of a student that such a change could touch, as it lies in the tables. */
const allOf = (id: string) =>
  app.db.read(NODE_SCOPE, async (tx) => [
    await tx.sql.selectFrom('students').selectAll().where('id', '=', id).execute(),
    await tx.sql.selectFrom('key_data').selectAll().where('student_id', '=', id).orderBy('version').execute(),
    await tx.sql.selectFrom('numbers').selectAll().where('student_id', '=', id).execute(),
    await tx.sql.selectFrom('identities').selectAll().where('student_id', '=', id).execute(),
    await tx.sql.selectFrom('duplicate_keys').selectAll().where('student_id', '=', id).orderBy('key_hash').execute(),
    await tx.sql.selectFrom('roster').selectAll().where('student_id', '=', id).execute(),
  ]);
const numberBornOn = (bornOn: string, gender: string, area = '411082') => {
  const sequence = 100 + 2 * (nextNumber() % 400) + (gender === '1' ? 1 : 0);
  return makeIdentityNumber({ area, bornOn: civilDate(bornOn), sequence });
};

test('a new birthday with the household register, approved by school and authority, becomes the record; the number stays', async () => {
  const [id, bystander] = [await child(wuhou), await child(wuhou)];
  const untouched = await allOf(bystander);
  const { record, numbers } = await recordOf(id);
  const identityNumber = numberBornOn('2020-03-15', record.gender!, '510107');
  const caseId = await toLastSignature(wuhou, id, { bornOn: '2020-03-15', identityNumber });
  assert.equal((await recordOf(id)).record.bornOn, '2020-02-27', 'nothing changes before the last signature');
  const { findings } = await viewOf(wuhou, caseId);
  assert.ok(findings.some(({ sentence, chip }) => /学籍号不变/.test(sentence) && chip === '国家·第五条'));
  const signed = await act(wuhou.chief, caseId, 'APPROVE');
  assert.equal(signed.status, 200, signed.detail);

  const after = await recordOf(id);
  assert.deepEqual([after.record.bornOn, after.record.identityNumber], ['2020-03-15', identityNumber]);
  assert.deepEqual(after.numbers, numbers, 'no number is ever recomputed');
  assert.deepEqual(
    after.keyData.map(({ version, born_on, valid_from, valid_to }) => [version, born_on, valid_from, valid_to]),
    [
      [1, '2020-02-27', '2026-09-01', '2026-09-17'],
      [2, '2020-03-15', '2026-09-17', null],
    ],
  );
  const found = await wuhou.registrar.get<{ items: { studentId: string }[] }>(`/api/students?q=${identityNumber}`);
  assert.deepEqual(
    found.body.items.map((one) => one.studentId),
    [id],
    'search finds the new number',
  );
  assert.deepEqual(await allOf(bystander), untouched);
});

test('the number that was given up is free for the child whose it is', async () => {
  const [wrong, owner] = [await child(changge), await child(changge)];
  const { record } = await recordOf(wrong);
  const mine = record.identityNumber!;
  const caseId = await toLastSignature(changge, wrong, { identityNumber: numberBornOn('2020-02-27', record.gender!) });
  assert.equal((await act(changge.chief, caseId, 'APPROVE')).status, 200);
  const gender = mine.charCodeAt(16) % 2 === 1 ? '1' : '2';
  const second = await toLastSignature(changge, owner, { identityNumber: mine, gender });
  assert.equal((await act(changge.chief, second, 'APPROVE')).status, 200);
  assert.equal((await recordOf(owner)).record.identityNumber, mine);
});

test('a lawful rename keeps the former name, in the record, in the course and in the list', async () => {
  const id = await child(changge, { name: '李沐辰' });
  const caseId = await toLastSignature(changge, id, { name: '王沐辰', ethnicGroup: '回族' });
  assert.equal((await viewOf(changge, caseId)).title, '李沐辰 姓名、民族');
  await act(changge.chief, caseId, 'APPROVE');
  const { record } = await recordOf(id);
  assert.deepEqual([record.name, record.formerName, record.ethnicGroup], ['王沐辰', '李沐辰', '03']);
  assert.match(record.namePinyin!, /^Wáng/);
  const { body } = await changge.registrar.get<{ name: string; marks: { title: string; note: string }[] }>(
    `/api/students/${id}`,
  );
  const mark = body.marks.find(({ title }) => title === '关键数据变更');
  assert.deepEqual([body.name, mark?.note], ['王沐辰', '李沐辰→王沐辰']);
  const list = await changge.registrar.get<{ items: { name: string }[] }>('/api/students?q=王沐辰');
  assert.deepEqual(
    list.body.items.map(({ name }) => name),
    ['王沐辰'],
  );
});

test('without household register or other proof, or without its copy, nothing is opened', async () => {
  for (const place of [changge, wuhou, shanxi]) {
    const id = await child(place);
    const before = await allOf(id);
    const without = await apply(place, id, { name: '王一诺' }, { papers: [] });
    assert.equal(without.code, 'LAW_REFUSES', place.county.name);
    assert.match(without.detail!, /变更关键数据须有居民户口簿或其他证明文件/);
    const uncopied = await apply(place, id, { name: '王一诺' }, { papers: ['HOUSEHOLD_REGISTER'] });
    assert.match(uncopied.detail!, /须附证明的复印件/);
    assert.deepEqual(await allOf(id), before);
  }
});

test('a name, an ethnic group or a household place changed by hand in Shanxi is refused', async () => {
  const id = await child(shanxi);
  for (const values of [{ name: '王一诺' }, { ethnicGroup: '03' }, { householdPlace: '140105' }]) {
    const answer = await shanxi.registrar.patch(`/api/students/${id}/items`, { values, version: 1 });
    assert.equal(answer.code, 'NOT_ALLOWED');
    assert.match(answer.detail!, /关键数据，更正须办件/);
  }
});

test('a number that belongs to neither birthday nor gender is told at its item, and no case is opened', async () => {
  const id = await child(changge);
  const { record } = await recordOf(id);
  const { body, status } = await apply(changge, id, { identityNumber: numberBornOn('2019-01-05', record.gender!) });
  assert.deepEqual([status, body.caseId], [200, null]);
  assert.deepEqual(
    body.findings.map(({ field, severity }) => [field, severity]),
    [['identityNumber', 'red']],
  );
  assert.match((await apply(changge, id, { name: record.name! })).detail!, /没有要变更的项目/);
  assert.match((await apply(changge, id, { phone: '13800000000' })).detail!, /不是关键数据/);
});

test('a number that another child holds is refused with the way out, at the opening and again at the end', async () => {
  const [id, rival] = [await child(changge), await child(wuhou, { name: '赵同号' })];
  const { record } = await recordOf(id);
  const { identityNumber, gender } = (await recordOf(rival)).record;
  const held = await apply(changge, id, { identityNumber: identityNumber!, gender: gender! });
  assert.equal(held.code, 'LAW_REFUSES');
  assert.match(held.detail!, /已由武侯区一名学生使用.*问题学籍/);

  // Free when it was applied for, taken when it is to be signed.
  const wanted = numberBornOn('2020-02-27', record.gender!);
  const caseId = await toLastSignature(changge, id, { identityNumber: wanted });
  const third = await child(wuhou, { name: '孙先到' });
  const taken = await toLastSignature(wuhou, third, { identityNumber: wanted, gender: record.gender!, name: '孙已到' });
  assert.equal((await act(wuhou.chief, taken, 'APPROVE')).status, 200);
  const before = await allOf(id);
  const late = await act(changge.chief, caseId, 'APPROVE');
  assert.equal(late.code, 'LAW_REFUSES');
  assert.deepEqual(await allOf(id), before);
});

test('two changes to one number at once: one is written, the other refused, and neither child is without its number', async () => {
  const children = [await child(changge, { name: '周一一' }), await child(wuhou, { name: '吴二二' })];
  const wanted = numberBornOn('2020-02-27', '1');
  const cases = [
    await toLastSignature(changge, children[0]!, { identityNumber: wanted, gender: '1' }),
    await toLastSignature(wuhou, children[1]!, { identityNumber: wanted, gender: '1' }),
  ];
  const answers = await Promise.all([act(changge.chief, cases[0]!, 'APPROVE'), act(wuhou.chief, cases[1]!, 'APPROVE')]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422]);
  const numbers = await Promise.all(children.map(async (id) => (await recordOf(id)).record.identityNumber));
  assert.equal(numbers.filter((number) => number === wanted).length, 1);
  for (const id of children) assert.equal((await allOf(id))[3]!.length, 1, 'one identity each');
});

test('one open case at a time; the school may take it back, and who is of another school finds nobody', async () => {
  const id = await child(changge);
  const { body } = await apply(changge, id, { name: '王一诺' });
  assert.equal((await apply(changge, id, { name: '王二诺' })).code, 'CASE_OPEN');
  assert.equal((await apply(wuhou, id, { name: '王二诺' })).status, 404);
  const reveal = `/api/key-data-changes/${body.caseId}/reveals`;
  assert.equal((await changge.officer.post(reveal, { reason: '核对' })).status, 404, 'no number is to change');
  const withdrawn = await act(changge.registrar, body.caseId!, 'RETRACT');
  assert.equal(withdrawn.status, 200, withdrawn.detail);
  assert.equal((await act(changge.registrar, body.caseId!, 'WITHDRAW')).status, 200);
  assert.equal((await apply(changge, id, { name: '王二诺' })).status, 200);
});

test('returned for mending, other values are handed in; the new number is shown to the parties for a reason only', async () => {
  const id = await child(changge);
  const { record } = await recordOf(id);
  const identityNumber = numberBornOn('2020-02-27', record.gender!);
  const { body } = await apply(changge, id, { name: '王一诺', identityNumber });
  const caseId = body.caseId!;
  await act(changge.leader, caseId, 'SUBMIT');
  const path = `/api/key-data-changes/${caseId}`;
  const mended = { values: { name: '王一诺', ethnicGroup: '03' }, papers: PAPERS, reason: REASON, keepNumber: true };
  assert.equal((await changge.registrar.put(path, mended)).status, 403, 'not while the authority has it');
  await act(changge.officer, caseId, 'RETURN', '民族一并核对');
  assert.equal((await changge.registrar.put(path, mended)).status, 200);
  const view = await viewOf(changge, caseId);
  const data = view.data as unknown as KeyDataChangeData;
  assert.deepEqual(
    data.items.map(({ label }) => label),
    ['姓名', '民族', '身份证件号'],
  );
  assert.ok(!JSON.stringify(view).includes(identityNumber));
  const shown = await changge.officer.post<{ value: string }>(`${path}/reveals`, { reason: '核对户口簿' });
  assert.equal(shown.body.value, identityNumber);
  assert.equal((await wuhou.officer.post(`${path}/reveals`, { reason: '核对' })).status, 404);
});

test('the trail names what changed, and of a number only that it did', async () => {
  const id = await child(changge, { name: '郑留痕' });
  const { record } = await recordOf(id);
  const identityNumber = numberBornOn('2020-02-27', record.gender!);
  const caseId = await toLastSignature(changge, id, { name: '郑有痕', identityNumber });
  await act(changge.chief, caseId, 'APPROVE');
  const rows = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('audit_events').select(['action', 'detail']).where('subject_id', 'in', [id, caseId]).execute(),
  );
  const written = rows.find(({ action }) => action === 'CHANGE_KEY_DATA')!;
  assert.deepEqual((written.detail as { changes: unknown }).changes, [
    { item: 'name', before: '郑留痕', after: '郑有痕' },
    { item: 'identityNumber' },
  ]);
  assert.ok(!JSON.stringify(rows).includes(identityNumber) && !JSON.stringify(rows).includes(record.identityNumber!));
});

test('a child that gets its first document keeps the number it was given without one', async () => {
  const id = await child(changge, { name: '冯有证', identityType: 'Z' });
  const { record } = await recordOf(id);
  const identityNumber = numberBornOn('2020-02-27', record.gender!);
  const caseId = await toLastSignature(changge, id, { identityType: '1', identityNumber });
  assert.equal((await act(changge.chief, caseId, 'APPROVE')).status, 200);
  const after = await recordOf(id);
  assert.deepEqual(
    [after.record.identityNumber, after.numbers.map(({ kind, to }) => [kind, to])],
    [identityNumber, [['J', null]]],
  );
});

test('the list is as the facts say after every change', async () => {
  const { mended, added, removed } = await rebuildRoster(app.services);
  assert.deepEqual({ mended, added, removed }, { mended: 0, added: 0, removed: 0 });
});

test('each number put forward leaves its row and counts, also where it is refused; one person cannot try numbers all day', async () => {
  const place = await aPlace('410105');
  const held = await child(place);
  const holder = await recordOf(held);
  const tried = await child(place);
  const checks = () =>
    app.db.read(NODE_SCOPE, (tx) =>
      tx.sql
        .selectFrom('audit_events')
        .select('detail')
        .where('action', '=', 'CHECK_NUMBER')
        .where('subject_id', '=', tried)
        .execute(),
    );
  const number = holder!.record.identityNumber!;
  const refused = await apply(place, tried, { identityNumber: number });
  assert.ok(refused.status >= 400 || refused.body.caseId === null, refused.detail);
  const rows = await checks();
  assert.equal(rows.length, 1);
  assert.ok(!JSON.stringify(rows).includes(number));
  assert.notEqual((await apply(place, tried, { formerName: '李晨' })).status, 429);
  assert.equal((await checks()).length, 1, 'what looks for no number counts nothing');
  for (let count = rows.length; count < LOOKS_A_DAY; count++) await apply(place, tried, { identityNumber: number });
  const past = await apply(place, tried, { identityNumber: number });
  assert.equal(past.status, 429);
  assert.equal((await checks()).length, LOOKS_A_DAY);
});
