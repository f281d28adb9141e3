/** 班级格底稿: typing, pasting and what is sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedStudents, firstProblem, typeIn } from './class-grid.screen.ts';

const items = [
  { code: 'height', name: '身高', choices: [] },
  { code: 'run1000', name: '1000米跑', choices: [] },
];
const students = [
  { studentId: 'a', seatNo: 1, name: '安静', values: { height: '160' }, closed: new Set(['run1000']) },
  { studentId: 'b', seatNo: 2, name: '柏一鸣', values: {} },
];

test('what equals the saved text is no change, and what does not concern a student is not written', () => {
  const once = typeIn({}, students, [
    { studentId: 'a', code: 'height', text: '161' },
    { studentId: 'a', code: 'run1000', text: '4:01' },
    { studentId: 'b', code: 'run1000', text: '4:01' },
    { studentId: 'c', code: 'height', text: '170' },
  ]);
  assert.deepEqual(once, { a: { height: '161' }, b: { run1000: '4:01' } });
  assert.deepEqual(typeIn(once, students, [{ studentId: 'a', code: 'height', text: '160' }]), {
    b: { run1000: '4:01' },
  });
});

test('a student with a change is sent with all the values, the others not at all', () => {
  const typed = { a: { height: '161' } };
  assert.deepEqual(changedStudents(typed, students), [
    { studentId: 'a', values: { height: '161' }, changed: { height: '161' } },
  ]);
});

test('the first cell that is no value is named with its student', () => {
  const typed = { b: { height: '高' } };
  const problemOf = (_: unknown, __: unknown, text: string) => (/^\d+$/.test(text) ? undefined : '身高须填数字');
  assert.equal(firstProblem(typed, items, students, problemOf), '柏一鸣：身高须填数字');
  assert.equal(firstProblem({ b: { height: '170' } }, items, students, problemOf), undefined);
});
