/** 借读记录: what the guest school notes while the study lasts, and its way back with the student. */
import { type Actor, asAuditActor, type Services } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { holds } from '../kernel/place-codes.ts';
import { refuse } from '../kernel/refusal.ts';
import { type ArrangementRow, endArrangement, getArrangement, insertEntry, listEntries } from './arrangement.store.ts';
import type { EntryList, NewEntry } from './study-elsewhere.api.ts';

interface Key {
  studentId: string;
  caseId: string;
}

/** Notes something of a guest. Refuses NOT_ALLOWED to whoever is not the guest school, CONFLICT once the study has ended. */
export async function noteOfGuest(
  tx: Transaction,
  { cipher, newId }: Pick<Services, 'cipher' | 'newId'>,
  actor: Actor,
  { key, entry }: { key: Key; entry: NewEntry },
): Promise<void> {
  const one = await getArrangement(tx, key);
  if (one.kind !== 'GUEST_STUDY' || one.thereId !== actor.institution.id) {
    throw refuse('NOT_ALLOWED', { what: '登记借读记录（由借读学校在借读期间登记）' });
  }
  if (one.endedOn) throw refuse('CONFLICT', { what: `借读已于${one.endedOn}结束，记录已送回学籍所在学校` });
  const id = newId();
  const sealed = cipher.seal('guest_entries', id, { words: entry.words });
  const noted = { id, kind: entry.kind, sealed, personName: actor.personName, madeAt: tx.now };
  await tx.beyondScope(() => insertEntry(tx, one, noted));
  await trace(tx, actor, one, 'NOTE_OF_GUEST', { kind: entry.kind });
}

/** Ends an arrangement; a guest's record goes back with it. Refuses NOT_ALLOWED to who has no part in it. */
export async function endStudy(
  tx: Transaction,
  actor: Actor,
  { key, reason }: { key: Key; reason: string },
): Promise<void> {
  const one = await getArrangement(tx, key);
  const own = holds(actor.institution.path, one.path) || one.thereId === actor.institution.id;
  if (!own) throw refuse('NOT_ALLOWED', { what: '结束就读安排（由学籍所在学校、借读学校或学籍主管部门办理）' });
  if (one.endedOn) throw refuse('CONFLICT', { what: `此就读安排已于${one.endedOn}结束` });
  const today = dayOf(tx.now);
  const [, on = today] = [today, one.begunOn].toSorted();
  await tx.beyondScope(() => endArrangement(tx, key, { on, reason }));
  await trace(tx, actor, one, 'END_STUDY_ARRANGEMENT', { kind: one.kind, on });
}

/** The record of a guest: the guest school's own always, the school of the registration's once it has come back. */
export async function viewGuestRecord(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  key: Key,
): Promise<EntryList> {
  const one = await getArrangement(tx, key);
  const held = one.endedOn === null && one.thereId !== actor.institution.id;
  const entries = held ? [] : await listEntries(tx, key);
  await trace(tx, actor, one, 'VIEW_GUEST_RECORD', { entries: entries.length });
  return {
    held,
    items: entries.map(({ id, kind, sealed, personName, madeAt }) => ({
      ...{ id, kind, personName, madeAt: madeAt.toISOString() },
      words: (cipher.open('guest_entries', id, sealed) as { words: string }).words,
    })),
  };
}

const trace = (
  tx: Transaction,
  actor: Actor,
  { studentId, path }: ArrangementRow,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> =>
  record(tx, asAuditActor(actor), { action, subjectKind: 'STUDENT', subjectId: studentId, path, detail });
