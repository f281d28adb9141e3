/** 机构、班级、账号的门: what other features may use of this one. */
export { type AuthoritiesNeeds, authorityJobs, authorityRoutes } from './authorities.routes.ts';
export {
  getClassGroup,
  highestOrdinals,
  insertClassGroups,
  listClassGroups,
  listSeats,
  setClassGroupEnd,
  setTeacher,
} from './classes/class-group.store.ts';
export {
  type ClassGroup,
  classGroupCode,
  classGroupName,
  firstGradeOf,
  gradeName,
  gradeOf,
  gradesOf,
  gradesTogether,
  intakeName,
  readClassGroup,
  readGrade,
  readOrdinal,
  stageOf,
} from './classes/class-group.ts';
export { endClassGroup } from './classes/close-class-group.ts';
export { findSchools, listAbove, listInstitutions, listSchoolsBelow } from './institutions/directory.store.ts';
export {
  asInstitution,
  findAuthority,
  getInstitution,
  getInstitutionInScope,
  getSupervision,
  type Institution,
  institutionLevelOf,
  institutionsById,
  lockInstitution,
  SCHOOL_TYPES,
  type SchoolType,
} from './institutions/institution.store.ts';
export { listCampuses } from './institutions/profile/campus.store.ts';
export { changeSchoolingIn, schoolingAfter } from './institutions/profile/change-schooling.ts';
export { nameOn } from './institutions/profile/former-names.store.ts';
export { PROFILE_ITEMS, type ProfileItem, profileOf } from './institutions/profile/profile.ts';
export { hasRegistrar } from './offices/office.store.ts';
export { openSession, type SessionKeys } from './sessions/open-session.ts';
export { makeSessions, type SessionKeeper } from './sessions/sessions.ts';
export { makeTriesPerAddress } from './sign-in/attempts-per-address.ts';
export { findCredentials } from './sign-in/credentials.store.ts';
export {
  type IdentityProvider,
  type IdentityProviderOptions,
  makeIdentityProvider,
} from './sign-in/identity-provider.ts';
export { signIn } from './sign-in/sign-in.ts';
export { type SignInPolicy, signInPolicy } from './sign-in/sign-in-policy.ts';
