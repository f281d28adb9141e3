/** 学校原则上不收借读生: what a school's own text adds to the cases of its province. */
import { type Citation, deny, rule, silent } from '../../../../src/policy/index.ts';

const guest = {
  stage: 'JUNIOR',
  graduatingGrade: false,
  reason: 'OTHER',
  gradeRegistered: 7,
  gradeThere: 7,
  secondRegistration: false,
} as const;

/** The rule for that text; what it makes of the graduating grade is said apart. */
export const schoolTakesNoGuests = (basis: Citation) =>
  rule('guest-study')({
    id: 'guest-study-of-school',
    title: '学校接收借读生',
    basis,
    force: 'PRINCIPLE',
    parameters: {},
    decide: ({ reason }) => (reason === 'MIGRANT' ? silent : deny('NOT_IN_PRINCIPLE')),
    sentences: { NOT_IN_PRINCIPLE: '学校原则上不接收借读；确有特殊情况的，经学校同意并由教育行政部门审核' },
    remedies: { NOT_IN_PRINCIPLE: '家长写明特殊情况提出书面申请，学校同意后报教育行政部门' },
    examples: [
      { name: 'any guest', facts: guest, expect: 'NOT_IN_PRINCIPLE' },
      { name: 'who moves along with the parents is no guest', facts: { ...guest, reason: 'MIGRANT' }, expect: 'NONE' },
    ],
  });
