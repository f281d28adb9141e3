/** 辍学名册: the county's figures, and the files of migrant children that go home at each term end, with their receipts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, carryOut, changeTowns, type Town, watching } from '../../../tests/change-desks.ts';
import type { DropoutsView } from './dropouts.api.ts';

const { app, shanxi, sichuan } = await changeTowns();
const { written } = watching(app);
const [wuhou] = sichuan.above;

async function dropsOut(place: Town, student: string, family: object, town: string): Promise<void> {
  const report = { matter: 'DROPOUT', recipient: 'TOWNSHIP', recipientName: town, on: '2026-10-10' };
  await place.school.registrar.post(`/api/truancy/students/${student}/reports`, report);
  const form = { foundOn: '2026-10-09', reason: '随父母外出', whereabouts: 'WORK', ...family };
  const { body, detail } = await apply(place, student, { kind: 'DROPOUT', form });
  assert.ok(body.caseId, detail);
  await place.school.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT' });
  const { status } = await place.above[0]!.registrar.post(`/api/cases/${body.caseId}/acts`, { action: 'NOTE' });
  assert.equal(status, 200);
}

const listOf = async (caller = wuhou!.registrar) => (await caller.get<DropoutsView>('/api/dropouts')).body;
const migrant = { family: 'MIGRANT', household: '长葛市' };
const local = { family: 'LOCAL' };
const students = [await sichuan.student({ name: '安静' }), await sichuan.student({ name: '岑可' })];
const [away = '', home = ''] = students;
const elsewhere = await shanxi.student();

test('the county counts who dropped out, who came back and by what, and sees nobody of another county', async () => {
  await dropsOut(sichuan, away, migrant, '簇桥街道办事处');
  await dropsOut(sichuan, home, local, '簇桥街道办事处');
  await dropsOut(shanxi, elsewhere, migrant, '桃园街道办事处');
  const back = await sichuan.student({ name: '方雨桐' });
  await dropsOut(sichuan, back, local, '簇桥街道办事处');
  const form = { returnsOn: '2026-10-12', way: 'PERSUADED', grade: '8' };
  await carryOut(sichuan, back, { kind: 'DROPOUT_RETURN', form });
  const { counts, schools, items, term } = await listOf();
  assert.deepEqual(counts, { now: 2, reported: 3, returned: 1, persuaded: 1, toHandOver: 1 });
  assert.equal(schools.length, 1);
  assert.deepEqual(items.map(({ name, whereaboutsWords }) => [name, whereaboutsWords]).toSorted(), [
    ['安静', '外出务工'],
    ['岑可', '外出务工'],
  ]);
  assert.equal(term.endsOn, '2027-01-31');
  assert.deepEqual((await listOf(sichuan.school.registrar)).counts, counts);
});

test('D2.1: at term end the file of the migrant child goes to the authority of the household, once, and is signed for', async () => {
  const before = (await listOf()).items.find(({ studentId }) => studentId === away)!.handOver;
  assert.deepEqual([before?.household, before?.dueOn, before?.chip], ['长葛市', '2027-01-31', '四川·第四十六条']);
  const bystander = await written(home);
  const send = (student: string, on = '2027-01-29') =>
    wuhou!.registrar.post(`/api/dropouts/${student}/hand-overs`, {
      ...{ receiverName: '长葛市教育体育局', on, onPaper: false },
    });
  assert.match((await send(away)).detail ?? '', /不晚于今天/);
  app.clock.set('2027-01-29T10:00:00+08:00');
  assert.match((await send(home)).detail ?? '', /不是外来务工人员随迁子女/);
  assert.equal((await send(elsewhere)).status, 404, 'a child of another county');
  assert.equal((await sichuan.school.registrar.post(`/api/dropouts/${away}/hand-overs`, {})).status, 403);
  assert.equal((await send(away)).status, 200);
  assert.match((await send(away)).detail ?? '', /本学期已于2027-01-29转交长葛市教育体育局/);
  const sign = (on: string) => wuhou!.registrar.put(`/api/dropouts/${away}/hand-over-receipt`, { on, by: '周志强' });
  assert.match((await sign('2027-01-28')).detail ?? '', /须在转交日2027-01-29以后/);
  assert.equal((await sign('2027-01-29')).status, 200);
  assert.match((await sign('2027-01-29')).detail ?? '', /已于2027-01-29由周志强签收/);
  const { counts, items } = await listOf();
  assert.equal(counts.toHandOver, 0);
  assert.equal(items.find(({ studentId }) => studentId === away)!.handOver?.sent?.receivedBy, '周志强');
  assert.deepEqual(await written(home), bystander);
});

test('the next term the file is due again while the child stays away; where no text asks for it, it stays', async () => {
  app.clock.set('2027-03-08T10:00:00+08:00');
  const { counts, items } = await listOf();
  assert.equal(counts.toHandOver, 1);
  assert.equal(items.find(({ studentId }) => studentId === away)!.handOver?.dueOn, '2027-08-31');
  const shanxiList = await listOf(shanxi.above[0]!.registrar);
  assert.deepEqual(
    shanxiList.items.map(({ handOver }) => handOver),
    [null],
  );
});
