import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Draft,
  fillBlanks,
  type GridColumn,
  type GridRow,
  overtaken,
  paste,
  readValue,
  rebased,
  setValue,
} from './results-draft.screen.ts';

const column = (name: string, label: string, kind: GridColumn['kind'], unit: string | null = null): GridColumn => ({
  ...{ name, label, kind, unit },
  choices:
    kind === 'CHOICE'
      ? [
          { code: 'A', words: 'A等' },
          { code: 'PASSED', words: '合格（不分等级）' },
        ]
      : [],
});
const finished = column('finished', '修业期满', 'FLAG');
const failed = column('failedSubjects', '补考后仍不及格的毕业考试科目', 'NUMBER', '门');
const best = column('proficiency', '学业水平考试各科最低成绩（含补考）', 'CHOICE');
const row = (studentId: string, name: string, facts: GridRow['facts'] = null): GridRow => ({
  ...{ studentId, name, facts, version: facts ? 1 : 0, numberMasked: '', carriedFrom: null, found: {} },
  ...{ outcome: null, stay: 'MISSING_RESULTS', outcomeWords: '成绩未录全', grounds: [] },
});
const grid = {
  columns: [finished, failed, best],
  rows: [row('a', '甲一'), row('b', '乙一', { finished: true }), row('c', '丙一')],
};
const factsIn = (draft: Draft) => Object.fromEntries(Object.entries(draft).map(([id, { facts }]) => [id, facts]));

test('a cell is read as people write it: ticks, units, letters', () => {
  assert.deepEqual(
    ['是', '√', '合格', 'Y'].map((text) => readValue(finished, text)),
    [true, true, true, true],
  );
  assert.deepEqual(
    ['否', '×', '0'].map((text) => readValue(finished, text)),
    [false, false, false],
  );
  assert.deepEqual(
    ['3门', '３', '2.5'].map((text) => readValue(failed, text)),
    [3, 3, 2.5],
  );
  assert.deepEqual(
    ['三门', '-1', ''].map((text) => readValue(failed, text)),
    [undefined, undefined, undefined],
  );
  assert.deepEqual(
    ['a', 'A等', '合格'].map((text) => readValue(best, text)),
    ['A', 'A', 'PASSED'],
  );
});

test('a row that is as it was saved leaves the draft', () => {
  const typed = setValue({}, grid.rows[1]!, 'finished', false);
  assert.deepEqual(factsIn(typed), { b: { finished: false } });
  assert.deepEqual(setValue(typed, grid.rows[1]!, 'finished', true), {});
});

test('without headings the cells go in from where one stands, and what lies beyond the class group is told', () => {
  const { draft, filled, unread } = paste({}, grid, '是\t2\n是\t\n是\t0\n是\t1\n', { row: 1, column: 0 });
  assert.deepEqual(factsIn(draft), { b: { finished: true, failedSubjects: 2 }, c: { finished: true } });
  assert.equal(filled, 3);
  assert.match(unread.join(), /第3行之后超出本班人数/);
});

test('with headings and names the order does not matter; who is not there and what cannot be read is told', () => {
  const text =
    '姓名\t补考后仍不及格的毕业考试科目\t性别\t修业期满\n丙一\t1\t男\t是\n丁一\t0\t女\t是\n甲一\t一门\t男\t是';
  const { draft, unread } = paste({}, grid, text, { row: 2, column: 2 });
  assert.deepEqual(factsIn(draft), { c: { failedSubjects: 1, finished: true }, a: { finished: true } });
  assert.deepEqual(unread, [
    '本班毕业年级没有“丁一”',
    '甲一的“补考后仍不及格的毕业考试科目”写作“一门”，看不出是什么，没有填入',
  ]);
});

test('what the file knows fills blanks and nothing else', () => {
  const draft = fillBlanks({}, grid.rows, () => ({ finished: false, failedSubjects: 0 }));
  assert.deepEqual(factsIn(draft)['b'], { finished: true, failedSubjects: 0 });
  assert.deepEqual(factsIn(draft)['a'], { finished: false, failedSubjects: 0 });
});

test('what somebody else saved meanwhile is named, and once seen it may be written over', () => {
  const draft = setValue({}, grid.rows[1]!, 'failedSubjects', 1);
  const newer = [grid.rows[0]!, { ...grid.rows[1]!, version: 2 }, grid.rows[2]!];
  assert.deepEqual(overtaken(draft, grid.rows), []);
  assert.deepEqual(
    overtaken(draft, newer).map(({ name }) => name),
    ['乙一'],
  );
  assert.deepEqual(overtaken(rebased(draft, newer), newer), []);
  assert.deepEqual(factsIn(rebased(draft, newer)), { b: { finished: true, failedSubjects: 1 } });
});
