/** 问题学籍的门: two records of one person, or one number of two. */
export { DUPLICATE_DISPUTE } from './dispute.ts';
export { disputeKind } from './dispute-case.ts';
export { duplicateRoutes } from './duplicates.routes.ts';
export { rulingUndoing } from './ruling/undo-ruling.ts';
export { searchPairsJob } from './suspicion/search-pairs.ts';
