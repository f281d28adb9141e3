/** 谁的登记还能改: an entrant is the school's to change until it is handed in, and again when it has come back. */
import { getCase, getState } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getEntrant, lockImportOf } from './entrant.store.ts';
import type { Entrant } from './entrant.ts';

/** 退回补正: the state of a case in which its entrants are the school's again. */
export const RETURNED = 'RETURNED';

const HELD = { SUBMITTED: '已提交，须先退回或撤回', REGISTERED: '已建立学籍', REFUSED: '已不予注册' } as const;

/**
 * The entrant, locked to be changed. First what holds it is locked: its case, which must not be handed in meanwhile, or
 * its workbook, whose rows say of each other what is repeated. Refuses STEP_NOT_ALLOWED for what somebody else has in
 * hand or has decided.
 */
export async function lockToMend(tx: Transaction, id: string, action: string): Promise<Entrant> {
  const { caseId, importId } = await getEntrant(tx, id);
  if (caseId) await getCase(tx, caseId, { lock: true });
  else if (importId) await lockImportOf(tx, importId);
  const one = await getEntrant(tx, id, { lock: true });
  if (one.caseId !== caseId) throw refuse('STALE', { what: '此人' });
  const { state } = one;
  if (state === 'DRAFT' || state === 'SKIPPED') return one;
  if (state === 'SUBMITTED' && caseId && (await getState(tx, caseId)) === RETURNED) return one;
  throw refuse('STEP_NOT_ALLOWED', { state: HELD[state], action });
}
