/** 修正: changes items of an entrant and checks the whole record again. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { claimIdentities, type RawRecord, type RawValue, releaseIdentities } from '../../students/index.ts';
import { type Assessed, assessBatch, readIntake } from '../checking/assess.ts';
import { keepConfirmed, markRepeats, REPEATED } from '../checking/mark-repeats.ts';
import { recount } from '../importing/import.store.ts';
import { getEntrant, replaceEntrant } from './entrant.store.ts';
import type { Entrant } from './entrant.ts';
import { contentOf, rawText } from './make-entrant.ts';
import { lockToMend } from './may-mend.ts';
import { storableText } from './open-text.ts';

export interface Mending {
  /** Raw values by item path; empty takes an item away. */
  values: RawRecord;
  /** The version that the person saw. */
  version: number;
}

/**
 * Refuses STALE where somebody else was quicker, STEP_NOT_ALLOWED where the entrant is not the school's to change. What
 * was confirmed stays so as long as the very same thing is found.
 */
export async function mendEntrant(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'law'>,
  actor: Actor,
  id: string,
  { values, version }: Mending,
): Promise<Entrant> {
  const one = await lockToMend(tx, id, '修改');
  if (one.version !== version) throw refuse('STALE', { what: '此人' });
  const before = services.cipher.open('entrants', id, one.sealed) as RawRecord;
  const raw = mendedRecord(before, values);
  const fields = Object.keys(values).filter((path) => rawText(before, path) !== rawText(raw, path));
  const [assessed] = await assessBatch(tx, services, await readIntake(tx, services, one.schoolId), [{ id, raw }]);
  const next = mendedEntrant(services, one, assessed!, fields.length);
  if (one.state === 'SUBMITTED') await moveClaim(tx, one, next);
  await replaceEntrant(tx, next);
  await record(tx, asAuditActor(actor), {
    action: 'MEND_ENTRANT',
    subjectKind: 'ENTRANT',
    subjectId: id,
    path: one.path,
    detail: { fields },
  });
  if (one.importId && one.state === 'DRAFT') {
    await markRepeats(tx, one.importId);
    await recount(tx, one.importId);
  }
  return getEntrant(tx, id);
}

/** The raw record with these values in place. */
export function mendedRecord(before: RawRecord, values: RawRecord): RawRecord {
  const given = Object.entries(values).map(([path, value]): [string, RawValue] => [
    path,
    typeof value === 'string' ? storableText(value.trim()) : value,
  ]);
  const entries = Object.entries({ ...before, ...Object.fromEntries(given) });
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== null && value !== undefined));
}

/** The entrant after its record was checked again. What other rows of the workbook say of it is looked at apart. */
export function mendedEntrant(
  services: Pick<Services, 'cipher'>,
  one: Entrant,
  assessed: Assessed,
  items: number,
): Entrant {
  const repeated = one.findings.filter(({ code }) => REPEATED.has(code));
  const content = contentOf(services, { ...assessed, findings: [...assessed.findings, ...repeated] }, (found) =>
    keepConfirmed(one.findings, found),
  );
  return { ...one, ...content, mended: one.mended + items };
}

/**
 * 占用 follows the number of a child whose case has come back. Refuses DUPLICATE_IDENTITY where somebody holds the new
 * one, and what would have to be decided by another authority, or on another way, than the case was opened for.
 */
async function moveClaim(tx: Transaction, before: Entrant, after: Entrant): Promise<void> {
  const documented = (one: Entrant) => one.identityHash !== null;
  if (before.stage !== after.stage || documented(before) !== documented(after)) {
    throw refuse('BAD_INPUT', { what: '改后应由另一部门或另一程序核办，请撤回此件，改后重新提交' });
  }
  if (!before.identityHash || !after.identityHash || before.identityHash.equals(after.identityHash)) return;
  await releaseIdentities(tx, before.caseId!, [before.id]);
  const claim = { hash: after.identityHash, studentId: after.id, caseId: before.caseId! };
  if ((await claimIdentities(tx, [claim])).length > 0) throw refuse('DUPLICATE_IDENTITY');
}
