/** 身份信息不符: one number under two names; the record in error corrects itself, and a ruling that is late is forced. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../tests/application.ts';
import { aClassGroup, anAuthority, aSchool } from '../../tests/builders.ts';
import { rowsOfStudent, standingOfRows } from '../../tests/student-rows.ts';
import { someStudents } from '../../tests/students.ts';
import { both, type Desk, deskOf } from '../../tests/two-towns.ts';
import type { CaseView } from '../cases/cases.api.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { addDays, civilDate } from '../kernel/civil-date.ts';
import { makeIdentityNumber } from '../students/identity/identity-number.ts';
import { readRecord } from '../students/index.ts';
import type { CorrectionOutcome, DisputePreview } from './duplicates.api.ts';

const START = '2026-09-17T10:00:00+08:00';
const app = await testApplication({ now: START });
const authority = async (placeCode: string) => deskOf(app, await anAuthority(app, { placeCode }));
const [nation, sichuan, chengdu, wuhou, jinniu] = [
  await authority('000000'),
  await authority('510000'),
  await authority('510100'),
  await authority('510107'),
  await authority('510106'),
];
const school = async (under: Desk, name: string) => deskOf(app, await aSchool(app, { under: under.at, name }));
const [one, other, stranger] = [
  await school(wuhou, '锦里西路小学'),
  await school(jinniu, '沙湾路小学'),
  await school(jinniu, '驷马桥小学'),
];
const group = await aClassGroup(app, { school: other.at, grade: 1 });

/** At the school that answers, with its number for life, which was made of its document. */
const child = async (name: string, bornOn = '2020-03-15') => {
  const wish = { school: other.at, classGroup: { ...group, firstGrade: 1 }, name, bornOn, number: 'G' as const };
  return (await someStudents(app, wish))[0]!;
};
const rows = (id: string) => rowsOfStudent(app, id);
const recordOf = async (id: string) => (await app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, id))).record;
const trailOf = (id: string) =>
  app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('audit_events').select(['action', 'detail']).where('subject_id', '=', id).execute(),
  );
const viewOf = async (by: Desk, caseId: string) => (await by.registrar.get<CaseView>(`/api/cases/${caseId}`)).body;
const act = (by: Desk['registrar'], caseId: string, action: string, opinion?: string) =>
  by.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, { action, ...(opinion ? { opinion } : {}) });
const does = async (by: Desk, caseId: string, action: string) => {
  const done = await both(by, caseId, action, '经两县核对户口簿');
  assert.equal(done.status, 200, `${action}: ${done.detail}`);
  return done.body.stateWords;
};
const fill = (by: Desk['registrar'], caseId: string, values: Record<string, string>) =>
  by.put<CorrectionOutcome>(`/api/duplicates/${caseId}/correction`, { values });

/** A child at the door of the first school, under a name of its own, with the number that the student of the second has. */
async function claimOn(heldId: string, name: string) {
  const { gender, bornOn, identityNumber } = await recordOf(heldId);
  const draft = await one.registrar.post<{ id: string }>('/api/admissions/entrants', {
    values: { name, gender, bornOn, identityType: '1', identityNumber },
  });
  assert.equal(draft.status, 200, draft.detail);
  return {
    own: { kind: 'ENTRANT', id: draft.body.id },
    other: { by: 'HOLDER' },
    ...{ statement: 'UPHOLD', words: '新生已到校报到，户口簿可证' },
  };
}
/** Raised by the one, disputed by the other: the city has it. */
async function beforeRuler(claim: Awaited<ReturnType<typeof claimOn>>): Promise<string> {
  const opened = await one.registrar.post<{ caseId: string }>('/api/duplicates', claim);
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await act(one.leader, caseId, 'SUBMIT', '属实')).body.stateWords, '待乙方核实举证');
  assert.equal(await does(other, caseId, 'DISPUTE'), '待共同上级裁定');
  return caseId;
}
const refusedTo = async (desks: readonly Desk[], caseId: string, action: string) => {
  for (const by of desks) {
    const refused = await act(by.registrar, caseId, action, '经核对户口簿');
    assert.equal(refused.status, by === stranger ? 404 : 403, `${action} by ${by.at.name}`);
  }
};

test('one number under two names: the student in error is corrected as the ruler confirms, keeps its registration number and its former name, and nobody else moves', async () => {
  const [held, bystander] = [await child('郑国庆'), await child('王静怡')];
  const before = { held: await rows(held), record: await recordOf(held), bystander: await rows(bystander) };
  const claim = await claimOn(held, '曾雨桐');
  const preview = (await one.registrar.post<DisputePreview>('/api/duplicates/previews', claim)).body;
  assert.deepEqual([preview.basis, preview.rulerName], ['MISMATCH', chengdu.at.name]);
  const differing = preview.rows.filter(({ differs }) => differs).map(({ key }) => key);
  assert.ok(differing.includes('name') && !differing.includes('identity'), differing.join());
  const caseId = await beforeRuler(claim);

  assert.equal((await fill(other.registrar, caseId, { name: '郑国清' })).status, 403, 'nobody has ruled yet');
  const ruling = 'RULE_SECOND_CORRECTS';
  await refusedTo([one, other, wuhou, jinniu, sichuan, stranger, nation], caseId, ruling);
  assert.equal((await act(chengdu.registrar, caseId, ruling)).code, 'REASON_NEEDED');
  assert.equal((await act(chengdu.leader, caseId, ruling, '乙方号码有误')).code, 'NOT_ALLOWED');
  assert.equal((await act(chengdu.registrar, caseId, ruling, '乙方号码有误')).status, 200);
  assert.equal((await act(chengdu.registrar, caseId, ruling, '乙方号码有误')).code, 'SAME_PERSON');
  const ruled = await act(chengdu.leader, caseId, ruling, '乙方号码有误');
  assert.equal(ruled.body.stateWords, '待乙方变更关键数据', ruled.detail);

  const bornOn = '2020-03-16';
  const identityNumber = makeIdentityNumber({ area: '510106', bornOn: civilDate(bornOn), sequence: 731 });
  const right = { name: '郑国清', gender: '1', bornOn, identityNumber };
  for (const by of [one, wuhou, jinniu, chengdu, sichuan]) {
    assert.equal((await fill(by.registrar, caseId, right)).status, 403, by.at.name);
  }
  assert.equal((await fill(stranger.registrar, caseId, right)).status, 404);
  assert.equal((await fill(other.leader, caseId, right)).status, 403);
  const { identityNumber: taken = '', gender = '' } = await recordOf(bystander);
  const onto = await fill(other.registrar, caseId, { identityNumber: taken, gender });
  assert.deepEqual([onto.body.saved, onto.body.findings[0]?.sentence], [false, '新证件号已有学籍。']);
  assert.match((await act(other.registrar, caseId, 'SUBMIT_CORRECTION')).detail!, /尚未填报变更内容/);
  const slip = await fill(other.registrar, caseId, { name: '郑国青' });
  assert.equal(slip.body.saved, true, slip.detail);
  await refusedTo([one, wuhou, jinniu, chengdu, stranger, nation], caseId, 'SUBMIT_CORRECTION');
  await does(other, caseId, 'SUBMIT_CORRECTION');

  assert.equal((await act(chengdu.registrar, caseId, 'RETURN')).code, 'REASON_NEEDED');
  await refusedTo([one, other, wuhou, jinniu, sichuan, stranger, nation], caseId, 'RETURN');
  assert.equal((await act(chengdu.registrar, caseId, 'RETURN', '号码仍未更正')).body.stateWords, '待乙方变更关键数据');
  assert.equal((await fill(other.registrar, caseId, right)).body.saved, true);
  assert.equal(await does(other, caseId, 'SUBMIT_CORRECTION'), '待核准乙方变更');
  assert.equal((await fill(other.registrar, caseId, { name: '郑国庆' })).status, 403, 'what is handed in stays');
  await refusedTo([one, other, wuhou, jinniu, sichuan, stranger, nation], caseId, 'CONFIRM');
  assert.equal((await act(chengdu.registrar, caseId, 'CONFIRM')).status, 200);
  assert.equal((await act(chengdu.registrar, caseId, 'CONFIRM')).code, 'SAME_PERSON');
  assert.deepEqual(await recordOf(held), before.record, 'one person of the city changes nothing');
  const confirmed = await act(chengdu.leader, caseId, 'CONFIRM');
  assert.equal(confirmed.body.stateWords, '乙方已变更，两条学籍均保留', confirmed.detail);

  const now = { held: await rows(held), record: await recordOf(held) };
  const { name, formerName, registrationNumber } = now.record;
  assert.deepEqual([name, formerName, now.record.bornOn], ['郑国清', '郑国庆', bornOn]);
  assert.equal(now.record.identityNumber, identityNumber);
  assert.equal(registrationNumber, before.record.registrationNumber);
  assert.match(registrationNumber!, /^G/);
  for (const table of ['numbers', 'holders', 'registrations', 'seats', 'openCases'] as const) {
    assert.deepEqual(now.held[table], before.held[table], table);
  }
  assert.equal(now.held.keyData.length, before.held.keyData.length + 1, 'what was said before stays in the history');
  assert.notDeepEqual(now.held.identities[0]?.identity_hash, before.held.identities[0]?.identity_hash);
  assert.deepEqual(await rows(bystander), before.bystander);
  const again = await one.registrar.post('/api/duplicates/previews', claim);
  assert.equal(again.status, 404, 'the number is free for the child whose it is');

  const ofStudent = await trailOf(held);
  for (const action of ['COMPARE_STUDENT', 'OPEN_DISPUTE', 'CHANGE_KEY_DATA']) {
    assert.equal(ofStudent.filter((row) => row.action === action).length, 1, action);
  }
  const ofCase = await trailOf(caseId);
  assert.equal(ofCase.filter(({ action }) => action === 'FILL_CORRECTION').length, 2);
  const told = JSON.stringify([ofStudent, ofCase, await viewOf(chengdu, caseId)]);
  for (const number of [identityNumber, before.record.identityNumber!]) assert.equal(told.includes(number), false);

  const reason = '新佐证证明原裁定有误';
  const asked = await chengdu.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, { reason });
  assert.equal(asked.status, 200, asked.detail);
  const reversed = await act(chengdu.leader, asked.body.caseId, 'REVERSE', '同意');
  assert.equal(reversed.status, 200, reversed.detail);
  assert.deepEqual(standingOfRows(await rows(held)).roster, standingOfRows(before.held).roster);
  assert.deepEqual(await recordOf(held), before.record);
  assert.deepEqual((await rows(held)).identities[0]?.identity_hash, before.held.identities[0]?.identity_hash);
});

test('a ruling that is overdue is forced by the superior of the ruler, with a reason and by two people, and by nobody before', async () => {
  const [held, bystander] = [await child('冯志强'), await child('陈海涛')];
  const before = { held: await rows(held), bystander: await rows(bystander) };
  const caseId = await beforeRuler(await claimOn(held, '蒋文博'));
  const force = 'FORCE_RULE_FIRST';
  const why = '成都市逾期未裁定，户口簿证明号码属甲方';
  const { dueOn } = (await viewOf(chengdu, caseId)).clock!;
  const early = async () => {
    const refused = await act(sichuan.registrar, caseId, force, why);
    assert.equal(refused.code, 'STEP_NOT_ALLOWED');
    assert.match(refused.detail!, /尚未逾期/);
    assert.equal((await viewOf(sichuan, caseId)).actions.length, 0);
  };
  await early();
  app.clock.set(`${dueOn}T10:00:00+08:00`);
  await early();
  app.clock.set(`${addDays(civilDate(dueOn!), 1)}T10:00:00+08:00`);
  await refusedTo([one, other, wuhou, jinniu, chengdu, stranger, nation], caseId, force);
  const late = await viewOf(sichuan, caseId);
  assert.deepEqual(late.superior, { name: sichuan.at.name, mayForce: true, isSuperior: true });
  assert.ok(late.actions.some(({ action, reasonRequired }) => action === force && reasonRequired));
  assert.equal((await act(sichuan.registrar, caseId, 'RULE_FIRST', why)).code, 'NOT_ALLOWED', 'it rules only by force');
  assert.equal((await act(sichuan.registrar, caseId, force)).code, 'REASON_NEEDED');
  assert.equal((await act(sichuan.leader, caseId, force, why)).code, 'NOT_ALLOWED');
  const proposed = await act(sichuan.registrar, caseId, force, why);
  assert.equal(proposed.status, 200, proposed.detail);
  assert.equal((await act(sichuan.registrar, caseId, force, why)).code, 'SAME_PERSON');
  assert.deepEqual({ ...(await rows(held)), openCases: [] }, before.held, 'one person forces nothing');
  const forced = await act(sichuan.leader, caseId, force, '同意');
  assert.equal(forced.body.stateWords, '甲方为准，乙方学籍已删除', forced.detail);

  const ended = await rows(held);
  assert.deepEqual([ended.roster, ended.identities, ended.openCases], [[], [], []]);
  assert.deepEqual(ended.numbers, before.held.numbers, 'its number is never given again');
  assert.deepEqual(await rows(bystander), before.bystander);
  for (const by of [one, other, chengdu]) {
    const ruler = (await viewOf(by, caseId)).track.find(({ forcedBy }) => forcedBy !== null);
    assert.equal(ruler?.forcedBy, sichuan.at.name, `${by.at.name} sees who forced it`);
  }
  assert.equal((await trailOf(held)).filter(({ action }) => action === 'END_DUPLICATE').length, 1);
  const told = (await trailOf(caseId)).filter(({ detail }) => (detail as { action?: string } | null)?.action === force);
  assert.deepEqual(
    told.map(({ action }) => action),
    ['CASE_PROPOSED', 'CASE_SIGNED'],
  );
  app.clock.set(START);
});

/** Two students whose records came with one and the same passport; only the first of them holds it. */
async function twoOfOnePassport(names: readonly [string, string], identityNumber: string) {
  const raw = { identityNumber, nationality: '美国', overseasStatus: '外国人' };
  const from = { identityType: 'A', raw, registeredOn: '2026-09-01' };
  const [first, second] = await someStudents(
    app,
    { ...from, school: one.at, name: names[0], bornOn: '2019-11-02' },
    { ...from, school: other.at, name: names[1], bornOn: '2020-01-20' },
  );
  return [first!, second!] as const;
}
/** The first school says of its own record what is to become of it. */
async function raisedBetween(second: string, first: string, statement: string): Promise<string> {
  const { name, registrationNumber: number } = await recordOf(second);
  const { body } = await one.registrar.post<{ found: { token: string } | null }>('/api/duplicates/finds', {
    ...{ name, number },
  });
  const opened = await one.registrar.post<{ caseId: string }>('/api/duplicates', {
    ...{ own: { kind: 'STUDENT', id: first }, other: { by: 'TOKEN', token: body.found?.token } },
    ...{ statement, words: '护照原件已与家长核对' },
  });
  assert.equal(opened.status, 200, opened.detail);
  assert.equal((await act(one.leader, opened.body.caseId, 'SUBMIT', '属实')).status, 200);
  return opened.body.caseId;
}
const reverse = async (caseId: string) => {
  const asked = await chengdu.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, {
    reason: '裁定有误',
  });
  assert.equal(asked.status, 200, asked.detail);
  return act(chengdu.leader, asked.body.caseId, 'REVERSE', '同意');
};
const holds = async (id: string) => (await rows(id)).identities.length;

test('two students with one passport: the one in error corrects its number, name and birthday, and the other holds the passport from then on', async () => {
  const [wrong, right] = await twoOfOnePassport(['孙雨桐', '周雨桐'], 'E20191102');
  assert.deepEqual([await holds(wrong), await holds(right)], [1, 0]);
  const before = { numbers: (await rows(wrong)).numbers, right: await recordOf(right) };
  const caseId = await raisedBetween(right, wrong, 'CORRECT');
  const opening = (await trailOf(wrong)).find(({ action }) => action === 'OPEN_DISPUTE');
  assert.equal((opening?.detail as { basis?: string } | null)?.basis, 'MISMATCH');
  assert.equal(await does(other, caseId, 'AGREE'), '待甲方变更关键数据');
  const values = { name: '孙雨彤', bornOn: '2019-11-20', identityNumber: 'E20191120' };
  assert.equal((await fill(other.registrar, caseId, values)).status, 403);
  const filled = await fill(one.registrar, caseId, values);
  assert.equal(filled.body.saved, true, JSON.stringify(filled.body));
  assert.equal(await does(one, caseId, 'SUBMIT_CORRECTION'), '待核准甲方变更');
  await refusedTo([one, other, wuhou, jinniu, sichuan, nation], caseId, 'CONFIRM');
  assert.equal(await does(chengdu, caseId, 'CONFIRM'), '甲方已变更，两条学籍均保留');
  const now = await recordOf(wrong);
  assert.deepEqual([now.name, now.formerName, now.bornOn], ['孙雨彤', '孙雨桐', '2019-11-20']);
  assert.deepEqual((await rows(wrong)).numbers, before.numbers);
  assert.deepEqual(await recordOf(right), before.right);
  assert.deepEqual([await holds(wrong), await holds(right)], [1, 1], 'nobody else can be registered with either');
  assert.ok((await trailOf(right)).some(({ action }) => action === 'UPHOLD_RECORD'));
  const reversed = await reverse(caseId);
  assert.equal(reversed.code, 'CONFLICT');
  assert.match(reversed.detail!, /现由另一名学生使用，不能撤销；请两校按问题学籍核办/);
});

test('two students with one passport: whoever stays holds it when the other record is deleted', async () => {
  const [gone, stays] = await twoOfOnePassport(['吴静怡', '郑静怡'], 'E20200120');
  const caseId = await raisedBetween(stays, gone, 'DELETE');
  assert.equal(await does(other, caseId, 'AGREE'), '乙方为准，甲方学籍已删除');
  assert.deepEqual([await holds(gone), await holds(stays)], [0, 1]);
  const reversed = await reverse(caseId);
  assert.equal(reversed.status, 200, reversed.detail);
  assert.deepEqual([await holds(gone), await holds(stays)], [1, 0]);
});
