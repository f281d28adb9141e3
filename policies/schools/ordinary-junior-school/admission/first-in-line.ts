/** 优先照顾入学: children of soldiers and of officers who have left the army first, disabled students with special care. */
import { allow, type Citation, rule, silent } from '../../../../src/policy/index.ts';

const soldier = { stage: 'JUNIOR', season: 'AUTUMN', care: 'SOLDIER' } as const;

export const firstInLine = (basis: Citation) =>
  rule('admission-plan')({
    id: 'first-in-line',
    title: '优先照顾入学',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ care }) => {
      if (!care) return silent;
      return allow(care === 'DISABLED' ? 'SPECIAL_CARE' : 'FIRST');
    },
    sentences: {
      FIRST: '现役军人、部队转业干部子女，优先照顾入学',
      SPECIAL_CARE: '残疾学生，特殊照顾入学',
    },
    examples: [
      { name: 'a soldier', facts: soldier, expect: 'FIRST' },
      { name: 'an officer who has left the army', facts: { ...soldier, care: 'TRANSFERRED' }, expect: 'FIRST' },
      { name: 'a disabled student', facts: { ...soldier, care: 'DISABLED' }, expect: 'SPECIAL_CARE' },
      { name: 'anybody else', facts: { stage: 'JUNIOR', season: 'AUTUMN' }, expect: 'NONE' },
    ],
  });
