/** 归档情况: an authority sees which of its schools have filed a term, in numbers; who is late by the law of the place comes first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AttendanceDesk,
  anAttendanceDesk,
  attendanceDesks,
  callRolls,
  rollOf,
} from '../../../../tests/attendance-desks.ts';
import { anAccount } from '../../../../tests/builders.ts';
import type { FilingsView } from './filings.api.ts';

const { app, junior, bystander, authorities } = await attendanceDesks('2027-01-18T09:00:00+08:00');
const small = await anAttendanceDesk(app, { under: authorities.wuhou, schoolType: 'PRIMARY', grade: 3, size: 2 });
const officer = app.as(await anAccount(app, { at: authorities.wuhou, role: 'AUTHORITY_REGISTRAR' }));
const changge = app.as(await anAccount(app, { at: authorities.changge, role: 'AUTHORITY_REGISTRAR' }));

const filings = async (who = officer, term = '') => (await who.get<FilingsView>(`/api/school-filings${term}`)).body;
const itemOf = ({ items }: FilingsView, { school }: AttendanceDesk) =>
  items.find(({ schoolId }) => schoolId === school.id);
const term = { schoolYear: 2026, term: 1 };

test('a school has filed once each student has a final and a signed report; one of two is not enough', async () => {
  const grade = async (students: readonly string[]) => {
    const cells = students.map((studentId) => ({ studentId, subject: 'CHINESE', was: '', text: '优秀' }));
    const path = `/api/class-groups/${small.group.id}/assessments`;
    assert.equal((await small.teacher.put(path, { ...term, kind: 'FINAL', cells })).status, 200);
  };
  const report = async (studentIds: readonly string[], sign: readonly string[]) => {
    const ratings = { MORAL: 'A', LEARNING: 'B', HEALTH: 'A', ART: 'B', PRACTICE: 'C' };
    const path = `/api/class-groups/${small.group.id}/quality-reports`;
    const reports = studentIds.map((studentId) => ({ studentId, seenVersion: 0, ratings, teacherWords: '勤学守纪' }));
    await small.teacher.put(path, { ...term, occasion: 'FINAL', reports });
    const signed = { ...term, occasion: 'FINAL', studentIds: sign };
    assert.equal((await small.teacher.post(`${path}/signatures`, signed)).status, 200);
  };
  const [one = '', two = ''] = small.students;
  await grade([one]);
  await report([one, two], [one]);
  const state = async () => {
    const { results, reports, students, state } = itemOf(await filings(), small)!;
    return { results, reports, students, state };
  };
  assert.deepEqual(await state(), { results: 1, reports: 1, students: 2, state: 'OPEN' });
  await grade([two]);
  assert.deepEqual(await state(), { results: 2, reports: 1, students: 2, state: 'OPEN' });
  await small.teacher.post(`/api/class-groups/${small.group.id}/quality-reports/signatures`, {
    ...{ ...term, occasion: 'FINAL', studentIds: [two] },
  });
  assert.deepEqual(await state(), { results: 2, reports: 2, students: 2, state: 'FILED' });
});

test('the roll is counted by days, and nothing is told of another county or of a student', async () => {
  await callRolls(junior, [rollOf('2027-01-15'), rollOf('2027-01-18')]);
  const view = await filings();
  assert.deepEqual([itemOf(view, junior)?.rollDays, itemOf(view, junior)?.rollOn], [2, '2027-01-18']);
  assert.equal(itemOf(view, small)?.rollDays, 0);
  assert.equal(itemOf(view, bystander), undefined);
  const said = JSON.stringify(view);
  for (const id of [...junior.students, ...small.students]) assert.ok(!said.includes(id));
  assert.equal((await junior.registrar.get('/api/school-filings')).status, 403);
});

test('on the last day of the term nobody is late, the day after those are whose law asks for filing', async () => {
  app.clock.set('2027-01-31T20:00:00+08:00');
  assert.equal(itemOf(await filings(), junior)?.state, 'OPEN');
  app.clock.set('2027-02-01T09:00:00+08:00');
  const view = await filings();
  assert.equal(view.term.words, '2026学年第一学期', 'the term that is due is shown of itself');
  assert.deepEqual([itemOf(view, junior)?.state, itemOf(view, junior)?.chip], ['OVERDUE', '四川·第二十三条']);
  assert.equal(view.items[0]?.state, 'OVERDUE');
  assert.equal(view.items.at(-1)?.schoolId, small.school.id, 'who has filed comes last');
  const other = itemOf(await filings(changge, '?schoolYear=2026&term=1'), bystander);
  assert.deepEqual([other?.state, other?.chip], ['OPEN', null], 'no text of Changge speaks of it');
});
