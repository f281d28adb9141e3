/** 学生: the door of this folder. What a student's record holds, how it is read, checked, numbered and shown. */

export { registrationForm } from './api/registration-form.ts';
export { type StudentView, studentShape, viewerShape } from './api/students.api.ts';
export { studentRoutes } from './api/students.routes.ts';
export { keepCopy, viewCopy } from './changes/copies/record-copy.ts';
export { guardianRow } from './changes/guardian-rows.ts';
export { setPhoto } from './changes/items.store.ts';
export { type AssessedKeyData, assessKeyData, KEY_DATA_PATHS } from './changes/key-data/assess-key-data.ts';
export { changeKeyData } from './changes/key-data/change-key-data.ts';
export { PLACED_ELSEWHERE } from './changes/placed-elsewhere.ts';
export {
  insertStudents,
  isConflict,
  type NewStudent,
  type RegisteringAct,
} from './changes/register.store.ts';
export { changeRegistration } from './changes/registration/change-registration.store.ts';
export { endOpenArrangements } from './changes/registration/end-arrangement.store.ts';
export { endRegistration } from './changes/registration/end-registration.store.ts';
export { resumeRegistration } from './changes/registration/resume-registration.ts';
export { type ToldRegistration, tellEnded, tellSuccession } from './changes/registration/tell-registration.ts';
export { tellSuccessions } from './changes/registration/tell-successions.store.ts';
export {
  beginMembership,
  type RegistrationTransfer,
  type TransferredRegistration,
  transferRegistration,
} from './changes/registration/transfer-registration.store.ts';
export { renewKeys, restoreItems, restoreKeyData } from './changes/reversal/restore-key-data.ts';
export {
  leaveRoster,
  listRegistrationRows,
  type RegistrationTrace,
  restoreRegistration,
} from './changes/reversal/restore-registration.store.ts';
export { updateItems } from './changes/update-items.ts';
export { type AreaStanding, leadingArea, listAreaCodes, nameOfArea, standingOfArea } from './code-tables/area-codes.ts';
export * from './code-tables/change-tables.ts';
export { type CodeEntry, type CodeOf, type CodeTable, choicesOf, codeFor, labelOf } from './code-tables/code-table.ts';
export { CHINESE_REGIONS, countries } from './code-tables/countries.ts';
export * from './code-tables/family-tables.ts';
export * from './code-tables/identity-tables.ts';
export * from './code-tables/person-tables.ts';
export * from './code-tables/schooling-tables.ts';
export { checkIdentityNumber, type NumberContext } from './identity/check-identity-number.ts';
export {
  checkDigitOf,
  type IdentityNumberKind,
  type IdentityNumberParts,
  isIdentityNumber,
  kindOfIdentityNumber,
  makeIdentityNumber,
  normaliseDocumentNumber,
  normaliseIdentityNumber,
  partsOfIdentityNumber,
} from './identity/identity-number.ts';
export {
  maskAddress,
  maskEmail,
  maskIdentityNumber,
  maskName,
  maskPhone,
  maskRegistrationNumber,
} from './identity/masking.ts';
export { checkName, NAME_LIMIT, normaliseName } from './identity/person-name.ts';
export { type NamePinyin, pinyinOf } from './identity/pinyin.ts';
export {
  formalNumber,
  isRegistrationNumber,
  kindOfRegistrationNumber,
  normaliseRegistrationNumber,
  type RegistrationNumberKind,
  temporaryNumber,
  undocumentedNumber,
} from './identity/registration-number.ts';
export { type NumberSimilarity, similarityOfNumbers } from './identity/similar-numbers.ts';
export { checkDuplicates, type DuplicateResult, type MatchSubject } from './matching/duplicate-check.ts';
export {
  identityHashOf,
  type MatchFacts,
  type MatchKey,
  type MatchKind,
  matchKeysOf,
  TYPES_OF_RESIDENT_FORM,
} from './matching/match-keys.ts';
export {
  claimIdentities,
  findHolders,
  findTakenNumbers,
  keyHashesOf,
  listStrangers,
  moveClaims,
  releaseIdentities,
} from './matching/matching.store.ts';
export { type AlikePair, findAlikePairs } from './matching/pair-search.ts';
export { type Comparable, compareRecords } from './matching/suspicion.ts';
export { issueFormalNumbers } from './numbers/issue-formal-numbers.ts';
export { claimNumbers } from './numbers/number.store.ts';
export { numberHashOf, TAIL_DIGITS, tailIndexOf } from './numbers/number-index.ts';
export { numbersOf } from './numbers/numbers-of.ts';
export { PHOTO_BYTES, PHOTO_HEIGHT, PHOTO_UPLOAD_BYTES, PHOTO_WIDTH, processPhoto } from './photo/process-photo.ts';
export { type CheckedRecord, checkRecord, type RecordContext } from './record/check-record.ts';
export { economyFields } from './record/fields/economy-fields.ts';
export { FIELD_GROUPS, type Field, type FieldGroup, type FieldKind, type Requirement } from './record/fields/field.ts';
export { type Column, columnAt, columns, studentFields } from './record/fields/form.ts';
export { GUARDIAN_ROWS, guardianFields } from './record/fields/guardian-fields.ts';
export { type Finding, type FindingCode, listFindings, type RecordFinding, type Severity } from './record/finding.ts';
export { type RawRecord, type RawValue, rawOf } from './record/raw-values.ts';
export { lastDayOf } from './record/read-dates.ts';
export { rawRecordSchema } from './record/record-schema.ts';
export {
  type Economy,
  type Guardian,
  type StudentField,
  type StudentItems,
  type StudentRecord,
  selectItems,
} from './record/student-record.ts';
export { type ChildBeyond, findBeyond } from './search/find-beyond.ts';
export { findStudents, type StudentQuery, type StudentsFound } from './search/find-students.ts';
export { firstDayHere } from './search/first-day-here.store.ts';
export { type LeftRow, listLeft } from './search/left.store.ts';
export { enterInRoster } from './search/rebuild-roster.ts';
export { findByNumber, type RosterRow } from './search/search.store.ts';
export { LOOKS_A_DAY, refusePastMeasure } from './view/daily-measure.ts';
export { END_REASONS, type EndReason, endReasonWords } from './view/end-reasons.ts';
export { listViewersForFamily } from './view/list-viewers.ts';
export { checkMaySee } from './view/may-see.ts';
export { type HeldRecord, readRecord } from './view/read-record.ts';
export { REGISTRATION_STATES } from './view/registration-states.ts';
export { shownItem, textOf } from './view/shown-items.ts';
export { listKeyData as listKeyDataRows } from './view/student.store.ts';
export { showStudent } from './view/view-student.ts';
