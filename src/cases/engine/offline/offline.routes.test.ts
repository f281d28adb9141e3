/** 脱机受理: a paper application counts from its own day: by law, by its terms and to every eye; only where a window or the authority allows it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followWindows, set } from '../../../../tests/admission-desk.ts';
import { aReadablePdf } from '../../../../tests/sample-pdf.ts';
import { both, type Desk, FORM, find, twoTowns } from '../../../../tests/two-towns.ts';
import type { TransferPreview } from '../../../transfers/transfers.api.ts';
import type { CaseView, Workbench } from '../../cases.api.ts';
import type { AwaitingConsent } from './offline.routes.ts';

const town = await twoTowns();
const { app, receiving, sending, neighbour, wuhou, changge, chengdu } = town;
const at = (day: string) => app.clock.set(`${day}T10:00:00+08:00`);
const viewOf = async (by: Desk, caseId: string) => (await by.registrar.get<CaseView>(`/api/cases/${caseId}`)).body;
const notice = { title: '系统故障期间学籍业务办理的通知', number: '武教发〔2026〕40号', issuedOn: '2026-09-09' };

const apply = async (
  by: Desk,
  child: { name: string; number: string },
  form: Record<string, unknown>,
  offline?: unknown,
) => {
  const { token } = await find(by, child);
  const body = { token, form: { ...FORM, ...form }, opinion: '父亲调动工作', ...(offline ? { offline } : {}) };
  return by.registrar.post<{ caseId: string }>('/api/transfers', body);
};
const onPaper = (receivedOn: string) => ({ receivedOn, reason: '网络中断，收纸质申请' });
const scan = ({ registrar }: Desk, caseId: string) =>
  registrar.upload(
    `/api/cases/${caseId}/evidence?paper=OFFLINE_APPLICATION&what=${encodeURIComponent('纸质申请扫描件')}`,
    {
      ...{ name: '申请.pdf', bytes: aReadablePdf(1) },
    },
  );
const sign = ({ leader }: Desk, caseId: string) => leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });

test('entered after the window of the law has closed, a transfer of the outage is decided by the law of its own day', async () => {
  at('2026-09-09');
  const outage = {
    kind: 'OUTAGE',
    firstOn: '2026-09-03',
    lastOn: '2026-09-08',
    clockStands: true,
    why: '数据链路中断',
  };
  await set(app, wuhou.registrar, wuhou.leader, [outage], { notice, from: '2026-09-09' });
  const child = await town.child('李沐辰');
  at('2026-09-21');
  const { token } = await find(receiving, child);
  const windowOf = async (more: Record<string, unknown>) => {
    const request = { token, form: FORM, ...more };
    const { body } = await receiving.registrar.post<TransferPreview>('/api/transfers/previews', request);
    return body.findings.find(({ ruleId }) => ruleId.includes('window'))?.verdict;
  };
  assert.equal(await windowOf({}), 'DISCRETIONARY', 'five working days after the term began are over');
  assert.equal(await windowOf({ receivedOn: '2026-09-04' }), 'ALLOW');
  const opened = await apply(receiving, child, {}, onPaper('2026-09-04'));
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  const view = await viewOf(receiving, caseId);
  assert.deepEqual(
    [view.lawDay, view.offline?.receivedOn, view.offline?.state],
    ['2026-09-04', '2026-09-04', 'ALLOWED'],
  );
  assert.match(view.offline!.basis, /武侯.+“系统故障”（《系统故障期间学籍业务办理的通知》）/);
  assert.equal(view.offline!.reason, '网络中断，收纸质申请');

  const without = await sign(receiving, caseId);
  assert.deepEqual([without.status, without.code], [409, 'STEP_NOT_ALLOWED']);
  assert.match(without.detail!, /须附纸质申请扫描件，请先在佐证材料中上传/);
  assert.equal((await scan(receiving, caseId)).status, 200);
  assert.equal((await sign(receiving, caseId)).status, 200);

  // Ten working days from the 4th, the 7th and 8th not counted, end on the 21st: whoever gets it today has two more.
  const { clock, events } = await viewOf(wuhou, caseId);
  assert.deepEqual([clock!.dueOn, clock!.termDays, clock!.daysLeft], ['2026-09-23', 10, 2]);
  assert.deepEqual(clock!.stands, [{ title: '系统故障', firstOn: '2026-09-03', lastOn: '2026-09-08' }]);
  assert.equal(events[0]!.offline, '脱机受理，实际受理日2026-09-04');
  const { body } = await wuhou.registrar.get<Workbench>('/api/workbench');
  assert.deepEqual(
    body.mine.items.map((item) => [item.caseId, item.receivedOn]),
    [[caseId, '2026-09-04']],
  );
  assert.equal((await both(wuhou, caseId, 'APPROVE')).status, 200);
  const next = await viewOf(sending, caseId);
  assert.deepEqual([next.clock!.termDays, next.clock!.daysLeft], [10, 10], 'who comes after has the whole term');
});

test('no day to come, none before the child was registered at the school, and no reason left out', async () => {
  const child = await town.child('王静怡');
  const form = { ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' };
  const said = async (offline: unknown) => (await apply(neighbour, child, form, offline)).detail ?? '';
  assert.match(await said(onPaper('2026-09-22')), /实际受理日不得晚于今天/);
  assert.match(await said(onPaper('2023-08-31')), /不得早于学生在此校的学籍起始日2023-09-01/);
  assert.match(await said({ receivedOn: '2026-09-10', reason: '' }), /请写明为何脱机受理/);
});

test('outside every window it waits for the supervising authority, and for no other', async () => {
  const child = await town.child('赵海涛');
  const opened = await apply(
    neighbour,
    child,
    { ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' },
    onPaper('2026-09-10'),
  );
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await viewOf(neighbour, caseId)).offline?.state, 'WAITS');
  await scan(neighbour, caseId);
  assert.match((await sign(neighbour, caseId)).detail!, /尚待学籍主管部门同意/);
  const waiting = async (by: Desk) =>
    (await by.registrar.get<AwaitingConsent>('/api/offline-consents')).body.items.map((item) => item.caseId);
  assert.deepEqual([await waiting(changge), await waiting(wuhou)], [[caseId], []]);
  const consent = (by: Desk, body: unknown) => by.registrar.post(`/api/cases/${caseId}/offline-consent`, body);
  assert.equal((await consent(wuhou, { agreed: true })).code, 'NOT_FOUND');
  assert.equal((await consent(chengdu, { agreed: true })).code, 'NOT_FOUND');
  assert.equal((await consent(neighbour, { agreed: true })).status, 403);
  assert.equal((await consent(changge, { agreed: false })).code, 'REASON_NEEDED');
  assert.equal((await viewOf(changge, caseId)).offline?.mayConsent, true);
  assert.equal((await consent(changge, { agreed: true, reason: '当日该镇停电，情况属实' })).status, 200);
  assert.equal((await consent(changge, { agreed: false, reason: '又不同意' })).code, 'NOT_ALLOWED', 'it is said once');
  assert.deepEqual(await waiting(changge), []);
  const { events, offline } = await viewOf(neighbour, caseId);
  assert.deepEqual([events.at(-1)!.label, events.at(-1)!.opinion], ['同意脱机受理', '当日该镇停电，情况属实']);
  assert.match(offline!.basis, /同意：当日该镇停电/);
  assert.equal((await sign(neighbour, caseId)).status, 200, 'the registrar’s proposal still stands');
});

test('where the authority objects the case goes no further and can only be withdrawn', async () => {
  const child = await town.child('陈诗涵');
  const opened = await apply(
    neighbour,
    child,
    { ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' },
    onPaper('2026-09-01'),
  );
  const { caseId } = opened.body;
  await scan(neighbour, caseId);
  await changge.leader.post(`/api/cases/${caseId}/offline-consent`, { agreed: false, reason: '当日系统正常' });
  assert.match((await sign(neighbour, caseId)).detail!, /不同意脱机受理，请撤回后按今天的日期重新申请/);
  const { actions } = await viewOf(neighbour, caseId);
  assert.ok(actions.some(({ action }) => action === 'WITHDRAW' || action === 'RETRACT'));
});

test('a window that is declared while a case waits moves its last day, tells it in the course of the case, and makes nobody late', async () => {
  at('2026-10-08');
  const child = await town.child('周雨桐');
  const { caseId } = (await apply(neighbour, child, { ground: 'HOUSEHOLD_MOVED', moved: 'WITHIN_COUNTY' })).body;
  await sign(neighbour, caseId);
  assert.equal((await viewOf(sending, caseId)).clock!.dueOn, '2026-10-21');
  const outage = { kind: 'OUTAGE', firstOn: '2026-10-12', lastOn: '2026-10-14', clockStands: true, why: '机房检修' };
  await set(app, changge.registrar, changge.leader, [outage], { notice, from: '2026-10-09' });
  const { clock, events } = await viewOf(sending, caseId);
  assert.deepEqual([clock!.dueOn, clock!.daysLeft], ['2026-10-26', 10]);
  const last = events.at(-1)!;
  assert.deepEqual([last.label, last.institutionName], ['时限顺延', '学籍系统']);
  assert.equal(last.opinion, '“系统故障”10月12日至10月14日不计入时限，截止日由10月21日改为10月26日');
  await followWindows(app);
  assert.equal((await viewOf(sending, caseId)).events.length, events.length, 'done once, it is not done again');
  at('2026-10-26');
  assert.equal(
    (await changge.registrar.post(`/api/cases/${caseId}/acts`, { action: 'REMIND' })).code,
    'STEP_NOT_ALLOWED',
  );
  at('2026-10-27');
  assert.equal((await changge.registrar.post(`/api/cases/${caseId}/acts`, { action: 'REMIND' })).status, 200);
});
