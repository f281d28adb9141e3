/** 撤销终止: what ended a registration by mistake is taken back, and the student has never been without one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, carryOut, changeTowns } from '../../tests/change-desks.ts';
import { rowsOfStudent, standingOfRows } from '../../tests/student-rows.ts';
import type { StudentView } from '../students/api/students.api.ts';
import { rebuildRoster } from '../students/search/rebuild-roster.ts';

const { app, shanxi } = await changeTowns();
const [county] = shanxi.above;
const standing = async (id: string) => standingOfRows(await rowsOfStudent(app, id));
const DEATH: Change = {
  kind: 'DEATH',
  form: { hasProof: true, proof: '死亡医学证明，县人民医院', diedOn: '2026-10-08' },
};

/** Proposed and signed at the county. */
async function reverse(caseId: string): Promise<string> {
  const reason = '经查系同名误报，学生在校';
  const { body, detail } = await county!.registrar.post<{ caseId: string }>(`/api/cases/${caseId}/reversal`, {
    reason,
  });
  assert.ok(body.caseId, detail);
  const act = { action: 'REVERSE', opinion: '同意撤销' };
  const signed = await county!.leader.post(`/api/cases/${body.caseId}/acts`, act);
  assert.equal(signed.status, 200, signed.detail);
  return body.caseId;
}

test('a death entered by mistake: the registration goes on from the very day, seat and roster are there, and both acts are told', async () => {
  const [id, bystander] = [await shanxi.student(), await shanxi.student({ name: '赵海涛' })];
  const [before, untouched] = [await standing(id), await rowsOfStudent(app, bystander)];
  const { caseId } = await carryOut(shanxi, id, DEATH);
  assert.equal((await rowsOfStudent(app, id)).roster.length, 0);
  app.clock.set('2026-11-02T10:00:00+08:00');
  await reverse(caseId);

  assert.deepEqual(await standing(id), before);
  const { registrations, seats } = await rowsOfStudent(app, id);
  assert.deepEqual(
    registrations.map(({ valid_from, valid_to, end_reason }) => [valid_from, valid_to, end_reason]),
    [
      ['2023-09-01', '2026-10-12', 'DECEASED'],
      ['2026-10-12', null, null],
    ],
    'no day is left without a registration',
  );
  assert.equal(seats.at(-1)?.valid_from, '2026-10-12');
  assert.equal((await rebuildRoster(app.services)).mended, 0);
  assert.deepEqual(await rowsOfStudent(app, bystander), untouched);
  const { body } = await shanxi.school.registrar.get<StudentView>(`/api/students/${id}`);
  assert.deepEqual(
    body.marks.slice(-2).map(({ title }) => title),
    ['死亡', '撤销变动'],
  );
  app.clock.set('2026-10-12T10:00:00+08:00');
});

test('taken back, the change can be made anew, and taken back again', async () => {
  const id = await shanxi.student();
  const before = await standing(id);
  for (let time = 0; time < 2; time++) {
    const { caseId } = await carryOut(shanxi, id, DEATH);
    await reverse(caseId);
    assert.deepEqual(await standing(id), before);
    app.clock.advance(60_000);
  }
});

test('who came back by mistake is as before: gone, in no roster, the record with the school that had the student last', async () => {
  const id = await shanxi.student({ name: '周雨桐' });
  const papers = ['APPLICATION', 'FORM', 'PASSPORT', 'HOUSEHOLD'];
  const ground = { ground: 'EMIGRATION', initiatedBy: 'FAMILY', papers };
  await carryOut(shanxi, id, { kind: 'WITHDRAWAL', form: ground });
  const before = await rowsOfStudent(app, id);
  const returned = { wants: 'RESUME', returnsOn: '2026-10-12', grade: '8' };
  const { caseId } = await carryOut(shanxi, id, { kind: 'RETURN_FROM_ABROAD', form: returned });
  assert.equal((await rowsOfStudent(app, id)).roster.length, 1);
  await reverse(caseId);
  const after = await rowsOfStudent(app, id);
  assert.deepEqual(after.roster, []);
  assert.deepEqual(after.registrations[0], before.registrations[0]);
  assert.deepEqual(
    [after.registrations.at(-1)?.end_reason, after.registrations.at(-1)?.valid_to],
    ['WITHDRAWN', '2026-10-12'],
  );
  assert.deepEqual(after.students, before.students);
});
