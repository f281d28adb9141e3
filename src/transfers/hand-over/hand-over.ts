/** 档案转接: the paper file follows the registration: owed, sent, received. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { FilePart } from '../../policy/index.ts';

/** 转递方式. */
export const WAYS = { IN_PERSON: '专人送达', POST: '机要或挂号邮寄', FAMILY: '密封后由家长带交' } as const;
export type Way = keyof typeof WAYS;

/** One file on its way between two schools. */
export interface FileHandOver {
  studentId: string;
  caseId: string;
  reason: 'TRANSFER' | 'STAGE_UP';
  fromSchoolId: string;
  fromPath: string;
  toSchoolId: string;
  toPath: string;
  completedOn: CivilDate;
  /** Last day for sending; null where no text gives a term. */
  dueOn: CivilDate | null;
  sent: SentFile | null;
  received: ReceivedFile | null;
  /** The move was taken back before the file was received: nothing is owed any more. */
  endedOn: CivilDate | null;
}

export interface SentFile {
  on: CivilDate;
  byName: string;
  way: Way;
  parcel: string | null;
  parts: readonly FilePart[];
  /** Of all papers together. */
  pages: number;
  /** Where the term had run out. */
  lateReason: string | null;
}

export interface ReceivedFile {
  on: CivilDate;
  byName: string;
  complete: boolean;
  note: string | null;
}
