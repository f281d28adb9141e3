/** 违规招收: who was taken in against the rules is not confirmed on the roster. */

import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const roster = {
  stage: 'SENIOR',
  termStart: civilDate('2026-09-01'),
  confirmedOn: civilDate('2026-09-20'),
} as const;

export const rosterWithinRules = rule('roster-confirmation')({
  id: 'roster-within-rules',
  title: '违规招收的学生不予注册',
  basis: cite(measures, '第十一条', 'SC-11.2'),
  force: 'MUST',
  parameters: { borne: fixed(0, 'SMALLER', '花名册上可有违规招收的学生', '人') },
  decide: ({ stage, outsideRules }, law) => {
    if (stage !== 'SENIOR' || outsideRules === undefined) return silent;
    return outsideRules > law.borne ? deny('OUTSIDE_RULES', { outsideRules }) : allow();
  },
  sentences: {
    COMPLIES: '花名册上没有违规招收的学生',
    OUTSIDE_RULES: '花名册上有违规招收的学生{outsideRules}人，不予注册',
  },
  remedies: { OUTSIDE_RULES: '从花名册上除去后再报；有录取手续的，补附手续' },
  examples: [
    { name: 'nobody', facts: { ...roster, outsideRules: 0 }, expect: 'COMPLIES' },
    { name: 'one', facts: { ...roster, outsideRules: 1 }, expect: 'OUTSIDE_RULES' },
    { name: 'not looked at', facts: roster, expect: 'NONE' },
    { name: 'junior is no question', facts: { ...roster, stage: 'JUNIOR', outsideRules: 1 }, expect: 'NONE' },
  ],
});
