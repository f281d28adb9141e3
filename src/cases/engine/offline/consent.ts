/** 脱机受理的意见: the supervising authority says whether a paper application counts from its own day. */
import { type Actor, rankOf } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { CONSENT, OBJECT } from '../../../workflow/index.ts';
import type { Case } from '../../case.ts';
import type { Seen } from '../seen.ts';
import { setOffline } from './offline.store.ts';

export interface Consenting {
  agreed: boolean;
  reason?: string | undefined;
}

/** May this person say it? The case must be a paper one that no window allows and that nobody has spoken on. */
export const mayConsent = ({ authorityId, offline }: Case, actor: Actor): boolean =>
  offline !== null &&
  offline !== undefined &&
  !offline.window &&
  !offline.consent &&
  actor.institution.id === authorityId &&
  rankOf(actor.role) !== 'TEACHER';

/**
 * Keeps it with the case; answers with the case as it now is. Refuses NOT_ALLOWED to whoever does not supervise the school
 * or where nothing waits for consent, REASON_NEEDED where it objects without a word.
 */
export async function consentTo(
  tx: Transaction,
  actor: Actor,
  { one }: Seen,
  { agreed, reason }: Consenting,
): Promise<{ one: Case; action: string }> {
  if (!mayConsent(one, actor)) {
    throw refuse('NOT_ALLOWED', { what: '对脱机受理表示意见（只由学籍主管部门对待同意的办件表示一次）' });
  }
  if (!agreed && !reason?.trim()) throw refuse('REASON_NEEDED', { action: '不同意脱机受理' });
  const offline = {
    ...one.offline!,
    consent: {
      agreed,
      institutionName: actor.institution.name,
      personName: actor.personName,
      on: dayOf(tx.now),
      reason: reason?.trim() || null,
    },
  };
  await setOffline(tx, one.id, offline);
  return { one: { ...one, offline }, action: agreed ? CONSENT : OBJECT };
}
