/** 毕业年级休学: generally none; who truly must needs three signatures in the school. */
import { type Citation, deny, rule, silent, step } from '../../../../src/policy/index.ts';

const ninth = { stage: 'JUNIOR', graduatingGrade: true, reason: 'ILLNESS', orderedBySchool: false } as const;

export const graduatingLeave = (basis: Citation) =>
  rule('leave')({
    id: 'leave-graduating-grade',
    title: '毕业年级休学',
    basis,
    force: 'PRINCIPLE',
    parameters: {},
    decide: ({ graduatingGrade }) => (graduatingGrade ? deny('GRADUATING') : silent),
    requires: ({ graduatingGrade }) =>
      graduatingGrade
        ? [step('CLASS_TEACHER', '签字'), step('ACADEMIC_OFFICE', '教导主任签字'), step('PRINCIPAL', '签字')]
        : [],
    sentences: { GRADUATING: '毕业年级一般不办理休学；确需休学的，须校长、教导主任和班主任签字并报批' },
    remedies: { GRADUATING: '附区、市级以上医院诊断证明和原始病历，三方签字后报教育主管部门' },
    examples: [
      { name: 'graduating', facts: ninth, expect: 'GRADUATING', requires: ['签字', '教导主任签字', '签字'] },
      { name: 'not graduating', facts: { ...ninth, graduatingGrade: false }, expect: 'NONE', requires: [] },
    ],
  });
