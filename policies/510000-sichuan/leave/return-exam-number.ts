/** 考籍号: a senior student who comes back into a lower grade gets a new one. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, rule, silent, step } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const REISSUED = '注销原考籍号，重新编定';
const back = {
  stage: 'SENIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2025-09-01'),
  endsOn: civilDate('2026-09-01'),
  returnsOn: civilDate('2026-09-01'),
  gradeBefore: 11,
} as const;

export const returnExamNumber = rule('return')({
  id: 'return-exam-number',
  title: '复学后的考籍号',
  basis: cite(measures, '第二十六条', 'SC-26.5'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, gradeBefore, gradeWanted }) => {
    if (stage !== 'SENIOR' || gradeWanted === undefined || gradeWanted > gradeBefore) return silent;
    return gradeWanted < gradeBefore ? allow('REISSUED') : allow('KEPT');
  },
  requires: ({ stage, gradeBefore, gradeWanted }) =>
    stage === 'SENIOR' && gradeWanted !== undefined && gradeWanted < gradeBefore ? [step('CITY', REISSUED)] : [],
  sentences: {
    KEPT: '普通高中复学回原年级，考籍号不变',
    REISSUED: '普通高中复学到低年级，原考籍号注销，重新编定',
  },
  examples: [
    { name: 'the same grade', facts: { ...back, gradeWanted: 11 }, expect: 'KEPT', requires: [] },
    { name: 'a lower grade', facts: { ...back, gradeWanted: 10 }, expect: 'REISSUED', requires: [REISSUED] },
    { name: 'the next grade', facts: { ...back, gradeWanted: 12 }, expect: 'NONE', requires: [] },
    { name: 'not said yet', facts: back, expect: 'NONE' },
    {
      name: 'junior has no such number',
      facts: { ...back, stage: 'JUNIOR', gradeBefore: 8, gradeWanted: 7 },
      expect: 'NONE',
      requires: [],
    },
  ],
});
