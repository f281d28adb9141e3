/** 办件的门: the engine and its routes. */
export { getCase, getLastEvent, getState, listRecentCases, updateCase } from './case.store.ts';
export type {
  Case,
  CaseApplication,
  CaseCheck,
  CaseContext,
  CaseEvent,
  CaseFinding,
  CaseKind,
  CaseList,
} from './case.ts';
export { caseNumber } from './case.ts';
export { viewCase } from './case-view.ts';
export { type CaseView, type FollowedCase, followedCaseShape } from './cases.api.ts';
export { caseRoutes } from './cases.routes.ts';
export { type ActInput, type Apart, type CaseEngine, makeCaseEngine } from './engine/advance.ts';
export { maybeOffline, maybeReceivedOn } from './engine/offline/offline.api.ts';
export { appliedOn, type MaybeOffline } from './engine/offline/offline.ts';
export { checkMayRead, findSuperior, partiesOf } from './engine/standing.ts';
export { FOLLOW_WINDOWS, followWindowsJob } from './engine/standstill/follow-windows.ts';
export { concerns, type Standstill, type Standstills } from './engine/standstill/standstill.ts';
export { claimStudent, type OpenCaseAbout, openCaseAbout, releaseStudent } from './open-case.store.ts';
export { withdrawStaleJob } from './overdue/withdraw-stale.ts';
export { followCases } from './track/follow-case.ts';
