/** 失踪、拘留学生: reported at once, and the registration is never cancelled for it. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, type PartyName, rule, silent, step } from '../../../src/policy/index.ts';
import { provisions } from '../instruments.ts';

const missing = { stage: 'JUNIOR', bornOn: civilDate('2013-05-01'), situation: 'MISSING', act: 'KEEP' } as const;

export const missingOrDetained = rule('missing-or-detained')({
  id: 'missing-or-detained',
  title: '失踪、拘留学生的学籍',
  basis: cite(provisions, '三、5', 'CG-3.5.2', 'CG-3.5.3'),
  force: 'MUST',
  parameters: {
    reportTo: fixed<readonly PartyName[]>(['AUTHORITY'], 'NEVER', '失踪、拘留学生的报告对象'),
  },
  decide: ({ stage, act }) => {
    if (stage === 'SENIOR') return silent;
    return act === 'CANCEL' ? deny('MAY_NOT_CANCEL') : allow();
  },
  requires: ({ stage, act }, law) =>
    stage === 'SENIOR' || act === 'RETURN' ? [] : law.reportTo.map(() => step('SCHOOL', '及时报告主管教育行政部门')),
  sentences: {
    COMPLIES: '保留学籍',
    MAY_NOT_CANCEL: '失踪或被刑事拘留的学生，学校和学籍主管部门不得取消学籍',
  },
  remedies: { MAY_NOT_CANCEL: '保留学籍，及时报告主管教育行政部门' },
  examples: [
    { name: 'kept', facts: missing, expect: 'COMPLIES', requires: ['及时报告主管教育行政部门'] },
    { name: 'cancelled', facts: { ...missing, act: 'CANCEL' }, expect: 'MAY_NOT_CANCEL' },
    { name: 'back again', facts: { ...missing, act: 'RETURN' }, expect: 'COMPLIES', requires: [] },
    { name: 'senior is no question', facts: { ...missing, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
  ],
});
