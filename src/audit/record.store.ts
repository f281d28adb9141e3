/** 审计: the row that every act leaves, in the act's own transaction. */
import type { Transaction } from '../db/transaction.ts';

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

/** Writes the rows of one act on many subjects in one statement. */
export async function recordAll(tx: Transaction, actor: AuditActor, events: AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
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
  // Above this many rows the protocol's 65,535 parameters run out; COPY is quicker long before that.
  if (rows.length <= 50) await tx.sql.insertInto('audit_events').values(rows).execute();
  else {
    const columns = Object.keys(rows[0]!);
    await tx.copyIn(
      'audit_events',
      columns,
      rows.map((row) => Object.values(row)),
    );
  }
  tx.markAudited();
}
