/** 法规的门: the public pages of the law: its texts, what is in force where, and asking before one acts. */
export { answerCase } from './asking/answer-case.ts';
export { type AskedCase, caseShape } from './asking/case-shape.ts';
export type { ClauseState, DecisionView } from './regulations.api.ts';
export { type RegulationNeeds, regulationRoutes } from './regulations.routes.ts';
export { type Clause, clauseIndexOf, type LawLibrary } from './texts/clause-index.ts';
