/** 学生情况登记表: the form that senior students fill in whole. */
import { cite, paper, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const FORM = '四川省中小学生情况登记表（附件2）';

const senior = {
  stage: 'SENIOR',
  hasIdentityNumber: true,
  guardianCount: 1,
  guardianWithNumber: false,
  hasPhoto: true,
  signedForm: false,
} as const;

export const seniorForm = rule('registration-papers')({
  id: 'senior-form',
  title: '学生情况登记表',
  basis: cite(measures, '第十八条', 'SC-18.2'),
  force: 'MUST',
  parameters: {},
  decide: () => silent,
  requires: ({ stage }) => (stage === 'SENIOR' ? [paper('GUARDIAN', FORM)] : []),
  sentences: {},
  examples: [
    { name: 'senior', facts: senior, expect: 'NONE', requires: [FORM] },
    { name: 'junior', facts: { ...senior, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});
