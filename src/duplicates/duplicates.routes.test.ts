/** 问题学籍: two schools in two counties about one child; agreed, ruled, taken back, with everything where it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../tests/application.ts';
import { aClassGroup, anAuthority, aSchool } from '../../tests/builders.ts';
import { rowsOfStudent, standingOfRows } from '../../tests/student-rows.ts';
import { someStudents } from '../../tests/students.ts';
import { both, type Desk, deskOf } from '../../tests/two-towns.ts';
import type { CaseView } from '../cases/cases.api.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { readRecord } from '../students/index.ts';
import { rebuildRoster } from '../students/search/rebuild-roster.ts';
import type { DisputePage, DisputePreview, PairItem, RecordsView } from './duplicates.api.ts';
import { searchPairs } from './suspicion/search-pairs.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const authority = async (placeCode: string) => deskOf(app, await anAuthority(app, { placeCode }));
const [nation, chengdu, wuhou, jinniu, changge] = [
  await authority('000000'),
  await authority('510100'),
  await authority('510107'),
  await authority('510106'),
  await authority('411082'),
];
const school = async (under: Desk, name: string) => deskOf(app, await aSchool(app, { under: under.at, name }));
const [one, other, far] = [
  await school(wuhou, '锦里西路小学'),
  await school(jinniu, '沙湾路小学'),
  await school(changge, '葛天路小学'),
];
const groups = new Map<Desk, Awaited<ReturnType<typeof aClassGroup>>>();
for (const desk of [one, other, far]) groups.set(desk, await aClassGroup(app, { school: desk.at, grade: 4 }));

const child = async (at: Desk, name: string, bornOn = '2016-05-12', more = {}) => {
  const wish = { school: at.at, classGroup: { ...groups.get(at)!, firstGrade: 4 }, name, bornOn, ...more };
  return (await someStudents(app, { ...wish, registeredOn: '2023-09-01' }))[0]!;
};
const rows = (id: string) => rowsOfStudent(app, id);
const standing = async (id: string) => standingOfRows(await rows(id));
const recordOf = (id: string) => app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, id));
const numberOf = async (id: string) => (await recordOf(id)).record.identityNumber!;

/** The registrar of a school finds the record of another by name and number. */
async function found(by: Desk, id: string): Promise<{ by: 'TOKEN'; token: string }> {
  const { record } = await recordOf(id);
  const number = record.identityNumber ?? record.registrationNumber;
  const { body } = await by.registrar.post<{ found: { token: string } | null }>('/api/duplicates/finds', {
    name: record.name,
    number,
  });
  return { by: 'TOKEN', token: body.found!.token };
}
const raise = async (by: Desk, id: string, otherId: string, statement = 'UPHOLD') =>
  by.registrar.post<{ caseId: string }>('/api/duplicates', {
    own: { kind: 'STUDENT', id },
    other: await found(by, otherId),
    statement,
    words: '学生在本校连续就读，户口簿可证',
  });
/** Raised and signed: the other school has it. */
async function raised(by: Desk, id: string, otherId: string, statement = 'UPHOLD'): Promise<string> {
  const opened = await raise(by, id, otherId, statement);
  assert.equal(opened.status, 200, opened.detail);
  const signed = await by.leader.post(`/api/cases/${opened.body.caseId}/acts`, { action: 'SUBMIT', opinion: '属实' });
  assert.equal(signed.status, 200, signed.detail);
  return opened.body.caseId;
}
const does = async (by: Desk, caseId: string, action: string) => {
  const done = await both(by, caseId, action, '经两县核对户口簿');
  assert.equal(done.status, 200, `${action}: ${done.detail}`);
  return done.body.stateWords;
};
const viewOf = async (by: Desk, caseId: string) => (await by.registrar.get<CaseView>(`/api/cases/${caseId}`)).body;
const reverse = async (by: Desk, caseId: string) => {
  const reason = '新佐证证明原裁定有误';
  const proposed = await by.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, { reason });
  assert.equal(proposed.status, 200, proposed.detail);
  return by.leader.post(`/api/cases/${proposed.body.caseId}/acts`, { action: 'REVERSE', opinion: '同意' });
};

test('a dispute of two counties, ruled by their city, then reversed: every table says of both what it said before', async () => {
  const [kept, gone] = [await child(one, '李沐辰'), await child(other, '李沐辰')];
  const bystander = await child(other, '王静怡');
  const before = { kept: await standing(kept), gone: await standing(gone), rows: await rows(gone) };
  const untouched = await rows(bystander);
  const caseId = await raised(one, kept, gone);

  const shown = (await other.registrar.get<RecordsView>(`/api/duplicates/${caseId}/records`)).body;
  assert.deepEqual([shown.first.schoolName, shown.second.schoolName], ['锦里西路小学', '沙湾路小学']);
  assert.equal(shown.first.studentId, null, 'the other school’s record is shown, not opened');
  const text = JSON.stringify(shown);
  for (const id of [kept, gone]) assert.equal(text.includes(await numberOf(id)), false, 'numbers are masked');
  assert.ok(shown.rows.some(({ key, differs }) => key === 'identity' && differs));
  const looked = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('audit_events').select('action').where('subject_id', '=', kept).execute(),
  );
  assert.ok(looked.some(({ action }) => action === 'COMPARE_STUDENT'));

  assert.match(await does(other, caseId, 'DISPUTE'), /待共同上级裁定/);
  for (const county of [wuhou, jinniu]) {
    assert.equal((await both(county, caseId, 'RULE_FIRST')).status, 403, 'no county rules over another');
  }
  assert.equal((await both(chengdu, caseId, 'RULE_FIRST', '')).code, 'REASON_NEEDED');
  assert.equal(await does(chengdu, caseId, 'RULE_FIRST'), '甲方为准，乙方学籍已删除');

  assert.deepEqual(await standing(kept), before.kept);
  const ended = await rows(gone);
  assert.deepEqual([ended.roster, ended.identities, ended.keys], [[], [], []]);
  assert.equal(ended.registrations.at(-1)?.end_reason, 'CANCELLED');
  assert.deepEqual(ended.numbers, before.rows.numbers, 'its number is never given again');
  assert.equal((await jinniu.registrar.get(`/api/students/${gone}`)).status, 200, 'superiors still read its history');

  for (const by of [one, other, wuhou, jinniu]) {
    const asked = await by.registrar.post(`/api/cases/${caseId}/reversal`, { reason: '新佐证证明裁定有误' });
    assert.equal(asked.status, 403, by.at.name);
  }
  app.clock.set('2026-09-24T10:00:00+08:00');
  const signed = await reverse(chengdu, caseId);
  assert.equal(signed.status, 200, signed.detail);
  assert.deepEqual(await standing(kept), before.kept);
  assert.deepEqual(await standing(gone), before.gone);
  assert.deepEqual(await rows(bystander), untouched);
  assert.equal((await rows(gone)).registrations.at(-1)?.valid_from, '2026-09-17', 'no day is left without it');
  const { mended, added, removed } = await rebuildRoster(app.services);
  assert.deepEqual([mended, added, removed], [0, 0, 0]);
  app.clock.set('2026-09-17T10:00:00+08:00');
});

test('both students are held while it runs: whoever wants another case of either is told which and who has it', async () => {
  const [first, second] = [await child(one, '赵海涛'), await child(other, '赵海涛')];
  const caseId = await raised(one, first, second);
  const { number } = await viewOf(one, caseId);
  const change = (by: Desk, studentId: string) =>
    by.registrar.post('/api/key-data-changes', {
      ...{ studentId, values: { name: '赵海韬' }, papers: ['HOUSEHOLD_REGISTER', 'COPY'], reason: '户口簿已更名' },
    });
  for (const [by, id] of [
    [one, first],
    [other, second],
  ] as const) {
    const refused = await change(by, id);
    assert.deepEqual([refused.status, refused.code], [409, 'CASE_OPEN']);
    assert.match(refused.detail!, new RegExp(`问题学籍（${number}），现由沙湾路小学办理，还剩10个工作日`));
  }
  const again = await raise(other, second, first);
  assert.equal(again.code, 'CASE_OPEN');
  assert.equal((await one.registrar.post(`/api/cases/${caseId}/acts`, { action: 'WITHDRAW' })).status, 200);
  assert.equal((await change(other, second)).status, 200, 'withdrawn, both are free');
  assert.deepEqual((await rows(first)).openCases, []);
});

test('both agree: the one that is to go is ended, twins are both kept, and no ruling is needed', async () => {
  const [kept, gone] = [await child(one, '孙文博'), await child(other, '孙文博')];
  const agreed = await raised(one, kept, gone);
  assert.equal(await does(other, agreed, 'AGREE_DELETE'), '甲方为准，乙方学籍已删除');
  assert.deepEqual((await rows(gone)).roster, []);
  const [a, b] = [await child(one, '周志强'), await child(other, '周志强')];
  const before = [await standing(a), await standing(b)];
  const twins = await raised(one, a, b);
  assert.equal(await does(other, twins, 'AGREE_BOTH'), '并非一人，两条学籍均保留');
  assert.deepEqual([await standing(a), await standing(b)], before);
  const [mine, theirs] = [await child(one, '吴丽华'), await child(other, '吴丽华')];
  const own = await raised(one, mine, theirs, 'DELETE');
  assert.deepEqual(
    (await viewOf(other, own)).actions.map(({ label }) => label),
    ['同意删除甲方', '不同意，报请裁定'],
  );
  assert.equal(await does(other, own, 'AGREE'), '乙方为准，甲方学籍已删除');
  assert.deepEqual([(await rows(mine)).roster.length, (await rows(theirs)).roster.length], [0, 1]);
});

test('of one number only one side can be upheld: the table has no ruling that keeps both', async () => {
  const held = await child(other, '郑国庆', '2020-03-15');
  const number = await numberOf(held);
  const { record } = await recordOf(held);
  const draft = await one.registrar.post<{ id: string }>('/api/admissions/entrants', {
    values: { name: '郑国庆', gender: record.gender!, bornOn: '2020-03-15', identityType: '1', identityNumber: number },
  });
  assert.equal(draft.status, 200, draft.detail);
  const claim = {
    own: { kind: 'ENTRANT', id: draft.body.id },
    other: { by: 'HOLDER' },
    ...{ statement: 'UPHOLD', words: '新生已到校报到，户口簿可证' },
  };
  const preview = await one.registrar.post<DisputePreview>('/api/duplicates/previews', claim);
  assert.deepEqual([preview.body.basis, preview.body.rulerName], ['NUMBER', chengdu.at.name]);
  const opened = await one.registrar.post<{ caseId: string }>('/api/duplicates', claim);
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  await one.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  await does(other, caseId, 'DISPUTE');
  const offered = (await viewOf(chengdu, caseId)).actions.map(({ action }) => action);
  assert.equal(offered.includes('RULE_BOTH'), false);
  assert.equal((await both(chengdu, caseId, 'RULE_BOTH')).code, 'STEP_NOT_ALLOWED');
  assert.equal(await does(chengdu, caseId, 'RULE_FIRST'), '甲方为准，乙方学籍已删除');
  assert.deepEqual((await rows(held)).identities, [], 'the number is free for the child whose it is');
  assert.equal((await reverse(chengdu, caseId)).status, 200);
  assert.equal((await rows(held)).identities.length, 1);
  assert.equal((await rows(held)).roster.length, 1);
});

test('the one whose number is wrong corrects it within the dispute, and the ruler confirms', async () => {
  const [right, wrong] = [await child(one, '冯雨桐'), await child(other, '冯雨桐')];
  const before = await standing(right);
  const caseId = await raised(one, right, wrong);
  await does(other, caseId, 'AGREE_CORRECT');
  const early = await other.registrar.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT_CORRECTION' });
  assert.match(early.detail!, /尚未填报变更内容/);
  const fill = (by: Desk) => by.registrar.put(`/api/duplicates/${caseId}/correction`, { values: { name: '冯雨彤' } });
  assert.equal((await fill(one)).status, 403);
  const filled = await fill(other);
  assert.equal(filled.status, 200, filled.detail);
  await does(other, caseId, 'SUBMIT_CORRECTION');
  assert.equal((await recordOf(wrong)).record.name, '冯雨桐', 'nothing changes before it is confirmed');
  assert.equal(await does(chengdu, caseId, 'CONFIRM'), '乙方已变更，两条学籍均保留');
  const { record } = await recordOf(wrong);
  assert.deepEqual([record.name, record.formerName], ['冯雨彤', '冯雨桐']);
  assert.deepEqual(await standing(right), before);
  assert.equal((await reverse(chengdu, caseId)).status, 200);
  assert.equal((await recordOf(wrong)).record.name, '冯雨桐');
});

test('who lets the term pass is not waited for: the ruler takes it up, and its own superior forces an overdue ruling', async () => {
  const [first, second] = [await child(one, '陈思远'), await child(other, '陈思远')];
  const caseId = await raised(one, first, second);
  const early = await chengdu.registrar.post(`/api/cases/${caseId}/acts`, { action: 'TAKE_UP', opinion: '逾期' });
  assert.equal(early.code, 'STEP_NOT_ALLOWED');
  app.clock.set('2026-10-15T10:00:00+08:00');
  const taken = await chengdu.registrar.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, {
    action: 'TAKE_UP',
    opinion: '乙方逾期未答复',
  });
  assert.equal(taken.body.stateWords, '待共同上级裁定', taken.detail);
  assert.equal(await does(chengdu, caseId, 'RULE_SECOND'), '乙方为准，甲方学籍已删除');
  app.clock.set('2026-09-17T10:00:00+08:00');
});

test('the search finds who is much alike over the whole node, tells each school its own, and forgets who is alike no more', async () => {
  const [a, b] = [
    await child(one, '褚晓梅', '2015-07-01'),
    await child(other, '褚晓梅', '2015-07-01', { identityType: 'Z' }),
  ];
  await searchPairs(app.services, new AbortController().signal);
  const pairs = async (by: Desk) =>
    (await by.registrar.get<{ items: PairItem[] }>('/api/duplicates/pairs')).body.items.filter(
      ({ studentId, otherId }) => [studentId, otherId].includes(a),
    );
  const [pair] = await pairs(one);
  assert.deepEqual([pair?.studentId, pair?.otherId, pair?.otherName, pair?.mayRaise], [a, b, '褚**', true]);
  assert.ok(pair!.reasons.includes('姓名相同'));
  assert.equal((await pairs(other))[0]?.studentId, b, 'each school reads its own student first');
  assert.equal((await pairs(far)).length, 0);
  assert.equal((await pairs(chengdu))[0]?.mayRaise, false);
  const stranger = await far.registrar.post('/api/duplicates', {
    ...{ own: { kind: 'STUDENT', id: a }, other: { by: 'PAIR', id: b }, statement: 'UPHOLD', words: '本校学生' },
  });
  assert.equal(stranger.status, 404);
  const opened = await one.registrar.post<{ caseId: string }>('/api/duplicates', {
    own: { kind: 'STUDENT', id: a },
    other: { by: 'PAIR', id: b },
    ...{ statement: 'UPHOLD', words: '两人并非同一人' },
  });
  assert.equal(opened.status, 200, opened.detail);
  assert.equal((await pairs(one)).length, 0, 'what is raised stands among the disputes');
  const page = (await other.registrar.get<DisputePage>('/api/duplicates')).body;
  assert.ok(page.items.some(({ caseId }) => caseId === opened.body.caseId));
});

test('a record nobody names exactly is not found, and nobody sets a child beside itself', async () => {
  const id = await child(one, '卫子涵');
  const asked = await other.registrar.post<{ found: unknown }>('/api/duplicates/finds', {
    name: '卫子',
    number: await numberOf(id),
  });
  assert.equal(asked.body.found, null);
  const itself = await raise(one, id, id);
  assert.match(itself.detail!, /就是本记录/);
  const foreign = await raise(other, id, await child(other, '蒋一诺'));
  assert.equal(foreign.status, 404, 'a school raises what concerns its own student');
  assert.equal((await wuhou.registrar.get(`/api/duplicates?side=OPEN`)).status, 200);
});

test('of two provinces the nation rules, which sees that case and no other', async () => {
  const [first, second] = [await child(one, '蒋一诺'), await child(far, '蒋一诺')];
  const before = await standing(second);
  const caseId = await raised(one, first, second);
  const near = await raised(one, await child(one, '沈嘉禾'), await child(other, '沈嘉禾'));
  await does(far, caseId, 'DISPUTE');
  assert.equal((await viewOf(nation, caseId)).stateWords, '待共同上级裁定');
  assert.equal((await nation.registrar.get(`/api/duplicates/${caseId}/records`)).status, 200);
  for (const path of [`/api/cases/${near}`, `/api/duplicates/${near}/records`, `/api/cases/${near}/evidence`]) {
    assert.equal((await nation.registrar.get(path)).status, 404, path);
  }
  const listed = (await nation.registrar.get<DisputePage>('/api/duplicates')).body.items;
  assert.deepEqual(
    listed.map((item) => item.caseId),
    [caseId],
  );
  assert.equal(await does(nation, caseId, 'RULE_FIRST'), '甲方为准，乙方学籍已删除');
  assert.equal((await reverse(nation, caseId)).status, 200);
  assert.deepEqual(await standing(second), before);
});
