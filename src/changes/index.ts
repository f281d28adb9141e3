/** 学籍异动的门: the frame of every simple change of a registration; a kind is a declaration. */
export { changeKindsOf } from './change-case.ts';
export {
  type AnyChangeKind,
  type AskedChange,
  type ChangeData,
  type ChangeKind,
  type CompletedChange,
  changeKind,
} from './change-kind.ts';
export { previewShape, type ShownPreview } from './changes.api.ts';
export { changeRoutes } from './changes.routes.ts';
export { asked, type FormField, type FormFields, type FormOf, gradeField, onlyWhen } from './form/form-field.ts';
export type { SaidLine } from './form/read-form.ts';
export {
  type AskedPaper,
  type CitedLine,
  checkOf,
  papersOf,
  placeOf,
  present,
  shownFinding,
} from './law/read-decision.ts';
export { authorityAt, type ChangeWay, cityOf, type WayAsked, wayByLaw } from './law/way-by-law.ts';
export { stepsOf } from './opening/preview-change.ts';
export { getMendable, mendStudentCase, openStudentCase, type StudentMatter } from './opening/student-case.ts';
export { gradeOnReturn, stageOfGrade } from './standing/grade-on-return.ts';
export { getAnyStanding, getStanding, LEFT, type StudentStanding } from './standing/standing.store.ts';
