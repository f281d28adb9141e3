/** 不留级: nobody does a grade again, in compulsory and in general senior education alike. */
import { cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const asked = {
  kind: 'RETENTION',
  stage: 'SENIOR',
  lastGrade: false,
  initiatedBy: 'FAMILY',
  disabled: false,
  outstanding: false,
  cannotFollow: true,
  crossesStage: false,
  sameSchool: true,
} as const;

export const noRetention = rule('grade-change')({
  id: 'no-retention',
  title: '不允许留级',
  basis: cite(rules, '第二十三条', 'SX-23.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ kind }) => (kind === 'RETENTION' ? deny('RETENTION') : silent),
  sentences: { RETENTION: '义务教育和普通高中阶段都不允许留级' },
  remedies: { RETENTION: '随班就读并补课；符合休学条件的，可申请休学' },
  examples: [
    { name: 'a senior grade again', facts: asked, expect: 'RETENTION' },
    { name: 'a primary grade again', facts: { ...asked, stage: 'PRIMARY', disabled: true }, expect: 'RETENTION' },
    { name: 'skipping is no question', facts: { ...asked, kind: 'SKIPPING' }, expect: 'NONE' },
  ],
});
