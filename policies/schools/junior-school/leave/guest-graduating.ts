/** 毕业年级借读: in principle no guests in the graduating grade. */
import { type Citation, deny, rule, silent } from '../../../../src/policy/index.ts';

const ninth = {
  stage: 'JUNIOR',
  graduatingGrade: true,
  reason: 'OTHER',
  gradeRegistered: 9,
  gradeThere: 9,
  secondRegistration: false,
} as const;

export const graduatingGuest = (basis: Citation) =>
  rule('guest-study')({
    id: 'guest-study-graduating-grade',
    title: '毕业年级借读',
    basis,
    force: 'PRINCIPLE',
    parameters: {},
    decide: ({ graduatingGrade }) => (graduatingGrade ? deny('GRADUATING') : silent),
    sentences: { GRADUATING: '毕业年级原则上不办理借读' },
    remedies: { GRADUATING: '在学籍所在学校读完毕业年级；确有特殊情况的，写明理由报批' },
    examples: [
      { name: 'graduating', facts: ninth, expect: 'GRADUATING' },
      { name: 'not graduating', facts: { ...ninth, graduatingGrade: false }, expect: 'NONE' },
    ],
  });
