/** 佐证材料的门: the papers of a case, for every kind of case. */
export { evidenceRoutes } from './evidence.routes.ts';
export { type Evidence, listEvidence } from './evidence.store.ts';
