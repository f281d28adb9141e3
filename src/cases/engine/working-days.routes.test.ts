/** 工作日时限: a transfer's ten working days around National Day 2026, as every party of it sees them through the interface. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { anAuthority } from '../../../tests/builders.ts';
import { both, type Desk, deskOf, FORM, find, twoTowns } from '../../../tests/two-towns.ts';
import type { CaseView, Workbench } from '../cases.api.ts';

const town = await twoTowns();
const { app, sending, neighbour, changge, wuhou } = town;
let xuchang: Desk;
before(async () => {
  xuchang = await deskOf(app, await anAuthority(app, { placeCode: '411000' }));
});

const at = (day: string) => app.clock.set(`${day}T10:00:00+08:00`);
const viewOf = async (by: Desk, caseId: string) => (await by.registrar.get<CaseView>(`/api/cases/${caseId}`)).body;
const benchOf = async (by: Desk) => (await by.registrar.get<Workbench>('/api/workbench')).body;
const doing = (who: Desk['registrar'], caseId: string, action: string, opinion = '情况属实') =>
  who.post(`/api/cases/${caseId}/acts`, { action, opinion });

/** Within 长葛, handed in by both persons of the receiving school: it waits for the sending school. */
async function handedIn(name: string): Promise<string> {
  const child = await town.child(name);
  const { token } = await find(neighbour, child);
  const form = { ...FORM, moved: 'WITHIN_COUNTY', ground: 'HOUSEHOLD_MOVED' };
  const opened = await neighbour.registrar.post<{ caseId: string }>('/api/transfers', {
    token,
    form,
    opinion: '已搬迁',
  });
  assert.equal(opened.status, 200, opened.detail);
  const signed = await neighbour.leader.post(`/api/cases/${opened.body.caseId}/acts`, { action: 'SUBMIT' });
  assert.equal(signed.status, 200, signed.detail);
  return opened.body.caseId;
}

test('ten working days from Thursday 24 September end on 15 October: Mid-Autumn and National Day are off, Saturday 10 October is worked', async () => {
  at('2026-09-24');
  const caseId = await handedIn('李沐辰');
  const { clock, state } = await viewOf(sending, caseId);
  assert.equal(state, 'WITH_SENDING_SCHOOL');
  assert.deepEqual([clock!.dueOn, clock!.termDays, clock!.daysLeft, clock!.tone], ['2026-10-15', 10, 10, 'BLUE']);
  const odd = clock!.oddDays.map(({ day, worked }) => `${day} ${worked ? '上班' : '放假'}`);
  assert.ok(odd.includes('2026-09-25 放假') && odd.includes('2026-10-10 上班'), odd.join());
  const leftOn: Record<string, number> = {
    '2026-09-25': 10,
    '2026-09-28': 9,
    '2026-09-30': 7,
    '2026-10-07': 7,
    '2026-10-08': 6,
    '2026-10-10': 4,
    '2026-10-11': 4,
    '2026-10-12': 3,
  };
  for (const [day, left] of Object.entries(leftOn)) {
    at(day);
    assert.equal((await viewOf(sending, caseId)).clock!.daysLeft, left, day);
  }
});

test('seven tenths of the term used, not a day before, are a warning to whoever holds the case', async () => {
  at('2026-10-10');
  const before = (await benchOf(sending)).figures.dueSoon;
  at('2026-10-12');
  const bench = await benchOf(sending);
  assert.deepEqual([before, bench.figures.dueSoon, bench.mine.items[0]!.clock!.tone], [0, 1, 'AMBER']);
});

test('the last day is still in time; on the day after the superior of the school presses, and forces by two persons', async () => {
  at('2026-10-15');
  const caseId = (await benchOf(sending)).mine.items[0]!.caseId;
  assert.equal((await benchOf(sending)).figures.dueToday, 1);
  assert.equal((await doing(changge.registrar, caseId, 'FORCE')).code, 'STEP_NOT_ALLOWED');
  assert.equal((await doing(changge.registrar, caseId, 'REMIND')).code, 'STEP_NOT_ALLOWED');
  at('2026-10-16');
  const late = await viewOf(changge, caseId);
  assert.deepEqual([late.clock!.daysLeft, late.clock!.tone, late.superior?.mayForce], [-1, 'RED', true]);
  // F7.3: neither a counterpart, nor a stranger's authority, nor who stands two levels up.
  for (const [who, code] of [
    [neighbour.registrar, 'NOT_ALLOWED'],
    [sending.registrar, 'NOT_ALLOWED'],
    [xuchang.registrar, 'NOT_ALLOWED'],
    [wuhou.registrar, 'NOT_FOUND'],
  ] as const) {
    assert.equal((await doing(who, caseId, 'FORCE')).code, code);
  }
  const seq = (await viewOf(changge, caseId)).seq;
  assert.equal((await doing(changge.registrar, caseId, 'FORCE', ' ')).code, 'REASON_NEEDED');
  assert.equal((await viewOf(changge, caseId)).seq, seq, 'what is refused has changed nothing');
  assert.equal((await doing(changge.registrar, caseId, 'FORCE', '学校逾期不办')).status, 200);
  assert.equal((await doing(changge.registrar, caseId, 'FORCE', '学校逾期不办')).code, 'SAME_PERSON');
  assert.equal((await doing(changge.leader, caseId, 'FORCE', '情况属实')).status, 200);
  const forced = await viewOf(sending, caseId);
  assert.equal(forced.track.find(({ party }) => party === 'sending-school')!.forcedBy, changge.at.name);
});

test('returned with seven days left on 30 September and mended on 9 October, the seven days run from then', async () => {
  at('2026-09-24');
  const caseId = await handedIn('王静怡');
  at('2026-09-30');
  assert.equal((await doing(sending.registrar, caseId, 'RETURN', '缺户口簿户主页')).status, 200);
  const away = await viewOf(neighbour, caseId);
  const node = away.track.find(({ party }) => party === 'sending-school')!;
  assert.deepEqual([away.clock, node.pausedDaysLeft], [null, 7]);
  at('2026-10-09');
  assert.equal((await both(neighbour, caseId, 'SUBMIT')).status, 200);
  const back = await viewOf(sending, caseId);
  assert.deepEqual([back.clock!.dueOn, back.clock!.daysLeft, back.clock!.termDays], ['2026-10-19', 7, 10]);
});

test('a term that would end in a year not published yet is not guessed: the act is refused and nothing is written', async () => {
  at('2026-09-24');
  const caseId = await handedIn('陈诗涵');
  const last = Math.max(...app.services.calendar.publishedYears());
  at(`${last}-12-28`);
  const approving = await both(sending, caseId, 'APPROVE');
  assert.equal(approving.status, 422, approving.detail);
  assert.match(approving.detail!, /节假日安排尚未公布/);
});
