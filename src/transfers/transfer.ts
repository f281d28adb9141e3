/** 转学: what a transfer is asked for with, and what its case holds of both sides. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { LawFinding, RefusalReason, Side, Stage } from '../policy/index.ts';
import type { TransferForm } from './transfers.api.ts';

/** The kind of case, whichever way it takes. */
export const TRANSFER = 'TRANSFER';

/** 不同意: the act that needs a lawful ground. */
export const REFUSE = 'REFUSE';

/** One school of the two, as it was when the transfer was opened. */
export interface TransferSide {
  schoolId: string;
  schoolName: string;
  authorityName: string;
  placeCode: string;
}

/** 不同意的理由: the ground that a party chose, as the law saw it. */
export interface Refusal {
  reason: RefusalReason;
  words: string;
  /** None where no text of either place speaks of it. */
  finding?: LawFinding;
  /** What the family can do. */
  remedy: string;
  institutionId: string;
  institutionName: string;
  /** The event after which it was proposed. */
  afterSeq: number;
}

/** What the case keeps: of the child nothing but the name and masked numbers. */
export interface TransferData {
  form: TransferForm;
  child: { name: string; gender: string; numberMasked: string; identityMasked: string };
  stage: Stage;
  grade: number;
  sending: TransferSide;
  receiving: TransferSide & { classGroupName: string | null };
  /** 应交材料 as the law of both sides asked when the form was last handed in. */
  papers: { code: string; words: string; asked: { chip: string; side: Side | null }[] }[];
  /** 学期 of the receiving place, by which the window is counted. */
  term: { startsOn: CivilDate; endsOn: CivilDate; usual?: true };
  /** The last refusal that was proposed, whatever became of it. */
  refusal?: Refusal;
  /** 特殊情形, by the kinds of the two schools. */
  special?: 'INCLUSIVE' | 'WORK_STUDY';
  /** 统筹安排: an authority has named the receiving school. */
  arranged?: boolean;
}
