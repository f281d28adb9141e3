/** 休学复学的门. */

export { leaveRoutes } from './leave.routes.ts';
export { leaveKinds } from './leave-case.ts';
