/** 责任追究: fraud, neglect and disorder are held to account by the city's education department. */
import { BREACHES, type Breach, cite, deny, fixed, rule, silent, step, worded } from '../../../src/policy/index.ts';
import { system } from '../instruments.ts';

const KINDS = ['FRAUD', 'NEGLECT', 'DISORDER'] as const satisfies Breach[];

export const unitBreach = rule('breach')({
  id: 'unit-breach',
  title: '弄虚作假、失职渎职、管理混乱的追究',
  basis: cite(system, '三、3', 'S5-3.4'),
  force: 'MUST',
  parameters: { kinds: worded(fixed<readonly Breach[]>(KINDS, 'NEVER', '追究责任的情形'), BREACHES) },
  decide: ({ kind }, law) => (law.kinds.includes(kind) ? deny('HELD', { what: BREACHES[kind] }) : silent),
  requires: ({ kind }, law) => (law.kinds.includes(kind) ? [step('COUNTY', '追究有关人员责任')] : []),
  sentences: { HELD: '{what}的单位，由市教育局追究有关人员责任' },
  remedies: { HELD: '立即改正，配合市教育局查清责任' },
  examples: [
    ...KINDS.map((kind) => ({
      name: `held: ${kind}`,
      facts: { by: 'SCHOOL' as const, kind, serious: false },
      expect: 'HELD',
      requires: ['追究有关人员责任'],
    })),
    {
      name: 'another breach',
      facts: { by: 'SCHOOL', kind: 'LATE_CHANGE', serious: false },
      expect: 'NONE',
      requires: [],
    },
  ],
});
