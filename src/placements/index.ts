/** 分班的门: class groups of a school, who sits in them, and the roster as of any day. */
export { dayAsked, type RosterLine, rosterAsOf } from './as-of/roster-as-of.ts';
export { teacherNameOf } from './class-groups/class-group-facts.store.ts';
export { getClassGroupInReach, getSchoolInReach, mayReach } from './class-groups/reach.ts';
export { placementRoutes } from './placements.routes.ts';
export { moveBetweenClassGroups } from './placing/move-between-class-groups.ts';
export { type PlacingRequest, placeStudents } from './placing/place-students.ts';
export { placementKind } from './plan/placement-case.ts';
export { planRoutes } from './plan/plan.routes.ts';
export { CLASS_PLACEMENT } from './plan/submit-plan.ts';
export { reshapingRoutes } from './reshaping/reshaping.routes.ts';
