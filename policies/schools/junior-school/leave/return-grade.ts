/** 复学年级: the next grade in principle; who comes back early goes where ability and wish lead. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, rule, silent } from '../../../../src/policy/index.ts';

const back = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2025-09-01'),
  endsOn: civilDate('2026-09-01'),
  returnsOn: civilDate('2026-09-01'),
  gradeBefore: 7,
} as const;
const early = { ...back, returnsOn: civilDate('2026-08-31') } as const;

/** Steps back where the province finds the grade. */
export const schoolReturnGrade = (basis: Citation) =>
  rule('return')({
    id: 'return-grade-of-school',
    title: '复学年级',
    basis,
    force: 'PRINCIPLE',
    letThroughBy: 'SCHOOL',
    yields: true,
    parameters: { above: fixed(1, 'NEVER', '原则上高于休学前年级', '级') },
    decide: ({ endsOn, returnsOn, gradeBefore, gradeWanted }, law) => {
      if (returnsOn < endsOn) return allow('BY_ABILITY');
      if (gradeWanted === undefined) return silent;
      const facts = { gradeWanted, next: gradeBefore + law.above };
      return gradeWanted === facts.next ? allow('NEXT_GRADE', facts) : deny('OTHER_GRADE', facts);
    },
    sentences: {
      BY_ABILITY: '提前复学的，由学校视学力程度和个人志愿安排年级',
      NEXT_GRADE: '期满复学，编入{next}年级',
      OTHER_GRADE: '期满复学原则上编入{next}年级，申请的是{gradeWanted}年级',
    },
    remedies: { OTHER_GRADE: '改申请{next}年级；确有困难的，写明理由，由学校酌定' },
    examples: [
      { name: 'the next grade', facts: { ...back, gradeWanted: 8 }, expect: 'NEXT_GRADE' },
      { name: 'the grade of before', facts: { ...back, gradeWanted: 7 }, expect: 'OTHER_GRADE' },
      { name: 'two grades on', facts: { ...back, gradeWanted: 9 }, expect: 'OTHER_GRADE' },
      { name: 'a day early', facts: { ...early, gradeWanted: 7 }, expect: 'BY_ABILITY' },
      { name: 'not said yet', facts: back, expect: 'NONE' },
    ],
  });
