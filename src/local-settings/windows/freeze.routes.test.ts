/** 业务停办期: while a window holds nothing of its kinds is opened, or decided where it says so, and a term runs or not as it says. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  act,
  anAdmissionDesk,
  type Desk,
  handIn,
  read,
  registrationAt,
  STATISTICS,
  seenBy,
  set,
} from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, FAR_AWAY } from '../../../tests/builders.ts';
import type { SettingsView } from '../local-settings.api.ts';
import type { StandstillsView } from './standstills.api.ts';

const app = await testApplication({ now: '2026-09-07T10:00:00+08:00' });
let desk: Desk;
let bystander: Desk;

before(async () => {
  desk = await anAdmissionDesk(app);
  bystander = await anAdmissionDesk(app, { placeCode: FAR_AWAY });
});

const setHere = (item: Record<string, unknown>, more?: Record<string, unknown>) =>
  set(app, desk.officer, desk.chief, [{ ...STATISTICS, ...item }], more);
const windowsAt = async (place: string, day: string) =>
  (await app.anonymous.get<StandstillsView>(`/api/policy/standstills?place=${place}&day=${day}`)).body.standstills;

test('two persons set a window, its days and kinds stand on the case, and everybody may read it before it begins', async () => {
  const caseId = await setHere(
    {},
    { notice: { title: '2026年教育事业统计工作通知', issuedOn: '2026-09-01', address: 'https://example.org/tongzhi' } },
  );
  const { findings } = await seenBy(desk.officer, caseId);
  assert.ok(findings.some(({ sentence }) => sentence === '“年度统计”每年9月20日至10月10日，停止受理入学注册'));
  const [window] = await windowsAt('411082', '2026-09-07');
  assert.deepEqual(
    [window!.title, window!.firstOn, window!.lastOn, window!.active, window!.cases, window!.notice.address],
    ['年度统计', '2026-09-20', '2026-10-10', false, ['入学注册'], 'https://example.org/tongzhi'],
  );
  assert.equal((await windowsAt('411082', '2026-09-20'))[0]!.active, true);
  assert.deepEqual(await windowsAt('411082', '2026-10-11'), []);
  assert.equal((await windowsAt('411082', '2027-10-10'))[0]!.active, true, 'it comes back every year');
  assert.deepEqual(await windowsAt(FAR_AWAY, '2026-09-20'), []);
  const { settings } = (await desk.officer.get<SettingsView>('/api/local-settings')).body;
  assert.match(settings[0]!.words, /^每年9月20日至10月10日停止受理入学注册，不收纸质申请，在办时限照计/);
});

test('the province’s window binds its counties, and the county’s own does not lift it', async () => {
  const province = await anAuthority(app, { placeCode: '410000' });
  const officer = app.as(await anAccount(app, { at: province, role: 'AUTHORITY_REGISTRAR' }));
  const chief = app.as(await anAccount(app, { at: province, role: 'AUTHORITY_LEADER' }));
  const item = { ...STATISTICS, title: '省级清理', firstDay: '09-10', lastDay: '09-12', stops: 'DECIDING' };
  const running = await registrationAt(app, desk);
  await set(app, officer, chief, [item]);
  await setHere({ ...item, cases: ['TRANSFER'] });
  app.clock.set('2026-09-11T10:00:00+08:00');
  assert.equal((await handIn(desk, await read(app, desk))).code, 'STANDSTILL');
  const approving = await desk.officer.post(`/api/cases/${running}/acts`, { action: 'APPROVE' });
  assert.match(approving.detail!, /^河南.+“省级清理”期间停止受理和核办，至9月12日止/);
  const { actions } = await seenBy(desk.officer, running);
  assert.match(
    actions.find(({ action }) => action === 'APPROVE')!.lockedBecause!,
    /“省级清理”停办至9月12日，9月13日起办理/,
  );
  assert.equal(
    actions.find(({ action }) => action === 'RETURN')!.lockedBecause,
    null,
    'what lacks something goes back',
  );
  const beside = await handIn(bystander, await read(app, bystander));
  assert.equal(beside.status, 200, beside.detail);
  app.clock.set('2026-09-13T10:00:00+08:00');
  assert.equal((await desk.officer.post(`/api/cases/${running}/acts`, { action: 'APPROVE' })).status, 200);
});

test('until the evening before a case is opened; in the window the answer names notice, last day and remedy; the day after it is opened again', async () => {
  app.clock.set('2026-09-19T23:50:00+08:00');
  const running = await registrationAt(app, desk);
  const { body, detail } = await handIn(desk, await read(app, desk));
  assert.ok(body.caseIds, detail);
  const unsigned = body.caseIds[0]!;
  app.clock.set('2026-09-20T00:10:00+08:00');
  const importId = await read(app, desk);
  const refused = await handIn(desk, importId);
  assert.deepEqual([refused.status, refused.code], [409, 'STANDSTILL']);
  assert.match(
    refused.detail!,
    /“年度统计”期间停止受理，至10月10日止（《2026年教育事业统计工作通知》）；请于10月11日起办理/,
  );
  const signing = await desk.leader.post(`/api/cases/${unsigned}/acts`, { action: 'SUBMIT' });
  assert.deepEqual([signing.status, signing.code], [409, 'STANDSTILL'], 'what nobody has signed is still being opened');
  const locked = (await seenBy(desk.leader, unsigned)).actions.find(({ action }) => action === 'SUBMIT')!;
  assert.equal(locked.lockedBecause, '“年度统计”停办至10月10日，10月11日起办理');
  assert.equal(await act(desk.leader, unsigned, 'SEND_BACK', '停办后再交'), 'PREPARING');
  const { clock } = await seenBy(desk.officer, running);
  assert.deepEqual([clock!.stands, clock!.dueOn], [undefined, '2026-10-01'], 'the term of what runs goes on');
  assert.equal((await desk.officer.post(`/api/cases/${running}/acts`, { action: 'APPROVE' })).status, 200);
  app.clock.set('2026-10-10T23:59:00+08:00');
  assert.equal((await handIn(desk, importId)).code, 'STANDSTILL');
  app.clock.set('2026-10-11T00:01:00+08:00');
  const after = await handIn(desk, importId, { opinion: '统计期间不能提交' });
  assert.equal(after.status, 200, after.detail);
});

test('days that no year has, kinds that nobody may stop and windows without end are told in a sentence', async () => {
  const said = async (item: Record<string, unknown>) => {
    const drawn = await desk.officer.post('/api/local-settings', {
      ...{ notice: { title: '停办的通知', issuedOn: '2026-09-01' }, from: '2026-11-01', reason: '统计' },
      items: [{ ...STATISTICS, title: '试', ...item }],
    });
    return [drawn.status, drawn.detail] as const;
  };
  assert.match((await said({ title: '试办', lastDay: '02-29' }))[1]!, /2月29日/);
  assert.match((await said({ title: '试办', cases: ['LOCAL_SETTING'] }))[1]!, /可以停办的办件中选择/);
  assert.match((await said({ title: '试办', firstDay: '01-01', lastDay: '06-30' }))[1]!, /一次停办不超过92天/);
  assert.equal((await said({ title: '试办', firstDay: '7-1' }))[0], 400);
});
