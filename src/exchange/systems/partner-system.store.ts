/** 对接系统存取. */
import type { Selectable } from 'kysely';
import type { PartnerSystems } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { PartnerSystem } from './partner-system.ts';

const asSystem = (row: Selectable<PartnerSystems>): PartnerSystem => ({
  id: row.id,
  institutionId: row.institution_id,
  path: row.path,
  scopePath: row.scope_path,
  scopeName: row.scope_name,
  name: row.name,
  recipient: row.recipient,
  purpose: row.purpose,
  basis: row.basis,
  withNumbers: row.with_numbers,
  validTo: row.valid_to as CivilDate,
  state: row.state as PartnerSystem['state'],
  keyTail: row.key_tail,
  keyMadeAt: row.key_made_at,
  keyUsedAt: row.key_used_at,
  appliedBy: row.applied_by,
  appliedByName: row.applied_by_name,
  appliedAt: row.applied_at,
  decidedByName: row.decided_by_name,
  decidedAt: row.decided_at,
  decidedNote: row.decided_note,
});

type NewSystem = Omit<
  PartnerSystem,
  'state' | 'keyTail' | 'keyMadeAt' | 'keyUsedAt' | 'decidedByName' | 'decidedAt' | 'decidedNote'
>;

/** Keeps an application. */
export async function insertSystem(tx: Transaction, one: NewSystem): Promise<void> {
  await tx.sql
    .insertInto('partner_systems')
    .values({
      id: one.id,
      institution_id: one.institutionId,
      path: one.path,
      scope_path: one.scopePath,
      scope_name: one.scopeName,
      name: one.name,
      recipient: one.recipient,
      purpose: one.purpose,
      basis: one.basis,
      with_numbers: one.withNumbers,
      valid_to: one.validTo,
      state: 'APPLIED',
      applied_by: one.appliedBy,
      applied_by_name: one.appliedByName,
      applied_at: one.appliedAt,
    })
    .execute();
}

/** A system of this institution, locked until the transaction ends. Refuses NOT_FOUND: those of others are their own. */
export async function lockSystem(tx: Transaction, id: string, institutionId: string): Promise<PartnerSystem> {
  const row = await tx.sql
    .selectFrom('partner_systems')
    .selectAll()
    .where('id', '=', id)
    .where('institution_id', '=', institutionId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此对接系统' });
  return asSystem(row);
}

/** All of an institution, the latest first. */
export async function listSystems(tx: Transaction, institutionId: string): Promise<PartnerSystem[]> {
  const rows = await tx.sql
    .selectFrom('partner_systems')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('applied_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(asSystem);
}

/** Some systems by id, whatever their state. */
export async function systemsById(tx: Transaction, ids: readonly string[]): Promise<Map<string, PartnerSystem>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('partner_systems')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, asSystem(row)]));
}

/** The system to which a key belongs. */
export async function findByKey(tx: Transaction, keyHash: Buffer): Promise<PartnerSystem | undefined> {
  const row = await tx.byKey
    .selectFrom('partner_systems')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row && asSystem(row);
}

/** What became of an application or an approval; whoever loses the approval loses the key. */
export async function setState(
  tx: Transaction,
  id: string,
  one: { state: PartnerSystem['state']; by: { accountId: string; personName: string }; note: string | null },
): Promise<void> {
  await tx.sql
    .updateTable('partner_systems')
    .set({
      state: one.state,
      decided_by: one.by.accountId,
      decided_by_name: one.by.personName,
      decided_at: tx.now,
      decided_note: one.note,
      ...(one.state === 'REVOKED' ? { key_hash: null } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** A new key in place of the one before. */
export async function setKey(tx: Transaction, id: string, key: { hash: Buffer; tail: string }): Promise<void> {
  await tx.sql
    .updateTable('partner_systems')
    .set({ key_hash: key.hash, key_tail: key.tail, key_made_at: tx.now, key_used_at: null })
    .where('id', '=', id)
    .execute();
}

/** That it called. */
export async function noteUse(tx: Transaction, id: string): Promise<void> {
  await tx.sql.updateTable('partner_systems').set({ key_used_at: tx.now }).where('id', '=', id).execute();
}
