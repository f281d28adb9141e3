/** 借读与特殊教育: no second registration anywhere; the guest's record goes back with the child. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAuthority, aSchool } from '../../tests/builders.ts';
import { aDesk, type Change, carryOut, changeTowns, watching } from '../../tests/change-desks.ts';
import type { CaseView } from '../cases/index.ts';
import type { ArrangementList, EntryList } from './study-elsewhere.api.ts';

const { app, shanxi, sichuan } = await changeTowns();
const { written, refused } = watching(app);
const xiaodian = await aDesk(app, await anAuthority(app, { placeCode: '140105' }));
const guestSchool = await aDesk(app, await aSchool(app, { under: xiaodian.at, schoolType: 'JUNIOR' }));

const guestAt = (code: string | null, more: Record<string, unknown> = {}): Change => ({
  kind: 'GUEST_STUDY',
  form: {
    ...{ guestCode: code ?? '', reason: 'PARENTS_ABROAD', monthsAbroad: 12, gradeThere: '8' },
    ...{ from: '2026-10-15', until: '2027-07-10' },
    ...more,
  },
});
const code = guestSchool.at.code;
const act = (desk: typeof guestSchool, rank: 'registrar' | 'leader', caseId: string) =>
  desk[rank].post(`/api/cases/${caseId}/acts`, { action: 'APPROVE', opinion: '有学位' });
const list = async (desk: typeof guestSchool) =>
  (await desk.registrar.get<ArrangementList>('/api/study-arrangements')).body.items;
const recordOf = (desk: typeof guestSchool, one: { studentId: string; caseId: string }) =>
  desk.registrar.get<EntryList>(`/api/study-arrangements/${one.studentId}/${one.caseId}/record`);

let guest = { studentId: '', caseId: '' };

test('B1.1: with parents abroad for a year the guest school and its authority agree; the registration does not move', async () => {
  const [student, bystander] = [await shanxi.student({ name: '王静怡' }), await shanxi.student({ name: '赵海涛' })];
  const [stood, atHome] = [await written(student), await written(bystander)];
  const opened = await shanxi.school.registrar.post<{ caseId: string }>('/api/changes', {
    ...{ studentId: student, opinion: '家长申请属实' },
    ...guestAt(code),
  });
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  await shanxi.school.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  const { body: view } = await guestSchool.registrar.get<CaseView>(`/api/cases/${caseId}`);
  assert.deepEqual(
    view.track.map(({ role }) => role),
    ['学籍所在学校', '借读学校', '借读地学籍主管部门'],
  );
  for (const desk of [guestSchool, xiaodian]) {
    assert.equal((await act(desk, 'registrar', caseId)).status, 200);
    assert.equal((await act(desk, 'leader', caseId)).status, 200);
  }
  const now = await written(student);
  assert.deepEqual([now.registrations, now.roster, now.numbers], [stood.registrations, stood.roster, stood.numbers]);
  assert.deepEqual(await written(bystander), atHome);
  guest = { studentId: student, caseId };
  for (const [desk, side] of [
    [shanxi.school, 'REGISTERED'],
    [guestSchool, 'GUEST'],
    [shanxi.above[0]!, 'ABOVE'],
  ] as const) {
    const [one] = await list(desk);
    assert.deepEqual([one?.name, one?.thereName, one?.side], ['王静怡', guestSchool.at.name, side]);
  }
  assert.deepEqual(await list(sichuan.school), []);
});

test('the guest school notes what happens, the school of the registration reads it once the child is back', async () => {
  const path = `/api/study-arrangements/${guest.studentId}/${guest.caseId}`;
  const note = (desk: typeof guestSchool) =>
    desk.registrar.post(`${path}/record`, { kind: 'RESULT', words: '期中考试：数学92分' });
  assert.equal((await note(guestSchool)).status, 200);
  assert.equal((await note(shanxi.school)).status, 403, 'only the guest school notes');
  assert.equal((await recordOf(guestSchool, guest)).body.items.length, 1);
  assert.deepEqual((await recordOf(shanxi.school, guest)).body, { held: true, items: [] });
  assert.equal((await recordOf(sichuan.school, guest)).status, 404);
  assert.equal((await sichuan.school.registrar.post(`${path}/end`, { reason: '与我校无关' })).status, 404);
  assert.equal((await guestSchool.registrar.post(`${path}/end`, { reason: '父母提前回国' })).status, 200);
  const back = await recordOf(shanxi.school, guest);
  assert.deepEqual([back.body.held, back.body.items[0]?.words], [false, '期中考试：数学92分']);
  assert.equal((await note(guestSchool)).status, 409, 'what has gone back is closed');
  assert.equal((await guestSchool.registrar.post(`${path}/end`, { reason: '再次结束' })).status, 409);
});

test('B1.3: grade eight is no guest of grade nine; eleven months abroad are too few; a code of no school is told', async () => {
  const student = await shanxi.student();
  await refused(shanxi, student, guestAt(code, { gradeThere: '9' }), /不得借读9年级.*山西·第二十六条|山西·第二十六条/);
  await refused(shanxi, student, guestAt(code, { monthsAbroad: 11 }), /须满12个月/);
  await refused(shanxi, student, guestAt('9999999999'), /没有标识码为9999999999的学校/);
  await refused(shanxi, student, guestAt(shanxi.school.at.code), /不能是学籍所在学校/);
  await refused(shanxi, student, guestAt(code, { until: '2026-10-15' }), /期满日须晚于起始日/);
});

test('B1.4: children of migrant workers are not made guests but transferred', async () => {
  const student = await shanxi.student();
  await refused(shanxi, student, guestAt(code, { reason: 'MIGRANT' }), /转学/);
});

const special = (form: Record<string, unknown>): Change => ({
  kind: 'SPECIAL_EDUCATION',
  form: { plan: '经评估，安排如上', ...form },
});

test('E1.1: who is taught at home is registered at the school that teaches it there', async () => {
  const student = await shanxi.student();
  await refused(shanxi, student, special({ way: 'HOME_DELIVERY', taughtByUs: false }), /承担送教上门的学校/);
  const stood = await written(student);
  await carryOut(shanxi, student, special({ way: 'HOME_DELIVERY', taughtByUs: true }));
  const now = await written(student);
  assert.deepEqual([now.registrations, now.numbers], [stood.registrations, stood.numbers]);
  const [one] = await list(shanxi.school);
  assert.deepEqual([one?.kind, one?.thereName], ['HOME_DELIVERY', shanxi.school.at.name]);
});

test('E1.2: nobody goes to a work-study school without the recorded agreement; with it the registration stays', async () => {
  const student = await sichuan.student();
  const going = { way: 'WORK_STUDY', thereName: '成都市专门学校' };
  await refused(sichuan, student, special({ ...going, agreementRecorded: false }), /须由原学校与监护人商定/);
  await carryOut(sichuan, student, special({ ...going, agreementRecorded: true }));
  const [one] = await list(sichuan.school);
  assert.deepEqual([one?.kind, one?.thereName, one?.endedOn], ['WORK_STUDY', '成都市专门学校', null]);
});

test('a new arrangement ends the one before: never two at once', async () => {
  const student = await sichuan.student({ name: '林晓' });
  await carryOut(sichuan, student, special({ way: 'SPECIAL_SCHOOL', thereName: '成都市特殊教育学校' }));
  await carryOut(sichuan, student, special({ way: 'INCLUSIVE', ableToFollow: true }));
  const all = (await list(sichuan.school)).filter(({ name }) => name === '林晓');
  assert.deepEqual(
    all.map(({ kind, endedOn }) => [kind, endedOn]),
    [
      ['INCLUSIVE', null],
      ['SPECIAL_SCHOOL', '2026-10-12'],
    ],
  );
});
