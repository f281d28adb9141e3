/** 问题学籍: two records that cannot both be right, and what the case about them holds. */
import type { DisputeOpening } from './duplicates.api.ts';

/** The kind of case. */
export const DUPLICATE_DISPUTE = 'DUPLICATE_DISPUTE';

/**
 * 问题类型. NUMBER: one number claimed by two, and everything else agrees. MISMATCH: one number, but name, birthday or gender
 * disagree. LIKENESS: two numbers, and the records are much alike.
 */
export type Basis = 'NUMBER' | 'MISMATCH' | 'LIKENESS';

/** 本校陈述: 佐证 (ours is right), 变更 (ours must be corrected), 删除 (ours must go). */
export type Statement = DisputeOpening['statement'];

/** 甲 raises, 乙 answers. */
export type Side = 'first' | 'second';

/** One of the two records, as it was when the case was opened: of the person nothing but the name and masked numbers. */
export interface DisputeSide {
  /** ENTRANT: put forward for registration and held up by the number; there is no record yet. */
  kind: 'STUDENT' | 'ENTRANT';
  id: string;
  schoolId: string;
  schoolName: string;
  path: string;
  name: string;
  numberMasked: string;
  identityMasked: string;
}

export interface DisputeData {
  basis: Basis;
  statement: Statement;
  /** 说明 of the school that raised it. */
  words: string;
  first: DisputeSide;
  second: DisputeSide;
  /** 相似度 of 100, and why; without any personal value. */
  score: number;
  reasons: { code: string; words: string; weight: number }[];
  rulerName: string;
  /** 拟变更: what the side that corrects hands in; a new number only sealed. */
  correction?: Correction;
  /** 已删除的一方, once it has been ended. */
  endedId?: string;
  /** Once a record has been ended: what its identity was claimed with, to be put back by a reversal. */
  released?: ReleasedIdentity;
}

export interface Correction {
  side: Side;
  /** Old and new in words, numbers masked. */
  items: { label: string; before: string; after: string }[];
  values: Record<string, string>;
  /** The new number, sealed for this case, in base64; null where it is not to change. */
  sealed: string | null;
  /** 曾用名 as it was, which a change of the name overwrites. */
  formerName: string | null;
}

export interface ReleasedIdentity {
  studentId: string;
  /** 并入: the record that took the identity over; null where it was freed. */
  takenBy: string | null;
  claimedBy: string | null;
  claimedAt: string;
}

/** 甲 as 乙 and the other way round. */
export const otherSide = (side: Side): Side => (side === 'first' ? 'second' : 'first');

/** The students that a dispute takes; an entrant is none yet. */
export const studentsOf = ({ first, second }: DisputeData): string[] =>
  [second, first].flatMap(({ kind, id }) => (kind === 'STUDENT' ? [id] : []));
