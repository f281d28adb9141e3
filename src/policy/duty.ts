/** 职责: what a text makes somebody do of their own accord, and when; nobody applies for it and nothing is refused. */
import type { Citation, InForce } from './citation.ts';
import type { PartyName } from './requirement.ts';
import type { TimeLimit } from './time-limit.ts';

/**
 * When a duty falls due. EVERY: once in each such period, or `times` in it, by the day of the year or within the limit
 * counted from the period's end where the text says one. AFTER: when something has happened. STANDING: at all times.
 */
export type Rhythm =
  | {
      kind: 'EVERY';
      period: 'WEEK' | 'MONTH' | 'TERM' | 'SCHOOL_YEAR';
      times?: number;
      lastDay?: string;
      within?: TimeLimit;
    }
  | { kind: 'AFTER'; event: string; within?: TimeLimit }
  | { kind: 'STANDING' };

export interface DutyText {
  id: string;
  /** What is to be done: 学期末核查学籍. */
  title: string;
  basis: Citation;
  holder: PartyName;
  rhythm: Rhythm;
  inForce?: InForce;
}

export interface Duty extends DutyText {
  inForce: InForce;
}

/** Declares a duty. Its time is its instrument's unless it says another. */
export const duty = (text: DutyText): Duty => ({ ...text, inForce: text.inForce ?? text.basis.instrument.inForce });
