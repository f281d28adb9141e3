/** 班级格底稿: what is typed or pasted lies over what was saved, and nothing of it is lost by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changedStudents,
  countCells,
  filledCells,
  firstProblem,
  fittingDraft,
  type GridStudent,
  typeIn,
} from './class-grid.screen.ts';

const items = [
  { code: 'height', name: '身高' },
  { code: 'run1000', name: '1000米跑' },
];
const students: GridStudent[] = [
  {
    ...{ studentId: 'a', seatNo: 1, name: '安静', values: { height: '160' } },
    closed: new Map([['run1000', '女生不测']]),
  },
  { studentId: 'b', seatNo: 2, name: '柏一鸣', values: {} },
];
const figures = (_: unknown, __: unknown, text: string) => (/^\d+$/.test(text) ? undefined : '须填数字');

test('what equals the saved text is no change, what is closed is not written, an untouched row stays the same object', () => {
  const once = typeIn({ b: { height: '150' } }, students, [
    { studentId: 'a', code: 'height', text: '161' },
    { studentId: 'a', code: 'run1000', text: '4:01' },
    { studentId: 'c', code: 'height', text: '170' },
  ]);
  assert.deepEqual(once, { a: { height: '161' }, b: { height: '150' } });
  const back = typeIn(once, students, [{ studentId: 'a', code: 'height', text: '160' }]);
  assert.deepEqual(back, { b: { height: '150' } });
  assert.equal(back['b'], once['b']);
});

test('a student with a change is sent with what was seen and with all the values, the others not at all', () => {
  assert.deepEqual(changedStudents({ a: { height: '161 ' } }, students), [
    { studentId: 'a', changed: { height: '161' }, values: { height: '161' }, was: { height: '160' } },
  ]);
  const renewed = students.map((one) => ({ ...one, values: { height: '161' } }));
  assert.deepEqual(changedStudents({ a: { height: '161' } }, renewed), [], 'somebody else has saved the same');
});

test('the first cell that is no value is found with its place, and how many hold something', () => {
  const typed = { a: { height: '161' }, b: { run1000: '很快' } };
  const found = firstProblem(typed, items, students, figures);
  assert.deepEqual([found?.row, found?.column, found?.student.name, found?.problem], [1, 1, '柏一鸣', '须填数字']);
  assert.equal(firstProblem({ b: { height: '170' } }, items, students, figures), undefined);
  assert.equal(filledCells(typed, items, students), 2);
  assert.equal(countCells(changedStudents(typed, students)), 2);
});

test('after a reload what was typed is there again, for whoever still sits in the class group and as far as it is no longer saved', () => {
  const kept = { a: { height: '160', run1000: '4:01' }, b: { height: '170', chest: '80' }, gone: { height: '150' } };
  assert.deepEqual(fittingDraft(kept, items, students), { b: { height: '170' } });
  assert.deepEqual(fittingDraft(undefined, items, students), {});
});
