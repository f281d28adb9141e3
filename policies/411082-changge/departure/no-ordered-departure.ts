/** 不得责令: in the compulsory stages a school orders nobody to leave or to do a grade again. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { provisions } from '../instruments.ts';

const ordered = {
  stage: 'JUNIOR',
  bornOn: civilDate('2013-05-01'),
  nineYearsDone: false,
  initiatedBy: 'SCHOOL',
  ground: 'OTHER',
} as const;

export const noOrderedWithdrawal = rule('withdrawal')({
  id: 'no-ordered-withdrawal',
  title: '不得责令停学、退学',
  basis: cite(provisions, '三、3（一）', 'CG-3.3.1.a'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, initiatedBy }) => (stage !== 'SENIOR' && initiatedBy === 'SCHOOL' ? deny('ORDERED') : silent),
  sentences: { ORDERED: '义务教育阶段学校不得责令学生停学、退学' },
  remedies: { ORDERED: '继续就读；有困难或违纪的，由学校帮扶教育' },
  examples: [
    { name: 'the school orders it', facts: ordered, expect: 'ORDERED' },
    { name: 'the family asks', facts: { ...ordered, initiatedBy: 'FAMILY' }, expect: 'NONE' },
    { name: 'senior is no question', facts: { ...ordered, stage: 'SENIOR' }, expect: 'NONE' },
  ],
});

const held = {
  kind: 'RETENTION',
  stage: 'PRIMARY',
  lastGrade: false,
  initiatedBy: 'SCHOOL',
  disabled: false,
  outstanding: false,
  cannotFollow: true,
  crossesStage: false,
  sameSchool: true,
} as const;

/** Of a family that asks for it the text says nothing. */
export const noOrderedRetention = rule('grade-change')({
  id: 'no-ordered-retention',
  title: '不得责令留级',
  basis: cite(provisions, '三、4', 'CG-3.4.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ kind, stage, initiatedBy }) =>
    kind === 'RETENTION' && stage !== 'SENIOR' && initiatedBy === 'SCHOOL' ? deny('ORDERED') : silent,
  sentences: { ORDERED: '义务教育阶段学校不得责令学生留级' },
  remedies: { ORDERED: '随班就读，由学校补课帮扶' },
  examples: [
    { name: 'the school orders it', facts: held, expect: 'ORDERED' },
    { name: 'the family asks', facts: { ...held, initiatedBy: 'FAMILY' }, expect: 'NONE' },
    { name: 'skipping is no question', facts: { ...held, kind: 'SKIPPING' }, expect: 'NONE' },
    { name: 'senior is no question', facts: { ...held, stage: 'SENIOR' }, expect: 'NONE' },
  ],
});
