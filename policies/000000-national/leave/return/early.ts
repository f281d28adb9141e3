/** 提前复学: a student may come back before the leave is over. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, rule, silent } from '../../../../src/policy/index.ts';

const asked = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2026-09-01'),
  endsOn: civilDate('2027-09-01'),
  gradeBefore: 7,
} as const;

interface Early {
  id?: string;
  basis: Citation;
  yields?: true;
}

/** The rule for the text that allows it. */
export const earlyReturn = ({ id, basis, yields }: Early) =>
  rule('return')({
    id: id ?? 'return-early',
    title: '提前复学',
    basis,
    force: 'MAY',
    ...(yields ? { yields } : {}),
    parameters: {},
    decide: ({ endsOn, returnsOn }) => (returnsOn < endsOn ? allow('MAY_RETURN_EARLY') : silent),
    sentences: { MAY_RETURN_EARLY: '休学期未满，可以申请提前复学' },
    examples: [
      {
        name: 'a day before the end',
        facts: { ...asked, returnsOn: civilDate('2027-08-31') },
        expect: 'MAY_RETURN_EARLY',
      },
      { name: 'on the day itself', facts: { ...asked, returnsOn: civilDate('2027-09-01') }, expect: 'NONE' },
    ],
  });
