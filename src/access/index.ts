/** 权限的门: actors, routes, sessions and services, as other folders may use them. */
export {
  type ActingFor,
  type Actor,
  asAuditActor,
  LEVELS,
  type Level,
  ROLES,
  type Role,
  rankOf,
  SYSTEM_ACTOR,
  scopeOf,
} from './actor.ts';
export {
  type FamilyCaller,
  type FamilySessions,
  familyAsAuditActor,
  familySubject,
  type LiveFamily,
} from './families.ts';
export {
  type Call,
  type FileAnswer,
  mayCall,
  type RedirectAnswer,
  type Route,
  route,
  type SessionHandle,
  type UploadedFile,
  type Who,
} from './route.ts';
export type { Services } from './services.ts';
export { type LiveSession, RESTRICTIONS, type Restriction, type Sessions } from './sessions.ts';
export { type SystemCaller, type SystemKeys, systemAsAuditActor } from './systems.ts';
