/** 休学: the three kinds of case about one absence, and what a case of them holds. */
import type { AskedPaper } from '../changes/index.ts';
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
  papers: AskedPaper[];
  /** Before the case: absent where nobody is on leave yet. */
  running: RunningLeave | null;
  /** Once the case is done: the absence that the registration's row stands for. */
  granted?: RunningLeave;
  /** 督促复学: the day of an urging that had no effect. */
  urgedOn?: CivilDate;
  /** 书面报告 of an urging that had no effect. */
  report?: LeaveReport;
  /** Of a return that was agreed to and begins on a later day: that day, and the case of the leave that it ends. */
  waits?: { until: CivilDate; leave: string };
  /** What became of it: the day on which it began, or that the leave had meanwhile been overtaken. */
  begunOn?: CivilDate;
  overtaken?: true;
}

/** Who is told in writing that a student has not come back. */
export type ReportedTo = 'TOWNSHIP' | 'COUNTY' | 'AUTHORITY';

/** 书面报告 with its receipt. */
export interface LeaveReport {
  to: ReportedTo[];
  on: CivilDate;
  says: string;
  personName: string;
  receipt?: { on: CivilDate; number?: string; says: string; institutionName: string };
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
