/** 采用: brings what authorities have set into the law that every feature asks. */
import type { Services } from '../access/index.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { listLocalSettings } from './settings.store.ts';

/** Reads all settings of the node and hands them to the law; called at start, after each new one, and now and then. */
export async function adoptLocalSettings({ db, law }: Pick<Services, 'db' | 'law'>): Promise<void> {
  law.adopt(await db.read(NODE_SCOPE, listLocalSettings));
}
