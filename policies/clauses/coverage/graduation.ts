/** 毕业: how the clauses of this subject are kept that nothing executes. */
import type { Keeping } from './kept.ts';

export const graduation: Keeping = {};
