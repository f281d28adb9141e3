/** 评价归档: a text that wants the results of assessments in the student file. */
import { allow, type Citation, fixed, rule, silent, step, worded } from '../../../src/policy/index.ts';
import { ASSESSMENTS, type Assessment } from '../../../src/policy/questions/conduct.ts';

const quality = { stage: 'SENIOR', kind: 'QUALITY', takesPart: true, graduating: false } as const;

/** Quality assessments are filed as the report on all-round development, which is a part of the file. */
export function assessmentFiling(basis: Citation, kinds: readonly Assessment[]) {
  const all = kinds.includes('PROFICIENCY');
  return rule('assessment')({
    id: 'assessment-filing',
    title: '评价结果归档',
    basis,
    force: 'MUST',
    parameters: { kinds: worded(fixed(kinds, 'NEVER', '须归档的评价'), ASSESSMENTS) },
    decide: ({ kind }, law) => (law.kinds.includes(kind) ? allow('TO_BE_FILED', { words: ASSESSMENTS[kind] }) : silent),
    requires: ({ kind }, law) => {
      if (!law.kinds.includes(kind)) return [];
      const what = kind === 'QUALITY' ? '综合素质发展报告归入学籍档案' : `${ASSESSMENTS[kind]}结果记入学籍档案`;
      return [step('SCHOOL', what)];
    },
    sentences: { TO_BE_FILED: '{words}的结果应及时记入学籍档案' },
    examples: [
      { name: 'quality', facts: quality, expect: 'TO_BE_FILED', requires: ['综合素质发展报告归入学籍档案'] },
      {
        name: 'proficiency',
        facts: { ...quality, kind: 'PROFICIENCY' },
        expect: all ? 'TO_BE_FILED' : 'NONE',
        requires: all ? ['学业水平考试结果记入学籍档案'] : [],
      },
    ],
  });
}
