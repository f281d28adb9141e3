/** 档案: how the clauses of this subject are kept that nothing executes. */
import { type Keeping, notComputable } from './kept.ts';

export const file: Keeping = {
  'MOE-10.0': notComputable('国家文本第十条只录入开头几个字，信息变更的办法按省、县条文执行'),
};
