/** 正当理由: transfer is not at will; work and household are named, other causes are for county and city to weigh. */
import { allow, cite, deny, rule, TRANSFER_GROUNDS, type TransferGround, weigh } from '../../../src/policy/index.ts';
import { ordinaryTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { measures } from '../instruments.ts';

const NAMED: readonly TransferGround[] = ['JOB_MOVED', 'HOUSEHOLD_MOVED', 'HOUSEHOLD_AND_RESIDENCE_MOVED'];

export const transferGround = rule('transfer')({
  id: 'transfer-ground',
  title: '转学的正当理由',
  basis: cite(measures, '第三十条', 'SC-30.1', 'SC-30.2'),
  force: 'MUST',
  letThroughBy: 'RECEIVING_AUTHORITY',
  parameters: {},
  decide: ({ ground }) => {
    const shown = { words: TRANSFER_GROUNDS[ground] };
    if (ground === 'NONE') return deny('AT_WILL');
    return NAMED.includes(ground) ? allow('COMPLIES', shown) : weigh('OTHER_CAUSE', shown);
  },
  sentences: {
    COMPLIES: '因{words}转学，理由正当',
    OTHER_CAUSE: '因{words}转学，是否正当由县、市教育行政部门认定',
    AT_WILL: '学生不得随意转学，须有正当理由',
  },
  remedies: {
    OTHER_CAUSE: '书面说明理由并附证明；户籍已迁移的，写户籍迁移',
    AT_WILL: '有父母工作调动、户籍迁移等理由的，写明并附证明',
  },
  examples: [
    { name: 'household', facts: { ...ordinaryTransfer, ground: 'HOUSEHOLD_MOVED' }, expect: 'COMPLIES' },
    { name: 'work', facts: { ...ordinaryTransfer, ground: 'JOB_MOVED' }, expect: 'COMPLIES' },
    { name: 'home alone', facts: { ...ordinaryTransfer, ground: 'RESIDENCE_MOVED' }, expect: 'OTHER_CAUSE' },
    { name: 'at will', facts: { ...ordinaryTransfer, ground: 'NONE' }, expect: 'AT_WILL' },
  ],
});
