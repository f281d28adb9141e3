/** 办件的门: the engine and its routes. */
export { type ActInput, type Apart, type CaseEngine, makeCaseEngine } from './advance.ts';
export { getCase, getState, listRecentCases, updateCase } from './case.store.ts';
export type { Case, CaseCheck, CaseContext, CaseFinding, CaseKind } from './case.ts';
export { caseNumber } from './case.ts';
export { caseRoutes } from './cases.routes.ts';
