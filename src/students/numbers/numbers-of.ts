/** 现用学籍号: in clear, for whoever has the right to it; the caller answers for that right and for the trail. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { listOpenNumbers } from './number.store.ts';

/** The number of each of these students in scope, by student. */
export async function numbersOf(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  studentIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await listOpenNumbers(tx, studentIds);
  return new Map(rows.map(({ studentId, sealed }) => [studentId, cipher.open('numbers', studentId, sealed) as string]));
}
