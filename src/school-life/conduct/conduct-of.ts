/** 学生的奖惩资助: what the file of one student holds of them, wherever it was entered. */
import type { Transaction } from '../../db/transaction.ts';
import { listAidsOf, type ReceivedAid } from '../aid/aid.store.ts';
import { type Hardship, listHardshipsOf } from '../aid/hardship.store.ts';
import { type GivenAward, listAwardsGranted } from '../awards/award.store.ts';
import { following } from '../following.ts';
import { type GivenDiscipline, listDisciplinesOf } from './discipline.store.ts';

export interface ConductOf {
  awards: GivenAward[];
  /** Those that stand: a revoked one has left the file (SC-38.6). */
  disciplines: GivenDiscipline[];
  hardships: Hardship[];
  aids: ReceivedAid[];
}

/** Latest first; empty for a student of whom nothing in the caller's scope is known. */
export const conductOf = (tx: Transaction, studentId: string): Promise<ConductOf> =>
  following(tx, studentId, async () => ({
    awards: await listAwardsGranted(tx, [studentId]),
    disciplines: await listDisciplinesOf(tx, [studentId]),
    hardships: await listHardshipsOf(tx, [studentId]),
    aids: await listAidsOf(tx, [studentId]),
  }));
