/** 转学: how the clauses of this subject are kept that nothing executes. */
import { type Keeping, notComputable, record } from './kept.ts';

export const transfer: Keeping = {
  'S6-9.1': record('src/policy/law/law.ts', '跨省转学同时核对转出、转入两地的规定'),
  'SX-0.2': notComputable('网页说明，没有法律效力；转学程序中没有收费环节'),
  'SX-T.4.1': notComputable('网页说明，没有法律效力；同一要求由山西·第二十条执行'),
};
