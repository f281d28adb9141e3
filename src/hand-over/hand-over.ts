/** 档案转接: the paper file follows the registration: owed, sent, received, and what was missing supplied. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { FileCopy, FilePart, Stage } from '../policy/index.ts';

/** 转递方式. */
export const WAYS = { IN_PERSON: '专人送达', POST: '机要或挂号邮寄', FAMILY: '密封后由家长带交' } as const;
export type Way = keyof typeof WAYS;

/** 转接事由: why a file moves. */
export const REASONS = { TRANSFER: '转学', STAGE_UP: '升学', RESTRUCTURING: '学校布局调整' } as const;
export type HandOverReason = keyof typeof REASONS;

/** One file on its way between two schools. */
export interface FileHandOver {
  studentId: string;
  id: string;
  /** The case by which the registration moved; null where it moved without one. */
  caseId: string | null;
  reason: HandOverReason;
  /** Who and whither, for lists of either school: 李沐辰 葛天路小学→锦里西路小学. */
  title: string;
  /** The stage at the receiving school. */
  stage: Stage;
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
  /** What the sending school keeps; empty where it has not said. */
  kept: readonly FileCopy[];
  /** Where the term had run out. */
  lateReason: string | null;
}

export interface ReceivedFile {
  on: CivilDate;
  byName: string;
  complete: boolean;
  /** Of what was sent; empty where everything was there. */
  missing: readonly FilePart[];
  note: string | null;
  /** Day on which what was missing had come too. */
  suppliedOn: CivilDate | null;
}
