/** 复学年级: the school finds the grade, by the principle that its text names. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, rule } from '../../../../src/policy/index.ts';

/** The rule for the text that names the principle: 由学校按接续学业原则安排就读年级. */
export const gradeBySchool = (basis: Citation, how: string) =>
  rule('return')({
    id: 'return-grade',
    title: '复学年级',
    basis,
    force: 'MUST',
    parameters: {},
    decide: () => allow('BY_SCHOOL', { how }),
    sentences: { BY_SCHOOL: '{how}' },
    examples: [
      {
        name: 'any return',
        facts: {
          stage: 'JUNIOR',
          reason: 'ILLNESS',
          beganOn: civilDate('2026-09-01'),
          endsOn: civilDate('2027-09-01'),
          returnsOn: civilDate('2027-09-01'),
          gradeBefore: 7,
        },
        expect: 'BY_SCHOOL',
      },
    ],
  });
