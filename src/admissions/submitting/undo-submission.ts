/** 整批撤销: takes back everything that a workbook brought, while nobody else has acted on it. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { CaseEngine } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { deleteEntrants } from '../entrants/entrant.store.ts';
import { getImport, moveImport } from '../importing/import.store.ts';
import { listCaseIds } from '../review/review.store.ts';
import { WITHDRAW } from '../review/review-import.ts';

/** Withdraws the cases and deletes the entrants. Refuses STEP_NOT_ALLOWED where a case is in somebody's hands already. */
export async function undoImport(tx: Transaction, engine: CaseEngine, actor: Actor, importId: string): Promise<void> {
  const one = await getImport(tx, importId);
  const caseIds = await listCaseIds(tx, importId);
  if (caseIds.length === 0)
    throw refuse('STEP_NOT_ALLOWED', { state: '尚未提交，不要的请取消导入', action: '整批撤销' });
  for (const caseId of caseIds) {
    await engine.advance(tx, actor, caseId, { action: WITHDRAW, opinion: '整批撤销此次导入' });
  }
  const deleted = await deleteEntrants(tx, { importId });
  await moveImport(tx, importId, { from: ['CHECKED', 'SUBMITTED'], to: 'UNDONE' });
  await record(tx, asAuditActor(actor), {
    action: 'UNDO_IMPORT',
    subjectKind: 'IMPORT',
    subjectId: importId,
    path: one.path,
    detail: { cases: caseIds.length, entrants: deleted },
  });
}
