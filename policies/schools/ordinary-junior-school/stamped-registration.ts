/** 学校文本 篇四: a record form in the order of numbers, which the authority reviews and stamps. */
import { type Citation, paper, rule, silent, step } from '../../../src/policy/index.ts';

const FORM = '在校学生注册备案登记表（按学号顺序）和初步学籍电子文档';
const STAMP = '审核验印后学籍生效';

const review = { stage: 'JUNIOR', supervisedBy: 'COUNTY', reviewedByCounty: false } as const;

export const stampedRegistration = (basis: Citation) =>
  rule('registration-review')({
    id: 'stamped-registration',
    title: '新生学籍审核验印',
    basis,
    force: 'MUST',
    parameters: {},
    decide: () => silent,
    requires: ({ stage }) => (stage === 'JUNIOR' ? [paper('SCHOOL', FORM), step('AUTHORITY', STAMP)] : []),
    sentences: {},
    examples: [
      { name: 'junior', facts: review, expect: 'NONE', requires: [FORM, STAMP] },
      { name: 'primary is no question', facts: { ...review, stage: 'PRIMARY' }, expect: 'NONE', requires: [] },
    ],
  });
