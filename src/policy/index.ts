/** 法规引擎的门: questions, rules, packs, law. */
export { type Citation, chipOf, cite, holdsOn, type InForce, type Instrument } from './citation.ts';
export {
  byVerdict,
  type CitedRequirement,
  type Decision,
  type Force,
  type JointDecision,
  type LawFinding,
  type LosingText,
  type Side,
  strictest,
  type Verdict,
} from './decision.ts';
export { type Duty, duty, type Rhythm } from './duty.ts';
export { type BothPlaces, type Law, lawTrying, makeLaw, type Where } from './law/law.ts';
export type { ResolvedParameter } from './law/resolve.ts';
export { allow, deny, type Outcome, PARAMETER_NOT_SET, silent, weigh } from './outcome.ts';
export {
  type LocalSetting,
  type NotApplied,
  type Pack,
  type PackPart,
  pack,
  type Setting,
  setting,
  withoutEffect,
} from './pack.ts';
export { codesOf, kindOf, type ParameterKind, wordsOf } from './parameter-value.ts';
export {
  APPROVERS,
  type Approver,
  BREACHES,
  type Breach,
  type Fact,
  FILE_COPIES,
  FILE_KEEPERS,
  FILE_MEDIA,
  FILE_PARTS,
  FILES_RECEIVERS,
  type FileCopy,
  type FileKeeper,
  type FileMedium,
  type FilePart,
  type FilesReceiver,
  MOVES,
  type Move,
  type Question,
  type QuestionId,
  type Questions,
  questions,
  REFUSAL_REASONS,
  type RefusalReason,
  SCHOOL_FILE_KINDS,
  SCHOOL_KINDS,
  SCHOOL_PAPERS,
  SCHOOLING_MODES,
  type SchoolFileKind,
  type SchoolingMode,
  type SchoolKind,
  type SchoolPaper,
  STAGES,
  type Stage,
  SUPERVISORS,
  type Supervisor,
  TRANSFER_GROUNDS,
  TRANSFER_PAPERS,
  type TransferGround,
  type TransferPaper,
} from './questions/index.ts';
export {
  type Deadline,
  deadline,
  PARTIES,
  type Paper,
  type PartyName,
  type ProcedureStep,
  paper,
  type Requirement,
  step,
} from './requirement.ts';
export {
  type AnyRule,
  type Asking,
  type Example,
  fixed,
  leftOpen,
  type Parameter,
  type Rule,
  rule,
  worded,
} from './rule.ts';
export { isNotLonger, lastDayOf, limitWords, type TimeLimit } from './time-limit.ts';
