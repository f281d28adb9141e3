/** 学历证明次数: in principle a graduate gets one proof and no more. */
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const first = { stage: 'SENIOR', asks: 'PROOF', proofsIssued: 0 } as const;

export const proofOnce = rule('lost-certificate')({
  id: 'proof-once',
  title: '学历证明的次数',
  basis: cite(rules, '第三十八条', 'SX-38.3'),
  force: 'PRINCIPLE',
  parameters: { times: fixed(1, 'SMALLER', '学历证明可以办理', '次') },
  decide: ({ asks, proofsIssued }, law) => {
    if (asks !== 'PROOF') return silent;
    return proofsIssued >= law.times ? deny('ISSUED_BEFORE', { proofsIssued }) : allow();
  },
  sentences: {
    COMPLIES: '尚未办过学历证明',
    ISSUED_BEFORE: '学历证明原则上只能办理{times}次，已办{proofsIssued}次',
  },
  remedies: { ISSUED_BEFORE: '确需再办的，写明理由，由学籍主管部门酌定' },
  examples: [
    { name: 'the first', facts: first, expect: 'COMPLIES' },
    { name: 'the second', facts: { ...first, proofsIssued: 1 }, expect: 'ISSUED_BEFORE' },
    { name: 'no proof is asked for', facts: { ...first, asks: 'REISSUE', proofsIssued: 1 }, expect: 'NONE' },
  ],
});
