/** 随学籍走: rows stay with the school that entered them; the school of the registration reads all of them, a former one its own. */
import type { Transaction } from '../db/transaction.ts';
import { findPlaced } from './attendance/register/members.store.ts';

/** Reads what belongs to one student as the caller may see it. */
export async function following<T>(tx: Transaction, studentId: string, read: () => Promise<T>): Promise<T> {
  return (await findPlaced(tx, studentId)) ? tx.beyondScope(read) : read();
}
