/** 佐证材料的门: the papers of a case, for every kind of case; and how any paper is read. */

export { evidenceRoutes } from './evidence.routes.ts';
export { type Evidence, listEvidence } from './evidence.store.ts';
export { PAPER_BYTES } from './limits.api.ts';
export { type Paper, readPaper } from './reading/read-paper.ts';
export { attachKept, type KeptPaper, type TakeOver } from './taking/attach-kept.ts';
