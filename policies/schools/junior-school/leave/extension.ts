/** 延长休学: who cannot come back after the year may ask for more; who decides on it the text does not say. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, rule } from '../../../../src/policy/index.ts';

/** Steps back where the province says how it is done. */
export const extensionMayBeAsked = (basis: Citation) =>
  rule('leave-extension')({
    id: 'leave-extension-of-school',
    title: '延长休学',
    basis,
    force: 'MAY',
    yields: true,
    parameters: {},
    decide: () => allow('MAY_ASK'),
    sentences: { MAY_ASK: '休学期满不能复学的，可以申请延长，学籍仍然保留' },
    examples: [
      {
        name: 'any extension',
        facts: {
          stage: 'JUNIOR',
          reason: 'ILLNESS',
          beganOn: civilDate('2025-09-10'),
          endsOn: civilDate('2026-09-10'),
          until: civilDate('2027-09-10'),
        },
        expect: 'MAY_ASK',
      },
    ],
  });
