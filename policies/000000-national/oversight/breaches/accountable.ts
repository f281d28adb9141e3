/** 责任追究: whoever breaks the rules is held responsible. */
import { cite, deny, rule } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

/** The nation's sentence names neither kinds nor consequences; both are those of province and county. */
export const accountable = rule('breach')({
  id: 'accountable',
  title: '责任追究',
  basis: cite(measures, '通知四', 'MOE-N4.3'),
  force: 'MUST',
  parameters: {},
  decide: () => deny('HELD_RESPONSIBLE'),
  sentences: { HELD_RESPONSIBLE: '违反学籍管理规定的，追究责任' },
  remedies: { HELD_RESPONSIBLE: '立即改正，并把改正情况报学籍主管部门' },
  examples: [
    { name: 'a school', facts: { by: 'SCHOOL', kind: 'LEAK', serious: false }, expect: 'HELD_RESPONSIBLE' },
    { name: 'an authority', facts: { by: 'AUTHORITY', kind: 'OTHER', serious: true }, expect: 'HELD_RESPONSIBLE' },
  ],
});
