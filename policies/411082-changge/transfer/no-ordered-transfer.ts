/** 不得责令转学: no school of compulsory education sends a student away. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { provisions } from '../instruments.ts';

export const noOrderedTransfer = rule('transfer')({
  id: 'no-ordered-transfer',
  title: '不得责令转学',
  basis: cite(provisions, '三、1（四）', 'CG-3.1.4.a'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, guardianApplies }) => {
    if (stage === 'SENIOR') return silent;
    return guardianApplies ? allow() : deny('ORDERED');
  },
  sentences: {
    COMPLIES: '转学出于监护人申请',
    ORDERED: '监护人没有申请，学校不得责令学生转学',
  },
  remedies: { ORDERED: '撤回转出，学生留在本校就读' },
  examples: [
    { name: 'the guardian asks', facts: ordinaryTransfer, expect: 'COMPLIES' },
    { name: 'the school sends away', facts: { ...ordinaryTransfer, guardianApplies: false }, expect: 'ORDERED' },
    { name: 'not said of senior', facts: { ...seniorTransfer, guardianApplies: false }, expect: 'NONE' },
  ],
});
