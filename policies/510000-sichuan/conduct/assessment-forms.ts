/** 综合素质评价表: the annexes that senior schools fill in. */
import { cite, paper, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const INTERIM = '普通高中学生综合素质阶段性评价报告单（附件10）';
const FINAL = '普通高中学生综合素质终结性评价报告单（附件11）';
const PRACTICE = '普通高中学生综合实践活动记录表（附件12）';

const interim = { stage: 'SENIOR', kind: 'QUALITY', takesPart: true, graduating: false } as const;

/** It judges nothing: it says which form there is for an assessment. Their fields are not transcribed. */
export const assessmentForms = rule('assessment')({
  id: 'assessment-forms',
  title: '综合素质评价表',
  basis: cite(measures, '附件', 'SC-A.10', 'SC-A.11', 'SC-A.12'),
  force: 'MUST',
  parameters: {},
  decide: () => silent,
  requires: ({ stage, kind, graduating }) => {
    if (stage !== 'SENIOR') return [];
    if (kind === 'QUALITY') return [paper('SCHOOL', graduating ? FINAL : INTERIM)];
    return kind === 'PRACTICE' ? [paper('SCHOOL', PRACTICE)] : [];
  },
  sentences: {},
  examples: [
    { name: 'quality, during the years', facts: interim, expect: 'NONE', requires: [INTERIM] },
    { name: 'quality, at the end', facts: { ...interim, graduating: true }, expect: 'NONE', requires: [FINAL] },
    { name: 'practice', facts: { ...interim, kind: 'PRACTICE' }, expect: 'NONE', requires: [PRACTICE] },
    { name: 'an examination', facts: { ...interim, kind: 'FINAL' }, expect: 'NONE', requires: [] },
    { name: 'junior', facts: { ...interim, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});
