/** 休学复学的门. */

export { beginReturnsJob } from './later/begin-returns.ts';
export { leaveRoutes } from './leave.routes.ts';
export { leaveKinds } from './leave-case.ts';
export { findingsOnLeave } from './opening/preview-leave.ts';
