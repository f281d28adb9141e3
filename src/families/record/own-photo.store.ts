/** 家长照片存取. */
import type { Transaction } from '../../db/transaction.ts';

/** Was a file given by this link? */
export async function isMadeBy(tx: Transaction, fileId: string, linkId: string): Promise<boolean> {
  const row = await tx.byKey.selectFrom('files').select('made_by').where('id', '=', fileId).executeTakeFirst();
  return row?.made_by === linkId;
}
