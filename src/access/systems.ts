/** 对接系统: what the HTTP side needs to know of a partner system that calls with its key. */
import type { AuditActor } from '../audit/record.store.ts';
import type { Scope } from '../db/transaction.ts';

export interface SystemCaller {
  id: string;
  name: string;
  /** The authority that answers for it. */
  institutionId: string;
  /** Path of that authority. */
  path: string;
  /** Below which the system may follow. */
  scope: Scope;
  /** The approval covers registration numbers. */
  withNumbers: boolean;
}

export interface SystemKeys {
  /**
   * The system behind a key, for one call; undefined where the key is unknown, replaced or revoked, or the approval has
   * ended. Refuses TOO_MANY past what one key may call in a minute.
   */
  find(key: string): Promise<SystemCaller | undefined>;
}

/** The same system as the audit trail knows it. */
export const systemAsAuditActor = ({ name, institutionId }: SystemCaller, requestId: string): AuditActor => ({
  accountId: null,
  personName: `对接系统“${name}”`,
  institutionId,
  requestId,
});
