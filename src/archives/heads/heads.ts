/** 学籍档案七部分: each head with the features that its items come from. A feature joins by its `FileSource`. */

import { fieldSource } from './further/field-source.ts';
import { healthSource } from './health/health-source.ts';
import { baseFormSource } from './sources/base-form.ts';
import { aidSource, awardSource } from './sources/conduct.ts';
import { developmentSource } from './sources/development.ts';
import { type FileSource, HEADS, type HeadCode } from './sources/file-source.ts';
import { proofSource } from './sources/proofs.ts';

export interface Head {
  code: HeadCode;
  title: string;
  /** Beside papers that are put straight into it. */
  sources: readonly FileSource[];
  /** What is said where there is nothing so far; absent where there is always something to file. */
  none?: { words: string; lasts: 'TERM' | 'SCHOOL_YEAR' };
}

const head = (code: HeadCode, sources: readonly FileSource[], none?: Head['none']): Head => ({
  ...{ code, title: HEADS[code], sources },
  ...(none ? { none } : {}),
});

/** In the order of the law. */
export const heads: readonly Head[] = [
  head('BASICS', [baseFormSource]),
  head('PROOFS', [proofSource]),
  head('DEVELOPMENT', [developmentSource], { words: '本学期尚无综合素质发展报告', lasts: 'TERM' }),
  head('HEALTH', [healthSource]),
  head('AWARDS', [awardSource], { words: '本学年没有获奖', lasts: 'SCHOOL_YEAR' }),
  head('AID', [aidSource], { words: '本学年没有享受资助', lasts: 'SCHOOL_YEAR' }),
  head('FURTHER', [fieldSource]),
];
