/** 报到: who comes, who comes later, and what becomes of whoever does not come, by stage and by the law of the place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schoolTexts } from '../../../../policies/schools/index.ts';
import { testApplication } from '../../../../tests/application.ts';
import { act, admitted, aRollDesk, numberOf, type RollDesk, rollOf } from '../../../../tests/roll-desk.ts';
import type { RollEntryView, RollItem } from '../roll/roll.api.ts';
import type { NoShows } from './check-in.api.ts';

const OWN_TEXT = '3100000004';
const app = await testApplication({
  now: '2026-08-25T10:00:00+08:00',
  schoolPacks: [schoolTexts.S4({ schoolCode: OWN_TEXT, placeCode: '510107' })],
});
const sichuan = await aRollDesk(app, { placeCode: '510107', stage: 'PRIMARY' });
const sichuanSenior = await aRollDesk(app, { placeCode: '510107', stage: 'SENIOR' });
const shanxi = await aRollDesk(app, { placeCode: '140106', stage: 'JUNIOR' });
const shanxiSenior = await aRollDesk(app, { placeCode: '140106', stage: 'SENIOR', ownership: 'PRIVATE' });
const ownText = await aRollDesk(app, { placeCode: '510107', stage: 'JUNIOR', code: OWN_TEXT });
const bystander = await aRollDesk(app, { placeCode: '510107', stage: 'PRIMARY' });

let taken = 50_000;
const child = (desk: RollDesk): Promise<RollItem> =>
  admitted(desk, desk.registrar, { identityNumber: numberOf(++taken) });
const seniorLine = () => ({ identityNumber: numberOf(++taken), noticeNumber: String(taken), sourceArea: '510107' });
const on = (day: string) => app.clock.set(`${day}T10:00:00+08:00`);
const now = async (desk: RollDesk, { id }: RollItem) => (await rollOf(desk)).find((one) => one.id === id)!;
const viewOf = async (desk: RollDesk, { id }: RollItem) =>
  (await desk.registrar.get<RollEntryView>(`/api/admission-roll/${id}`)).body;
const watched = async (desk: RollDesk) => (await desk.registrar.get<NoShows>('/api/admission-no-shows')).body;
const urge = (desk: RollDesk, { id }: RollItem, day: string) =>
  act(desk.registrar, id, { act: 'CONTACT', on: day, way: 'PHONE', who: '王建国', outcome: '无人接听' });
const defer = (desk: RollDesk, { id }: RollItem, days: number, hasProof = true) =>
  act(desk.registrar, id, { act: 'DEFER', days, hasProof, reason: '住院治疗' });
const papers = ['NOTICE', 'HOUSEHOLD'];
const other = await child(bystander);

test('A3.1: in Sichuan ten days of deferral move the last day by ten; A3.3: three weeks are refused', async () => {
  on('2026-08-31');
  const one = await child(sichuan);
  const tooLong = await defer(sichuan, one, 21);
  assert.equal(tooLong.code, 'LAW_REFUSES');
  assert.match(tooLong.detail!, /延期最多14天，申请21天（四川·第十条）/);
  assert.equal((await now(sichuan, one)).dueOn, '2026-09-01');
  assert.equal((await defer(sichuan, one, 10)).status, 200);
  const deferred = await now(sichuan, one);
  assert.deepEqual([deferred.dueOn, deferred.state], ['2026-09-11', 'DEFERRED']);
});

test('in Shanxi a deferral is asked for in the week before term, with proof, and is two weeks at most', async () => {
  on('2026-08-24');
  const one = await child(shanxi);
  assert.match((await defer(shanxi, one, 7)).detail!, /延期入学在开学前一周内申请，8月25日起办理（山西·第十二条）/);
  on('2026-08-26');
  assert.match((await defer(shanxi, one, 7, false)).detail!, /缺有关证明/);
  assert.match((await defer(shanxi, one, 15)).detail!, /延期最多14天，申请15天（山西·第十二条）/);
  assert.equal((await defer(shanxi, one, 14)).status, 200);
  on('2026-09-01');
  const late = await defer(shanxi, await child(shanxi), 7);
  assert.match(late.detail!, /延期入学须在开学前申请，现已开学/);
});

test('who comes is checked in with papers; a child is never sent home for one, but the reason is written', async () => {
  on('2026-09-01');
  const [first, second] = [await child(sichuan), await child(sichuan)];
  assert.equal((await act(sichuan.registrar, first.id, { act: 'CHECK_IN', papers })).status, 200);
  const came = await now(sichuan, first);
  assert.deepEqual([came.state, came.checkedInOn, came.papersWords.length], ['CHECKED_IN', '2026-09-01', 2]);
  assert.equal((await act(sichuan.registrar, first.id, { act: 'CHECK_IN', papers })).code, 'STEP_NOT_ALLOWED');
  const without = await act(sichuan.registrar, second.id, { act: 'CHECK_IN', papers: [] });
  assert.equal(without.code, 'REASON_NEEDED');
  const explained = { act: 'CHECK_IN', papers: [], reason: '户口簿在老家，一周内补交' };
  assert.equal((await act(sichuan.registrar, second.id, explained)).status, 200);
  assert.equal((await act(sichuan.leader, second.id, explained)).status, 403);
});

test('who comes late is taken in all the same, with the reason', async () => {
  on('2026-09-03');
  const one = await child(sichuan);
  const late = await act(sichuan.registrar, one.id, { act: 'CHECK_IN', papers });
  assert.equal(late.code, 'REASON_NEEDED');
  assert.match(late.detail!, /晚2天/);
  assert.equal((await act(sichuan.registrar, one.id, { act: 'CHECK_IN', papers, reason: '返程车票延误' })).status, 200);
});

test('A3.2: a child of Sichuan is urged, then the township is told, then it is listed as dropout; never a forfeit', async () => {
  on('2026-09-20');
  const one = await child(sichuan);
  const report = { act: 'REPORT', on: '2026-09-20', recipient: 'TOWNSHIP', recipientName: '浆洗街街道办事处' };
  assert.match((await act(sichuan.registrar, one.id, report)).detail!, /先督促入学并登记/);
  assert.equal((await act(sichuan.registrar, one.id, { act: 'DROPOUT' })).code, 'STEP_NOT_ALLOWED');
  assert.match((await viewOf(sichuan, one)).noShow!.findings[0]!.sentence, /由学校督促入学/);
  assert.equal((await urge(sichuan, one, '2026-09-18')).status, 200);
  const next = (await viewOf(sichuan, one)).noShow!;
  assert.deepEqual([next.contacts, next.forfeitAfter], [1, null]);
  assert.match(next.steps[0]!.what, /督促无效的，通知户籍所在地或居住地乡镇人民政府/);
  assert.match((await act(sichuan.registrar, one.id, { act: 'DROPOUT' })).detail!, /还没有书面通知/);
  assert.equal((await act(sichuan.registrar, one.id, report)).status, 200);
  const given = await act(sichuan.registrar, one.id, { act: 'GIVE_UP' });
  assert.equal(given.code, 'LAW_REFUSES');
  assert.match(given.detail!, /接受义务教育的新生不因未报到取消入学资格（.*第十一条）/);
  assert.equal((await act(sichuan.registrar, one.id, { act: 'DROPOUT' })).status, 200);
  assert.equal((await now(sichuan, one)).state, 'DROPOUT');
  on('2026-10-12');
  const back = { act: 'CHECK_IN', papers, reason: '经劝返入学' };
  assert.equal((await act(sichuan.registrar, one.id, back)).status, 200);
  assert.equal((await now(sichuan, one)).state, 'CHECKED_IN');
});

test('in Shanxi two contacts make a dropout of a child that never came', async () => {
  on('2026-09-20');
  const one = await child(shanxi);
  await urge(shanxi, one, '2026-09-05');
  const refused = await act(shanxi.registrar, one.id, { act: 'DROPOUT' });
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /只联系1次，不能视为辍学（山西·第十二条）；多方联系并登记，至少2次/);
  await urge(shanxi, one, '2026-09-12');
  assert.equal((await act(shanxi.registrar, one.id, { act: 'DROPOUT' })).status, 200);
  const seen = await viewOf(shanxi, one);
  assert.deepEqual(
    seen.acts.map(({ words }) => words),
    ['列入名册', '督促联系', '督促联系', '视为辍学'],
  );
  assert.match(seen.acts[1]!.detail, /电话，王建国：无人接听/);
});

test('A3.4: the school whose own text says that the child gives up is refused all the same', async () => {
  on('2026-09-20');
  const one = await child(ownText);
  const refused = await act(ownText.registrar, one.id, { act: 'GIVE_UP', reason: '开学两周未办入学手续' });
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /接受义务教育的新生不因未报到取消入学资格/);
  assert.equal((await now(ownText, one)).state, 'NO_SHOW');
});

test('a senior place of Sichuan is given up after two weeks and not a day before', async () => {
  on('2026-08-30');
  const one = await admitted(sichuanSenior, sichuanSenior.city, seniorLine());
  on('2026-09-15');
  const early = await act(sichuanSenior.registrar, one.id, { act: 'GIVE_UP' });
  assert.match(early.detail!, /前仍可报到，不得取消入学资格（四川·第十条）/);
  const [watching] = (await watched(sichuanSenior)).items;
  assert.deepEqual([watching!.forfeitAfter, watching!.daysLeft, watching!.daysLate], ['2026-09-15', 0, 14]);
  on('2026-09-16');
  assert.equal((await act(sichuanSenior.registrar, one.id, { act: 'GIVE_UP' })).status, 200);
  const gone = await now(sichuanSenior, one);
  assert.deepEqual([gone.state, gone.endWords], ['ENDED', '未报到，取消入学资格']);
  assert.equal((await act(sichuanSenior.registrar, one.id, { act: 'CHECK_IN', papers })).code, 'STEP_NOT_ALLOWED');
});

test('of a senior deferral of Sichuan that ran out the text says nothing: the authority decides', async () => {
  on('2026-08-31');
  const one = await admitted(sichuanSenior, sichuanSenior.city, seniorLine());
  await defer(sichuanSenior, one, 7);
  on('2026-09-20');
  const refused = await act(sichuanSenior.registrar, one.id, { act: 'GIVE_UP' });
  assert.match(refused.detail!, /须报学籍主管部门审查/);
});

test('a senior place of Shanxi is lost after ten working days', async () => {
  on('2026-08-30');
  const line = { ...seniorLine(), sourceArea: '140106' };
  const one = await admitted(shanxiSenior, shanxiSenior.registrar, line);
  on('2026-09-15');
  const [watching] = (await watched(shanxiSenior)).items;
  assert.deepEqual([watching!.forfeitAfter, watching!.daysLeft], ['2026-09-15', 0]);
  assert.equal((await act(shanxiSenior.registrar, one.id, { act: 'GIVE_UP' })).code, 'LAW_REFUSES');
  on('2026-09-16');
  assert.equal((await act(shanxiSenior.registrar, one.id, { act: 'GIVE_UP' })).status, 200);
});

test('a senior entrant shows identity and notice; fees may be settled later', async () => {
  on('2026-09-01');
  const one = await admitted(sichuanSenior, sichuanSenior.city, seniorLine());
  const come = (shown: string[], more: object = {}) =>
    act(sichuanSenior.registrar, one.id, { act: 'CHECK_IN', papers: shown, ...more });
  assert.match((await come(['NOTICE'])).detail!, /须核对身份证件/);
  const unnoticed = await come(['IDENTITY']);
  assert.match(unnoticed.detail!, /缺市（州）教育行政部门核准的录取通知书（四川·第十条）/);
  assert.equal((await act(sichuanSenior.registrar, one.id, { act: 'PAY_FEES' })).code, 'STEP_NOT_ALLOWED');
  assert.equal((await come(['NOTICE', 'IDENTITY'])).status, 200);
  assert.equal((await now(sichuanSenior, one)).feesPaid, false);
  assert.equal((await act(sichuanSenior.registrar, one.id, { act: 'PAY_FEES' })).status, 200);
  assert.equal((await now(sichuanSenior, one)).feesPaid, true);
});

test('the bystander’s child waits as it did, and is on the county’s list of those who have not come', async () => {
  on('2026-09-02');
  const { items, due } = (await sichuan.officer.get<NoShows>('/api/admission-no-shows')).body;
  assert.ok(due >= 1);
  const seen = items.find(({ id }) => id === other.id)!;
  assert.deepEqual([seen.schoolName, seen.contacts, seen.state], [bystander.school.name, 0, 'NO_SHOW']);
  assert.equal(seen.next.words, '督促入学并登记');
});
