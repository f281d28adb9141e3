/** 机构、班级、账号的门: what other features may use of this one. */
export { makeSessions, type SessionKeeper } from './accounts/sessions.ts';
export { type SignInPolicy, signIn } from './accounts/sign-in.ts';
export { getClassGroup, insertClassGroups, listClassGroups, sizesOfClassGroups } from './classes/class-group.store.ts';
export {
  type ClassGroup,
  classGroupCode,
  classGroupName,
  firstGradeOf,
  gradeName,
  gradeOf,
  gradesOf,
  intakeName,
  readClassGroup,
  readGrade,
  stageOf,
} from './classes/class-group.ts';
export {
  findAuthority,
  getInstitution,
  getSupervision,
  type Institution,
  institutionLevelOf,
  SCHOOL_TYPES,
  type SchoolType,
} from './institutions/institution.store.ts';
