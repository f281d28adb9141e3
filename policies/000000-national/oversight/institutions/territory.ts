/** 属地管理: an authority decides about the schools of its own place. */
import { allow, cite, deny, rule, silent } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const within = { stage: 'PRIMARY', runBy: 'COUNTY', decidedBy: 'COUNTY', outsideTerritory: false } as const;

export const territory = rule('supervising-authority')({
  id: 'territory',
  title: '属地管理',
  basis: cite(measures, '第三条', 'MOE-3.8', 'MOE-3.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ outsideTerritory }) => {
    if (outsideTerritory === undefined) return silent;
    return outsideTerritory ? deny('OUTSIDE') : allow();
  },
  sentences: {
    COMPLIES: '学校在本行政区域内',
    OUTSIDE: '学校不在本行政区域，不由本部门核办',
  },
  remedies: { OUTSIDE: '由学校所在行政区域的学籍主管部门核办' },
  examples: [
    { name: 'a school of the county', facts: within, expect: 'COMPLIES' },
    { name: 'a school of another county', facts: { ...within, outsideTerritory: true }, expect: 'OUTSIDE' },
    {
      name: 'nobody has asked where it lies',
      facts: { stage: 'PRIMARY', runBy: 'COUNTY', decidedBy: 'COUNTY' },
      expect: 'NONE',
    },
  ],
});
