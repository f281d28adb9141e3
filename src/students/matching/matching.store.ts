/** 查重存取: who holds an identity number, and which records share keys, over the whole node. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

/** The holder of an identity number: a student, or an entrant whose case has claimed it. */
export interface IdentityHolder {
  studentId: string;
  claimedBy: string | null;
}

/** Who holds these identity digests; keyed by their hex. Holds no personal data, so it looks over the whole node. */
export async function findHolders(tx: Transaction, hashes: readonly Buffer[]): Promise<Map<string, IdentityHolder>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('identities')
    .select(['identity_hash', 'student_id', 'claimed_by'])
    .where(isAnyHash('identity_hash', hashes))
    .execute();
  return new Map(
    rows.map((row) => [row.identity_hash.toString('hex'), { studentId: row.student_id, claimedBy: row.claimed_by }]),
  );
}

/** What the duplicate check meets first: who holds a digest of an identity, and which keys somebody has at all. */
export interface Met {
  /** By the hex of the identity's digest. */
  holders: Map<string, IdentityHolder>;
  keys: Buffer[];
}

/** Looks up identities and keys at once, over the whole node: digests alone hold no personal data. */
export async function meet(tx: Transaction, identities: readonly Buffer[], keys: readonly Buffer[]): Promise<Met> {
  const { rows } = await sql<{ hash: Buffer; student_id: string | null; claimed_by: string | null }>`
    select identity_hash as hash, student_id, claimed_by from identities where identity_hash = any(${[...identities]}::bytea[])
    union all
    select distinct key_hash, null::uuid, null::uuid from duplicate_keys where key_hash = any(${[...keys]}::bytea[])`.execute(
    tx.byKey,
  );
  const holders = new Map<string, IdentityHolder>();
  const met: Buffer[] = [];
  for (const { hash, student_id: studentId, claimed_by: claimedBy } of rows) {
    if (studentId) holders.set(hash.toString('hex'), { studentId, claimedBy });
    else met.push(hash);
  }
  return { holders, keys: met };
}

/**
 * Claims identities for the entrants of a case; the primary key lets exactly one claim live. Returns the student ids
 * whose claim failed because the identity is held already.
 */
export async function claimIdentities(
  tx: Transaction,
  claims: readonly { hash: Buffer; studentId: string; caseId: string }[],
): Promise<string[]> {
  if (claims.length === 0) return [];
  const won = new Set<string>();
  const CHUNK = 5_000;
  // In one order everywhere: two batches that share children then wait for each other instead of deadlocking.
  const ordered = claims.toSorted((a, b) => Buffer.compare(a.hash, b.hash));
  for (let from = 0; from < ordered.length; from += CHUNK) {
    const rows = await tx.byKey
      .insertInto('identities')
      .values(
        ordered.slice(from, from + CHUNK).map(({ hash, studentId, caseId }) => ({
          identity_hash: hash,
          student_id: studentId,
          claimed_by: caseId,
          claimed_at: tx.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('student_id')
      .execute();
    for (const row of rows) won.add(row.student_id);
  }
  return claims.filter(({ studentId }) => !won.has(studentId)).map(({ studentId }) => studentId);
}

/** Gives up the claims of entrants that were refused, returned or withdrawn; a registered student's stays for life. */
export async function releaseIdentities(tx: Transaction, caseId: string, studentIds: readonly string[]): Promise<void> {
  if (studentIds.length === 0) return;
  await tx.sql
    .deleteFrom('identities')
    .where('claimed_by', '=', caseId)
    .where('student_id', 'in', [...studentIds])
    .execute();
}

/** Writes the keys of a student's duplicate check anew. */
export async function replaceKeys(
  tx: Transaction,
  studentId: string,
  keys: readonly { kind: string; hash: Buffer }[],
): Promise<void> {
  await tx.sql.deleteFrom('duplicate_keys').where('student_id', '=', studentId).execute();
  await tx.sql
    .insertInto('duplicate_keys')
    .values(keys.map(({ kind, hash }) => ({ key_hash: hash, student_id: studentId, kind })))
    .execute();
}

/** The keys of some students' duplicate check. */
export async function keyHashesOf(tx: Transaction, studentIds: readonly string[]): Promise<Buffer[]> {
  const rows = await tx.sql
    .selectFrom('duplicate_keys')
    .select('key_hash')
    .distinct()
    .where(isAnyId('student_id', studentIds))
    .execute();
  return rows.map(({ key_hash }) => key_hash);
}

/** Hands the claims of some entrants on from one case to another. */
export async function moveClaims(
  tx: Transaction,
  { from, to }: { from: string; to: string },
  studentIds: readonly string[],
): Promise<void> {
  await tx.sql
    .updateTable('identities')
    .set({ claimed_by: to })
    .where('claimed_by', '=', from)
    .where(isAnyId('student_id', studentIds))
    .execute();
}

/** A registered student that shares a key with somebody; the sealed number is opened only to compare. */
export interface Candidate {
  keyHash: string;
  studentId: string;
  name: string;
  gender: string;
  bornOn: CivilDate;
  identityType: string;
  sealed: Buffer;
  guardianHashes: string[];
  schoolName: string | null;
  placeCode: string | null;
}

/** Every registered student that shares one of these keys, anywhere on the node. */
export async function findCandidates(tx: Transaction, hashes: readonly Buffer[]): Promise<Candidate[]> {
  if (hashes.length === 0) return [];
  return tx.beyondScope(async () => {
    const rows = await tx.sql
      .selectFrom('duplicate_keys as d')
      .innerJoin('key_data as k', (join) =>
        join.onRef('k.student_id', '=', 'd.student_id').on('k.valid_to', 'is', null),
      )
      .leftJoin('registrations as r', (join) =>
        join.onRef('r.student_id', '=', 'd.student_id').on('r.valid_to', 'is', null),
      )
      .leftJoin('institutions as i', 'i.id', 'r.school_id')
      .select(['d.key_hash', 'k.student_id', 'k.name', 'k.gender', 'k.born_on', 'k.identity_type', 'k.sealed'])
      .select(['i.name as school_name', 'i.place_code'])
      .where(isAnyHash('d.key_hash', hashes))
      .execute();
    const guardians = await guardianHashesOf(tx, [...new Set(rows.map(({ student_id }) => student_id))]);
    return rows.map((row) => ({
      keyHash: row.key_hash.toString('hex'),
      studentId: row.student_id,
      name: row.name,
      gender: row.gender,
      bornOn: row.born_on as CivilDate,
      identityType: row.identity_type,
      sealed: row.sealed,
      guardianHashes: guardians.get(row.student_id) ?? [],
      schoolName: row.school_name,
      placeCode: row.place_code,
    }));
  });
}

async function guardianHashesOf(tx: Transaction, studentIds: string[]): Promise<Map<string, string[]>> {
  if (studentIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('guardians')
    .select(['student_id', 'number_hash', 'phone_hash'])
    .where(isAnyId('student_id', studentIds))
    .execute();
  const hashes = new Map<string, string[]>();
  for (const row of rows) {
    const known = hashes.get(row.student_id) ?? [];
    for (const hash of [row.number_hash, row.phone_hash]) if (hash) known.push(hash.toString('hex'));
    hashes.set(row.student_id, known);
  }
  return hashes;
}

/** Where a holder studies, or studied last; what a refused school may know. */
export interface HolderPlace {
  placeName: string;
  /** Registered nowhere any more: the record is to be gone on with, not made a second time. */
  left: boolean;
}

/** The county (by place code) of each holder who has a record; a child that is only being registered has none. */
export async function placesOfStudents(
  tx: Transaction,
  studentIds: readonly string[],
): Promise<Map<string, HolderPlace>> {
  if (studentIds.length === 0) return new Map();
  return tx.beyondScope(async () => {
    const rows = await tx.sql
      .selectFrom('registrations as r')
      .innerJoin('institutions as i', 'i.id', 'r.school_id')
      .innerJoin('places as p', 'p.code', 'i.place_code')
      .select(['r.student_id', 'r.valid_to', 'p.name'])
      .where(isAnyId('r.student_id', studentIds))
      .orderBy('r.valid_from')
      .orderBy('r.valid_to', (order) => order.asc().nullsLast())
      .execute();
    return new Map(rows.map((row) => [row.student_id, { placeName: row.name, left: row.valid_to !== null }]));
  });
}

/** 旁人可见: what somebody who compares two records may see of one that is not theirs. */
export interface Stranger {
  /** Where the record lies: for the row that a look at it leaves. */
  path: string;
  identityMasked: string;
  numberMasked: string;
  guardianName: string | null;
  guardianRelation: string | null;
}

/** Registered students as a stranger may see them, wherever they study; the caller masks the guardian's name. */
export async function listStrangers(tx: Transaction, studentIds: readonly string[]): Promise<Map<string, Stranger>> {
  if (studentIds.length === 0) return new Map();
  return tx.beyondScope(async () => {
    const rows = await tx.sql
      .selectFrom('registrations as open')
      .innerJoin('roster as r', (join) =>
        join.onRef('r.county', '=', 'open.county').onRef('r.student_id', '=', 'open.student_id'),
      )
      .leftJoin('guardians as g', (join) => join.onRef('g.student_id', '=', 'r.student_id').on('g.ordinal', '=', 0))
      .select(['r.student_id', 'r.path', 'r.identity_masked', 'r.number_masked', 'g.name', 'g.relation'])
      .where(isAnyId('open.student_id', studentIds))
      .where('open.valid_to', 'is', null)
      .execute();
    return new Map(
      rows.map((row) => [
        row.student_id,
        {
          path: row.path,
          identityMasked: row.identity_masked,
          numberMasked: row.number_masked,
          guardianName: row.name,
          guardianRelation: row.relation,
        },
      ]),
    );
  });
}

/** Which of these registration numbers somebody holds or has held; by hex. A number is never given twice (MOE-5.2). */
export async function findTakenNumbers(tx: Transaction, hashes: readonly Buffer[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('number_holders')
    .select('number_hash')
    .where(isAnyHash('number_hash', hashes))
    .execute();
  return new Set(rows.map(({ number_hash }) => number_hash.toString('hex')));
}

/** One parameter for thousands of digests: a list of parameters of its own length would be planned anew each time. */
const isAnyHash = (column: string, hashes: readonly Buffer[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...hashes]}::bytea[])`;

const isAnyId = (column: string, ids: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
