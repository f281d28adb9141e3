/** 完成义务教育: in the compulsory stages nobody withdraws, unless the text of the place names an exception. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { compulsoryEducationLaw } from '../instruments.ts';

const junior = {
  stage: 'JUNIOR',
  bornOn: civilDate('2013-05-01'),
  nineYearsDone: false,
  initiatedBy: 'FAMILY',
  ground: 'LOST_ABILITY',
} as const;

/** Guardians see to it that the child completes compulsory education; a text that names exceptions takes its place. */
export const completeCompulsoryEducation = rule('withdrawal')({
  id: 'complete-compulsory-education',
  title: '完成义务教育',
  basis: cite(compulsoryEducationLaw, '第十一条', 'MOE-1.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, nineYearsDone }) => (stage === 'SENIOR' || nineYearsDone ? silent : deny('NOT_COMPLETED')),
  sentences: { NOT_COMPLETED: '未完成义务教育，本地没有准予退学的规定' },
  remedies: { NOT_COMPLETED: '不能到校的，办理休学或送教上门；到外地就读的，办理转学' },
  examples: [
    { name: 'a junior student', facts: junior, expect: 'NOT_COMPLETED' },
    { name: 'nine years are done', facts: { ...junior, nineYearsDone: true }, expect: 'NONE' },
    { name: 'a senior student', facts: { ...junior, stage: 'SENIOR', nineYearsDone: true }, expect: 'NONE' },
  ],
});
