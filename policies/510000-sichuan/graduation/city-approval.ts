/** 毕业核准: a senior student graduates once the city has approved it. */
import { allow, cite, deny, rule, step } from '../../../src/policy/index.ts';
import { graduate } from '../../000000-national/graduation/senior-standards.ts';
import { measures } from '../instruments.ts';

const APPROVAL = '核准毕业名单';

export const cityApproval = rule('senior-graduation')({
  id: 'senior-graduation-approval',
  title: '毕业核准',
  basis: cite(measures, '第四十一条', 'SC-41.5'),
  force: 'MUST',
  parameters: {},
  decide: ({ cityApproved }) => (cityApproved ? allow() : deny('NOT_APPROVED')),
  requires: () => [step('CITY', APPROVAL)],
  sentences: {
    COMPLIES: '毕业已经市级教育行政部门核准',
    NOT_APPROVED: '毕业须经市级教育行政部门核准',
  },
  remedies: { NOT_APPROVED: '把毕业名单报市级教育行政部门，核准后准予毕业' },
  examples: [
    { name: 'approved', facts: graduate, expect: 'COMPLIES', requires: [APPROVAL] },
    { name: 'not approved', facts: { ...graduate, cityApproved: false }, expect: 'NOT_APPROVED' },
  ],
});
