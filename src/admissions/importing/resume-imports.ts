/** 续读: workbooks whose reader is gone (killed, or lost its database) are read on from the last row kept. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { holdReading, listUnread } from './import.store.ts';
import type { Import } from './import.ts';

/** Sends background work; one job of a key at a time. */
export type SendJob = (name: string, key: string, data: Record<string, unknown>) => Promise<void>;

export const READ_IMPORT = 'read-import';

/**
 * Sends an import to be read. The key moves on with the checkpoint, so that a reading which ended early is sent again
 * while the job of the earlier one is still being put away.
 */
export const sendReading = (send: SendJob, { id, rowsDone, starts }: Pick<Import, 'id' | 'rowsDone' | 'starts'>) =>
  send(READ_IMPORT, `${id}/${rowsDone}/${starts}`, { importId: id });

/** Sends every import on that nobody is reading; run at the start and every minute. */
export async function resumeImports({ db }: Pick<Services, 'db'>, send: SendJob): Promise<void> {
  for (const one of await db.read(NODE_SCOPE, listUnread)) {
    const isFree = await db.read(NODE_SCOPE, (tx) => holdReading(tx, one.id));
    if (isFree) await sendReading(send, one);
  }
}

/** The watch over readings: in case the process that read was not this one. */
export const resumeImportsJob = (services: Pick<Services, 'db'>, send: SendJob): JobDefinition => ({
  name: 'resume-imports',
  cron: '* * * * *',
  limitSeconds: 60,
  run: () => resumeImports(services, send),
});
