/** 取消导入: stops reading, or gives up what was read, before anything of it is handed in. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { deleteEntrants } from '../entrants/entrant.store.ts';
import { getImport, hasCases, moveImport } from './import.store.ts';
import { IMPORT_STATES } from './import.ts';

/** A reader notices at its next portion, which is then not kept. Refuses STEP_NOT_ALLOWED once rows are handed in. */
export async function giveUpImport(tx: Transaction, actor: Actor, importId: string): Promise<void> {
  const one = await getImport(tx, importId, { lock: true });
  const action = '取消导入';
  if (await hasCases(tx, importId)) throw refuse('STEP_NOT_ALLOWED', { state: '已有行提交，可整批撤销', action });
  if (!(await moveImport(tx, importId, { from: ['QUEUED', 'READING', 'CHECKED'], to: 'CANCELLED' }))) {
    throw refuse('STEP_NOT_ALLOWED', { state: IMPORT_STATES[one.state], action });
  }
  const deleted = await deleteEntrants(tx, { importId });
  await record(tx, asAuditActor(actor), {
    action: 'CANCEL_IMPORT',
    subjectKind: 'IMPORT',
    subjectId: importId,
    path: one.path,
    detail: { entrants: deleted },
  });
}
