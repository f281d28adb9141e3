/** 统筹安排转学: in special cases the authority above arranges a transfer. */

import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, rule, weigh } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const special = {
  by: 'HIGHER_AUTHORITY',
  since: civilDate('2026-09-21'),
  againstConditions: false,
  special: true,
} as const;

/** The text gives the power to the higher authority alone, and for special cases; a mere delay it does not name. */
export const arrangedTransfer = rule('forced-step')({
  id: 'arranged-transfer',
  title: '统筹安排转学',
  basis: cite(measures, '第三十五条', 'SC-35.4'),
  force: 'MUST',
  letThroughBy: 'CITY',
  parameters: {},
  decide: ({ by, special }) => {
    if (by !== 'HIGHER_AUTHORITY') return deny('NOT_ENTITLED');
    return special ? allow() : weigh('NOT_SPECIAL');
  },
  sentences: {
    COMPLIES: '特殊情况下，上级教育行政部门可以统筹安排转学',
    NOT_SPECIAL: '统筹安排转学限于特殊情况，须写明情况',
    NOT_ENTITLED: '只有上级教育行政部门可以统筹安排转学',
  },
  remedies: { NOT_SPECIAL: '写明特殊情况后安排；单纯逾期的，先督办', NOT_ENTITLED: '报上级教育行政部门处理' },
  examples: [
    { name: 'a special case', facts: special, expect: 'COMPLIES' },
    { name: 'a mere delay', facts: { ...special, special: false }, expect: 'NOT_SPECIAL' },
    { name: 'the other school', facts: { ...special, by: 'COUNTERPART' }, expect: 'NOT_ENTITLED' },
    { name: 'the registry', facts: { ...special, by: 'SYSTEM' }, expect: 'NOT_ENTITLED' },
  ],
});
