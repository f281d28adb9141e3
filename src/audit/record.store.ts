/** 审计: the row that every act leaves, in the act's own transaction. */
import type { NewRows, Transaction } from '../db/transaction.ts';

/** Who acts, for the trail; the system itself (jobs, start) has no account. */
export interface AuditActor {
  accountId: string | null;
  personName: string;
  institutionId: string | null;
  requestId?: string | undefined;
}

export interface AuditEvent {
  /** What was done, VERB_NOUN, e.g. REGISTER_STUDENTS, VIEW_IDENTITY_NUMBER. */
  action: string;
  subjectKind:
    | 'STUDENT'
    | 'ENTRANT'
    | 'IMPORT'
    | 'CASE'
    | 'INSTITUTION'
    | 'CLASS_GROUP'
    | 'ACCOUNT'
    | 'FILE'
    | 'SETTING'
    | 'SYSTEM'
    | 'NODE';
  subjectId?: string | undefined;
  /** Path of the place the subject belongs to: who may read this row later. */
  path: string;
  reason?: string | undefined;
  /** Facts without classified values: those appear only as names of changed fields or as keyed digests. */
  detail?: Record<string, unknown>;
}

/** Writes one audit row (S6-28.2). Throws with the database: no row, no act. */
export async function record(tx: Transaction, actor: AuditActor, event: AuditEvent): Promise<void> {
  await recordAll(tx, actor, [event]);
}

/** Writes the rows of one act on many subjects. */
export async function recordAll(tx: Transaction, actor: AuditActor, events: AuditEvent[]): Promise<void> {
  await tx.together(auditRows(tx, actor, events));
}

/** The same rows, to be written together with what they tell of. */
export function auditRows(tx: Transaction, actor: AuditActor, events: readonly AuditEvent[]): NewRows {
  const rows = events.map((event) => ({
    id: tx.newId(),
    at: tx.now,
    account_id: actor.accountId,
    person_name: actor.personName,
    institution_id: actor.institutionId,
    path: event.path,
    action: event.action,
    subject_kind: event.subjectKind,
    subject_id: event.subjectId ?? null,
    reason: event.reason ?? null,
    request_id: actor.requestId ?? null,
    detail: JSON.stringify(event.detail ?? {}),
  }));
  return { into: 'audit_events', rows };
}
