/** 成批转接: folders that were scanned one after another go in one parcel, or are received as one; all of them or none. */
import type { Actor, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { receiveFile, sendFile } from '../hand-over-file.ts';
import type { FileReceipts, FileSendings } from '../hand-over-form.ts';

/** Refuses like the single act, for the first file that does not go. */
export async function sendFiles(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { files, ...parcel }: FileSendings,
): Promise<void> {
  for (const { id, pages } of files) await sendFile(tx, services, actor, id, { ...parcel, pages });
}

/** Refuses like the single act, for the first file that does not. */
export async function receiveFiles(tx: Transaction, actor: Actor, { files }: FileReceipts): Promise<void> {
  for (const { id, ...receipt } of files) await receiveFile(tx, actor, id, receipt);
}
