/** 粘贴考勤: marks from a spreadsheet find their students and half-days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisterView } from '../../attendance.api.ts';
import { putMarks } from './draft.screen.ts';
import { fitMarks, readMark } from './paste-marks.screen.ts';

const day = (on: string, open = true) => ({ on, open, morningPeriods: 4, afternoonPeriods: 3, taken: null });
const student = (studentId: string, name: string, from = '2026-09-01') => ({
  ...{ studentId, name, seatNo: null, present: [{ from, to: null }], leaves: [], marks: [] },
});
const view: Pick<RegisterView, 'days' | 'students'> = {
  days: [day('2026-09-14'), day('2026-09-15'), day('2026-09-16', false)],
  students: [student('a', '安静'), student('b', '柏一鸣', '2026-09-15')],
};

test('the short and the long word of a kind, with periods, and that somebody was there', () => {
  assert.deepEqual(['旷', '病假2节', '事１', '√', '迟到'].map(readMark), [
    { kind: 'TRUANT' },
    { kind: 'SICK', periods: 2 },
    { kind: 'PERSONAL', periods: 1 },
    { kind: 'PRESENT' },
    { kind: 'LATE' },
  ]);
  assert.deepEqual(['早', '12', '病假2天'].map(readMark), [undefined, undefined, undefined]);
});

test('marks by name and by heading; what is no mark, closed or before the seat is named', () => {
  const table = [
    ['姓名', '9月14日上午', '9月15日下午', '9月16日上午'],
    ['柏一鸣', '旷', '病2', ''],
    ['安静', '睡', '到', '旷'],
  ];
  const { marks, fitted } = fitMarks(table, view, { row: 0, column: 0 });
  assert.deepEqual(
    marks.map(({ studentId, day: { on }, half, kind, periods }) => [studentId, on, half, kind, periods]),
    [
      ['b', '2026-09-15', 'AFTERNOON', 'SICK', 2],
      ['a', '2026-09-15', 'AFTERNOON', 'PRESENT', undefined],
    ],
  );
  assert.deepEqual(
    fitted.strays.map(({ line, words, why }) => [line, words, why]),
    [
      [2, '柏一鸣9月14日上午“旷”', '当天不在本班'],
      [3, '安静9月14日上午“睡”', '不是考勤记号，填旷、病、事、迟、退、公或到'],
      [3, '安静9月16日上午“旷”', '这一天不能登记'],
    ],
  );
});

test('without headings marks go in from the focus; each is set as it is wanted, no press takes it back', () => {
  const { marks } = fitMarks(
    [
      ['旷', '到'],
      ['病9', '事'],
    ],
    view,
    { row: 0, column: 2 },
  );
  const draft = putMarks({ 'a 2026-09-15 MORNING': { kind: 'TRUANT', periods: 4 } }, marks);
  assert.deepEqual(draft, {
    'a 2026-09-15 MORNING': { kind: 'TRUANT', periods: 4 },
    'b 2026-09-15 MORNING': { kind: 'SICK', periods: 4 },
    'b 2026-09-15 AFTERNOON': { kind: 'PERSONAL', periods: 3 },
  });
});
