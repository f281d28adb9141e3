/** 可问之事: everything the product may ask the law, with the facts each question needs. */
import { admissionQuestions } from './admission.ts';
import { conductQuestions } from './conduct.ts';
import { departureQuestions } from './departure.ts';
import type { FactsOf, Question } from './fact.ts';
import { fileQuestions } from './file.ts';
import { graduationQuestions } from './graduation.ts';
import { leaveQuestions } from './leave.ts';
import { oversightQuestions } from './oversight.ts';
import { registrationQuestions } from './registration.ts';
import { transferQuestions } from './transfer.ts';

export { APPROVERS, type Approver, STAGES, type Stage, SUPERVISORS, type Supervisor } from './choices.ts';
export type { Fact, Question } from './fact.ts';
export {
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
  SCHOOL_FILE_KINDS,
  SCHOOL_PAPERS,
  type SchoolFileKind,
  type SchoolPaper,
} from './file.ts';
export {
  BREACHES,
  type Breach,
  SCHOOL_KINDS,
  SCHOOLING_MODES,
  type SchoolingMode,
  type SchoolKind,
} from './oversight.ts';
export {
  MOVES,
  type Move,
  REFUSAL_REASONS,
  type RefusalReason,
  TRANSFER_GROUNDS,
  TRANSFER_PAPERS,
  type TransferGround,
  type TransferPaper,
} from './transfer.ts';

const declared = {
  ...admissionQuestions,
  ...registrationQuestions,
  ...transferQuestions,
  ...leaveQuestions,
  ...departureQuestions,
  ...conductQuestions,
  ...graduationQuestions,
  ...fileQuestions,
  ...oversightQuestions,
};

export type QuestionId = keyof typeof declared;

/** The facts that each question needs. */
export type Questions = { [Q in QuestionId]: FactsOf<(typeof declared)[Q]['facts']> };

export const questions: Readonly<Record<QuestionId, Question>> = declared;
