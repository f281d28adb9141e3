/** 复学年级: back into the grade of before or the next one, as the student asks. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const back = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2025-09-01'),
  endsOn: civilDate('2026-09-01'),
  returnsOn: civilDate('2026-09-01'),
  gradeBefore: 7,
} as const;

export const returnGrade = rule('return')({
  id: 'return-grade',
  title: '复学年级',
  basis: cite(rules, '第二十四条', 'SX-24.8'),
  force: 'MUST',
  parameters: { above: fixed(1, 'SMALLER', '可高于休学前年级', '级') },
  decide: ({ gradeBefore, gradeWanted }, law) => {
    if (gradeWanted === undefined) return silent;
    const facts = { gradeWanted, gradeBefore, next: gradeBefore + law.above };
    const free = gradeWanted === gradeBefore || gradeWanted === facts.next;
    return free ? allow('COMPLIES', facts) : deny('OTHER_GRADE', facts);
  },
  sentences: {
    COMPLIES: '按本人要求编入{gradeWanted}年级',
    OTHER_GRADE: '复学可回{gradeBefore}年级或到{next}年级，不得编入{gradeWanted}年级',
  },
  remedies: { OTHER_GRADE: '在{gradeBefore}年级和{next}年级中选择' },
  examples: [
    { name: 'the grade of before', facts: { ...back, gradeWanted: 7 }, expect: 'COMPLIES' },
    { name: 'the next grade', facts: { ...back, gradeWanted: 8 }, expect: 'COMPLIES' },
    { name: 'two grades on', facts: { ...back, gradeWanted: 9 }, expect: 'OTHER_GRADE' },
    { name: 'a grade below', facts: { ...back, gradeWanted: 6 }, expect: 'OTHER_GRADE' },
    { name: 'not said yet', facts: back, expect: 'NONE' },
  ],
});
