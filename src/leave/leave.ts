/** 休学: the three kinds of case about one absence, and what a case of them holds. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Stage } from '../policy/index.ts';
import type { LeaveReason } from '../policy/questions/leave.ts';
import type { LeaveMatter } from './leave-form.ts';

/** Kinds of case: beginning, prolonging and ending an absence. */
export const LEAVE_KINDS = ['LEAVE', 'LEAVE_EXTENSION', 'RETURN'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];
export const isLeaveKind = (kind: string): kind is LeaveKind => (LEAVE_KINDS as readonly string[]).includes(kind);

/** The way of the workflow tables and the question to ask of the law, by kind. */
export const QUESTION_OF = { LEAVE: 'leave', LEAVE_EXTENSION: 'leave-extension', RETURN: 'return' } as const;

/** One absence as it now stands, its extensions included. */
export interface RunningLeave {
  reason: LeaveReason;
  /** First day of the first leave, whatever followed. */
  beganOn: CivilDate;
  /** 休学期满日. */
  endsOn: CivilDate;
  gradeBefore: number;
}

/** What the case keeps: of the student nothing but the name and the masked number. */
export interface LeaveData {
  matter: LeaveMatter;
  student: { name: string; gender: string; numberMasked: string };
  stage: Stage;
  grade: number;
  schoolName: string;
  /** The application in words, as it is read by whoever decides. */
  said: { label: string; words: string }[];
  /** 应交材料: what the law asked for on the day of the application, with its article. */
  papers: { words: string; chip: string }[];
  /** Before the case: absent where nobody is on leave yet. */
  running: RunningLeave | null;
  /** Once the case is done: the absence that the registration's row stands for. */
  granted?: RunningLeave;
  /** 督促复学: the day of an urging that had no effect. */
  urgedOn?: CivilDate;
}

/** The absence that a case of leave or extension brings about. */
export function grantedBy({ matter, running, grade }: LeaveData): RunningLeave | undefined {
  if (matter.kind === 'LEAVE') {
    const { reason, beginsOn, endsOn } = matter.form;
    return { reason, beganOn: beginsOn as CivilDate, endsOn: endsOn as CivilDate, gradeBefore: grade };
  }
  if (matter.kind === 'LEAVE_EXTENSION' && running) return { ...running, endsOn: matter.form.until as CivilDate };
  return undefined;
}
