/** 撤销变动: what taking back a completed change is asked about, and what its case holds. */
import type { Services } from '../access/index.ts';
import type { Case, CaseContext } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';

/** The kind of case. */
export const REVERSAL = 'REVERSAL';

/** The completed case that is taken back, as it is when the reversal is opened. */
export interface ReversalData {
  of: { caseId: string; subjectId: string; number: string; kindTitle: string; title: string };
  /** Whom the case is about, its subject first; none has another case while this one is open. Empty where many are. */
  students: string[];
  /** What stands again once it is done, one line each. */
  restores: string[];
}

/** 成批变动: what taking back a change of many students at once would do. */
export interface ManyUndone {
  /** Is anything left of it? */
  stands: boolean;
  /** Why it is too late, with what to do. */
  against: string | undefined;
  restores: string[];
}

/** 只有该类办件自己能恢复的: what the rows of a registration do not tell, put back in the transaction of the reversal. */
export interface OwnUndoing {
  /** Further students that the case took, beside its subject. */
  others?(one: Case): readonly string[];
  /** 成批变动: of a kind whose subject is no student; `undo` then puts everything back and leaves the trail of it. */
  many?(tx: Transaction, one: Case): Promise<ManyUndone>;
  /** Lines for whoever decides. */
  restores?(one: Case): string[];
  /** Is there anything of its own to put back? Default: only what its rows tell. */
  undo(
    context: Pick<CaseContext, 'tx' | 'actor'> & {
      services: Services;
      target: Case;
      reversalId: string;
      number: string;
    },
  ): Promise<void>;
}

/** By kind of case. */
export type OwnUndoings = Readonly<Record<string, OwnUndoing>>;
