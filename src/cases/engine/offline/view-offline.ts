/** 看脱机受理: why a case counts from an earlier day, on what that rests, and what is still missing. */
import type { Actor } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { Case } from '../../case.ts';
import { mayConsent } from './consent.ts';
import type { OfflineView } from './offline.api.ts';
import { hasScan } from './offline.store.ts';

/** Null where the case began here. */
export async function viewOffline(tx: Transaction, one: Case, actor: Actor): Promise<OfflineView | null> {
  const { offline, receivedOn } = one;
  if (!offline || !receivedOn) return null;
  const { window, consent, reason } = offline;
  return {
    receivedOn,
    reason,
    basis: window
      ? `${window.placeName}“${window.title}”（《${window.notice}》）`
      : consent
        ? `${consent.institutionName}${consent.personName}${consent.on}${consent.agreed ? '同意' : '不同意'}${consent.reason ? `：${consent.reason}` : ''}`
        : '不在停办或故障期内，待学籍主管部门表示意见',
    state: window || consent?.agreed ? 'ALLOWED' : consent ? 'OBJECTED' : 'WAITS',
    mayConsent: mayConsent(one, actor),
    hasScan: await hasScan(tx, one.id),
  };
}
