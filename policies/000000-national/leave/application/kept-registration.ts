/** 保留学籍: a student on leave keeps the registration. */
import { allow, type Citation, rule } from '../../../../src/policy/index.ts';

interface Kept {
  id?: string;
  basis: Citation;
  yields?: true;
}

/** The rule for the text that says so. */
export const keptRegistration = ({ id, basis, yields }: Kept) =>
  rule('leave')({
    id: id ?? 'kept-registration',
    title: '休学期间的学籍',
    basis,
    force: 'MUST',
    ...(yields ? { yields } : {}),
    parameters: {},
    decide: () => allow('KEPT'),
    sentences: { KEPT: '休学期间保留学籍' },
    examples: [
      {
        name: 'any leave',
        facts: { stage: 'JUNIOR', graduatingGrade: false, reason: 'ILLNESS', orderedBySchool: false },
        expect: 'KEPT',
      },
    ],
  });
