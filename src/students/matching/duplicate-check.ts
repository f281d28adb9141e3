/** 查重: compares records with everything registered on the node, exactly by number and by suspicion. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { MatchKey } from './match-keys.ts';
import { type Candidate, findCandidates, type IdentityHolder, meet, placesOfStudents } from './matching.store.ts';
import { type Comparable, compare, type Suspicion } from './suspicion.ts';

/** A record to check; `id` keeps it from being compared with itself. */
export interface MatchSubject extends Omit<Comparable, 'guardianHashes'> {
  id: string;
  identityHash: Buffer | null;
  guardianHashes: readonly string[];
  keys: readonly MatchKey[];
}

/** The other side of a suspicion, as far as a stranger may see it. */
export interface SuspectedPair extends Suspicion {
  studentId: string;
  name: string;
  gender: string;
  bornOn: string;
  schoolName: string | null;
}

export interface DuplicateResult {
  /** Somebody holds this very number: registered, or claimed by a case under way. */
  exact: (IdentityHolder & { placeName: string | undefined; left: boolean }) | undefined;
  suspicions: SuspectedPair[];
}

/** Identity documents whose numbers have the resident form and can be compared digit by digit. */
const RESIDENT_FORM = /^\d{17}[\dX]$/;

/** Checks a batch; the answer holds an entry only for subjects with something found (MOE-6.2, MOE-6.3, SC-15.3). */
export async function checkDuplicates(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  subjects: readonly MatchSubject[],
): Promise<Map<string, DuplicateResult>> {
  const met = await meet(
    tx,
    subjects.flatMap(({ identityHash }) => identityHash ?? []),
    subjects.flatMap(({ keys }) => keys.map(({ hash }) => hash)),
  );
  const held = new Map<string, IdentityHolder>();
  for (const { id, identityHash } of subjects) {
    const holder = identityHash && met.holders.get(identityHash.toString('hex'));
    if (holder && holder.studentId !== id) held.set(id, holder);
  }
  // A whole new year's intake shares nothing with anybody: then there is nothing to compare one by one.
  if (held.size === 0 && met.keys.length === 0) return new Map();
  const byKey = Map.groupBy(await findCandidates(tx, met.keys), ({ keyHash }) => keyHash);
  const places = await placesOfStudents(
    tx,
    [...held.values()].map(({ studentId }) => studentId),
  );

  const results = new Map<string, DuplicateResult>();
  for (const subject of subjects) {
    const holder = held.get(subject.id);
    const place = holder && places.get(holder.studentId);
    const exact = holder && { ...holder, placeName: place?.placeName, left: place?.left ?? false };
    const suspicions = suspicionsOf(subject, byKey, cipher).filter(({ studentId }) => studentId !== exact?.studentId);
    if (exact || suspicions.length > 0) results.set(subject.id, { exact, suspicions });
  }
  return results;
}

function suspicionsOf(
  subject: MatchSubject,
  byKey: Map<string, Candidate[]>,
  cipher: Services['cipher'],
): SuspectedPair[] {
  const candidates = new Map<string, Candidate>();
  for (const { hash } of subject.keys) {
    for (const candidate of byKey.get(hash.toString('hex')) ?? []) candidates.set(candidate.studentId, candidate);
  }
  candidates.delete(subject.id);
  const found: SuspectedPair[] = [];
  for (const candidate of candidates.values()) {
    const { studentId, name, gender, bornOn, schoolName } = candidate;
    const suspicion = compare(subject, comparableOf(candidate, cipher));
    if (suspicion) found.push({ ...suspicion, studentId, name, gender, bornOn, schoolName });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** A candidate with its number opened, to be compared and shown to nobody. */
export function comparableOf(candidate: Candidate, cipher: Services['cipher']): Comparable {
  const { number, plainPinyin } = cipher.open('key_data', candidate.studentId, candidate.sealed) as {
    number: string | null;
    plainPinyin: string;
  };
  const { name, gender, bornOn, guardianHashes } = candidate;
  const residentNumber = number && RESIDENT_FORM.test(number) ? number : null;
  return { name, plainPinyin, gender, bornOn, residentNumber, guardianHashes };
}
