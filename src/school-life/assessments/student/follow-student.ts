/**
 * 随学籍走的成绩: what schools have recorded of a student. Rows stay with the school that entered them; the school of the
 * registration reads all of them, a former one its own.
 */
import type { Transaction } from '../../../db/transaction.ts';
import { following } from '../../following.ts';
import type { Result } from '../assessment.api.ts';
import type { PracticeRecord } from '../practice/practice.api.ts';
import { listPracticeOf } from '../practice/practice.store.ts';
import type { QualityReport } from '../quality/quality.api.ts';
import { listReportsOf } from '../quality/report.store.ts';
import { listResultsOf } from '../results/result.store.ts';

interface Wish {
  /** 历史版本: also what has been corrected since. */
  ended?: boolean;
}

/** Results, latest term first. Empty for a student of whom nothing in the caller's scope is known. */
export const listAssessments = (tx: Transaction, studentId: string, wish: Wish = {}): Promise<Result[]> =>
  following(tx, studentId, () => listResultsOf(tx, [studentId], wish));

/** Reports, latest first; only signed ones are papers of the file. */
export const qualityReportsOf = (tx: Transaction, studentId: string, wish: Wish = {}): Promise<QualityReport[]> =>
  following(tx, studentId, () => listReportsOf(tx, [studentId], wish));

/** Activities, latest first. */
export const practiceOf = (tx: Transaction, studentId: string, wish: Wish = {}): Promise<PracticeRecord[]> =>
  following(tx, studentId, () => listPracticeOf(tx, [studentId], wish));
