/** 随班就读: between a special school and an ordinary one the registration may move along or stay. */
import { allow, type Citation, rule, silent } from '../../../../src/policy/index.ts';

/** The rule for the text that leaves it open. */
export const registrationAtEither = (basis: Citation) =>
  rule('special-education')({
    id: 'special-school-registration',
    title: '特殊教育学校与随班就读互转的学籍',
    basis,
    force: 'MAY',
    parameters: {},
    decide: ({ way }) => (way === 'SPECIAL_SCHOOL' || way === 'INCLUSIVE' ? allow('EITHER') : silent),
    sentences: { EITHER: '学籍可以转入就读学校，也可以留在原学校' },
    examples: [
      { name: 'to an ordinary school', facts: { stage: 'PRIMARY', way: 'INCLUSIVE' }, expect: 'EITHER' },
      { name: 'to a special school', facts: { stage: 'JUNIOR', way: 'SPECIAL_SCHOOL' }, expect: 'EITHER' },
      { name: 'taught at home', facts: { stage: 'PRIMARY', way: 'HOME_DELIVERY' }, expect: 'NONE' },
      { name: 'at a work-study school', facts: { stage: 'JUNIOR', way: 'WORK_STUDY' }, expect: 'NONE' },
    ],
  });
