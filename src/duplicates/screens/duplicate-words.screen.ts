/** 问题学籍用语. */
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import type { DisputeItem } from '../duplicates.api.ts';

/** 问题类型 as officials call it. */
export const BASIS_WORDS: Readonly<Record<DisputeItem['basis'], string>> = {
  NUMBER: '身份证件号重复',
  MISMATCH: '身份信息不符',
  LIKENESS: '疑似重复',
};

/** 本校陈述, and what follows from it. */
export const STATEMENT_WORDS = {
  UPHOLD: { words: '佐证', hint: '本校记录属实，请对方核实；交佐证材料' },
  CORRECT: { words: '变更', hint: '本校记录有误，对方同意后由本校变更关键数据' },
  DELETE: { words: '删除', hint: '本校学籍是重复建立的，对方同意后删除' },
} as const;

export const STATES: Readonly<Record<DisputeItem['tone'], StateKind>> = {
  PROCESS: 'IN_PROCESS',
  DONE: 'DONE',
  REFUSED: 'REFUSED',
  NEUTRAL: 'DRAFT',
};

/** 85分：姓名相同、出生日期相同 */
export const likeWords = (score: number, reasons: readonly { words: string; weight: number }[]): string => {
  const alike = reasons.filter(({ weight }) => weight > 0).map(({ words }) => words);
  return alike.length === 0 ? `${score}分` : `${score}分：${alike.join('、')}`;
};
