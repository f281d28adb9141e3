/** 毕业年级不留级: a paragraph of its own, for every stage and without exception. */
import { cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const asked = {
  kind: 'RETENTION',
  stage: 'JUNIOR',
  lastGrade: true,
  initiatedBy: 'FAMILY',
  disabled: true,
  outstanding: false,
  cannotFollow: false,
  crossesStage: false,
  sameSchool: true,
} as const;

export const noRetentionInLastGrade = rule('grade-change')({
  id: 'no-retention-in-last-grade',
  title: '毕业年级不予留级',
  basis: cite(measures, '第二十四条', 'SC-24.5'),
  force: 'MUST',
  parameters: {},
  decide: ({ kind, lastGrade }) => (kind === 'RETENTION' && lastGrade ? deny('LAST_GRADE') : silent),
  sentences: { LAST_GRADE: '毕业年级学生不予留级' },
  remedies: { LAST_GRADE: '按毕业、结业或肄业的规定办理' },
  examples: [
    { name: 'the last grade again', facts: asked, expect: 'LAST_GRADE' },
    { name: 'another grade', facts: { ...asked, lastGrade: false }, expect: 'NONE' },
    { name: 'skipping is no question', facts: { ...asked, kind: 'SKIPPING' }, expect: 'NONE' },
  ],
});
