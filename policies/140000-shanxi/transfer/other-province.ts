/** 跨省转学: the rules of the other province must be met too. */
import { allow, cite, rule, silent, weigh } from '../../../src/policy/index.ts';
import { ordinaryTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { rules } from '../instruments.ts';

const across = { ...ordinaryTransfer, moved: 'ACROSS_PROVINCES', schools: 'OTHER_PROVINCE' } as const;

/** Asked of Shanxi alone, a transfer to another province has only half its answer. */
export const otherProvince = rule('transfer')({
  id: 'other-province',
  title: '对方省份的规定',
  basis: cite(rules, '第十八条', 'SX-18.3'),
  force: 'MUST',
  parameters: {},
  decide: ({ schools }, _law, { side }) => {
    if (schools !== 'OTHER_PROVINCE') return silent;
    return side ? allow() : weigh('ASK_BOTH');
  },
  sentences: {
    COMPLIES: '跨省转学，对方省份的规定一并核对',
    ASK_BOTH: '跨省转学还须符合对方省份的规定，此处只核对了山西',
  },
  remedies: { ASK_BOTH: '选定转出、转入两地，一并核对' },
  examples: [
    { name: 'both are asked', side: 'SENDING', facts: across, expect: 'COMPLIES' },
    { name: 'Shanxi alone', facts: across, expect: 'ASK_BOTH' },
    { name: 'inside the province', facts: ordinaryTransfer, expect: 'NONE' },
  ],
});
