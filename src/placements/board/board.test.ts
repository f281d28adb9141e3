/** 分班板试算: what the board says before a student is let go, and where the keys lead. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanView } from '../plan/plan.api.ts';
import { columnsOf, dropWords, figuresOf, neighbourOf, openPoints } from './board.screen.ts';

const nobody = { total: 0, boys: 0, girls: 0, others: 0 };
const group = (ordinal: number, present = nobody) => ({
  id: `g${ordinal}`,
  name: `七(${ordinal})班`,
  ordinal,
  teacherName: null,
  ...nobody,
  present,
});
const child = (number: number, groupNo: number, gender: string) => ({
  studentId: `s${number}`,
  name: `学生${number}`,
  gender,
  genderWords: gender === '1' ? '男' : '女',
  classGroupId: `g${groupNo}`,
  drawnId: `g${groupNo}`,
  special: number === 1,
  boards: false,
});
const plan = {
  bounds: { usual: 2, most: 3, chip: '山西·第十三条' },
  groups: [group(1), group(2, { total: 1, boys: 0, girls: 1, others: 0 })],
  students: [child(1, 1, '2'), child(2, 1, '1'), child(3, 1, '2'), child(4, 2, '1')],
  wishes: [{ kind: 'TOGETHER', studentIds: ['s1', 's4'], names: ['学生1', '学生4'], reason: '双胞胎', kept: false }],
  adjustments: [],
  waiting: 2,
} as unknown as PlanView;

test('a column counts who sat there before, and who is on the way', () => {
  const before = columnsOf(plan, undefined);
  assert.deepEqual(
    before.map(({ total, boys, girls, special, state }) => [total, boys, girls, special, state]),
    [
      [3, 1, 2, 1, 'OVER_USUAL'],
      [2, 1, 1, 0, 'WITHIN'],
    ],
  );
  const after = columnsOf(plan, { studentId: 's3', toId: 'g2' });
  assert.deepEqual(
    after.map(({ total, state }) => [total, state]),
    [
      [2, 'WITHIN'],
      [3, 'OVER_USUAL'],
    ],
  );
});

test('before a student is let go, the tip says what both class groups become', () => {
  assert.deepEqual(dropWords(plan, { studentId: 's3', toId: 'g2' }), [
    '放到七(2)班：2→3人，女1→2，超过2人，提交时须说明',
    '七(1)班：3→2人，女2→1，不再超限',
  ]);
  assert.deepEqual(dropWords(plan, { studentId: 's3', toId: 'g1' }), [], 'back where it came from');
});

test('the figures on top give the range, and one number where all are alike', () => {
  const figures = figuresOf(plan, columnsOf(plan, undefined));
  assert.deepEqual([figures.sizes, figures.boys, figures.over, figures.waiting], ['2–3', '1', 1, 2]);
});

test('what stands in the way is named: a reason that is missing, a wish that is not met', () => {
  assert.deepEqual(openPoints(plan, columnsOf(plan, undefined), { studentId: 's1' }), [
    '1处调整缺原因',
    '学生1、学生4同班未落实',
  ]);
});

test('the arrow keys lead along a column and between columns, and never to a folded row', () => {
  const columns = columnsOf(plan, undefined);
  const shown = ({ students }: { students: unknown[] }) => Math.min(2, students.length);
  assert.equal(neighbourOf(columns, 's1', 'ArrowDown', shown), 's2');
  assert.equal(neighbourOf(columns, 's2', 'ArrowDown', shown), undefined, 'the third is folded away');
  assert.equal(neighbourOf(columns, 's2', 'ArrowRight', shown), 's4');
  assert.equal(neighbourOf(columns, 's4', 'ArrowLeft', shown), 's1');
  assert.equal(neighbourOf(columns, 's1', 'ArrowLeft', shown), undefined);
});
