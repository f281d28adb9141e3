import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisterDay, RegisterView } from '../../attendance.api.ts';
import { awayOn, changedDays, draftOf, paint, rollCallOf, sitsOn } from './draft.screen.ts';

const day: RegisterDay = { on: '2026-09-18', open: true, morningPeriods: 4, afternoonPeriods: 3, taken: null };
const student = (studentId: string) => ({
  ...{ studentId, seatNo: 1, name: '安静', leaves: [] },
  present: [{ from: '2026-09-01', to: '2026-09-20' }],
  marks: [] as RegisterView['students'][number]['marks'],
});
const view = {
  ...{ classGroup: { id: 'g', name: '七(1)班' }, school: { id: 's', name: '实验中学' }, today: day.on },
  ...{ from: day.on, to: day.on, term: null, days: [day], students: [student('a'), student('b')], notes: [] },
} satisfies RegisterView;
const both = (['MORNING', 'AFTERNOON'] as const).map((half) => ({ studentId: 'a', day, half }));

test('a press marks both halves with their periods, the same press takes it back', () => {
  const marked = paint({}, both, 'TRUANT');
  assert.deepEqual(Object.values(marked), [
    { kind: 'TRUANT', periods: 4 },
    { kind: 'TRUANT', periods: 3 },
  ]);
  assert.deepEqual(paint(marked, both, 'TRUANT'), {});
});

test('where one half has it the press marks the other too; another kind replaces; who is late misses no period', () => {
  const one = paint({}, both.slice(0, 1), 'SICK');
  assert.equal(Object.keys(paint(one, both, 'SICK')).length, 2);
  assert.deepEqual(Object.values(paint(one, both.slice(0, 1), 'LATE')), [{ kind: 'LATE', periods: 0 }]);
  assert.deepEqual(paint(one, both, 'PRESENT'), {});
});

test('only days that differ are sent, each with all who are away on it', () => {
  const draft = paint({}, both, 'TRUANT');
  assert.deepEqual([...changedDays({}, draft)], [day.on]);
  assert.deepEqual([...changedDays(draft, { ...draft })], []);
  const [sent] = rollCallOf(view, draft, new Set([day.on]));
  assert.deepEqual([sent!.absences.length, awayOn(view, draft, day.on)], [2, 1]);
  assert.deepEqual(rollCallOf(view, draft, new Set()), []);
});

test('what was saved is the draft to begin with, and who has left the class group is marked no more', () => {
  const marks = [{ on: day.on, half: 'MORNING' as const, kind: 'LATE' as const, periods: 1 }];
  assert.deepEqual(Object.values(draftOf({ students: [{ ...student('a'), marks }] })), [{ kind: 'LATE', periods: 1 }]);
  assert.deepEqual([sitsOn(student('a'), '2026-09-19'), sitsOn(student('a'), '2026-09-20')], [true, false]);
});
