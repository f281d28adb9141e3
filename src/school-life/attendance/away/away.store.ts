/** 请假存取: requests to stay away, and who granted them. */
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { CitedSentence } from '../findings.ts';

export type AwayState = 'ASKED' | 'GRANTED' | 'DECLINED';
export type AwayReason = 'ILLNESS' | 'PERSONAL';

/** One leave of absence. */
export interface Away {
  id: string;
  studentId: string;
  classGroupId: string;
  reason: AwayReason;
  beginsOn: CivilDate;
  /** 准假至: the last day away. */
  endsOn: CivilDate;
  /** School days from the first to the last. */
  days: number;
  guardianProof: boolean;
  diagnosis: boolean;
  state: AwayState;
  askedByName: string;
  askedAt: Date;
  grantedAs: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  opinion: string | null;
  findings: CitedSentence[];
}

const COLUMNS = [
  'id',
  'student_id as studentId',
  'class_group_id as classGroupId',
  'reason',
  'begins_on as beginsOn',
  'ends_on as endsOn',
  'days',
  'guardian_proof as guardianProof',
  'diagnosis',
  'state',
  'asked_by_name as askedByName',
  'asked_at as askedAt',
  'granted_as as grantedAs',
  'decided_by_name as decidedByName',
  'decided_at as decidedAt',
  'opinion',
  'findings',
] as const;

/** Who of these was given leave for some day of the span. */
export async function listGranted(
  tx: Transaction,
  studentIds: readonly string[],
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<Away[]> {
  if (studentIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('leaves_of_absence')
    .select(COLUMNS)
    .where(isOneOf('student_id', studentIds))
    .where('state', '=', 'GRANTED')
    .where('begins_on', '<=', to)
    .where('ends_on', '>=', from)
    .execute();
  return rows as unknown as Away[];
}

/** Requests of a school that end on a day or later, those that wait first; of some class groups only where they are named. */
export async function listAways(
  tx: Transaction,
  path: string,
  { since, classGroupIds, limit }: { since: CivilDate; classGroupIds: readonly string[] | undefined; limit: number },
): Promise<(Away & { name: string })[]> {
  if (classGroupIds?.length === 0) return [];
  let query = tx.sql
    .selectFrom('leaves_of_absence as a')
    .innerJoin('key_data as k', 'k.student_id', 'a.student_id')
    .select(COLUMNS.map((column) => (/^(id|student_id)/.test(column) ? (`a.${column}` as const) : column)) as never)
    .select('k.name')
    .where('a.path', '=', path)
    .where('a.ends_on', '>=', since)
    .where('k.valid_to', 'is', null);
  if (classGroupIds) query = query.where(isOneOf('a.class_group_id', classGroupIds));
  const rows = await query.orderBy('a.state').orderBy('a.begins_on', 'desc').orderBy('a.id').limit(limit).execute();
  return rows as unknown as (Away & { name: string })[];
}

/** Keeps a request. */
export async function insertAway(
  tx: Transaction,
  away: Pick<Away, 'studentId' | 'classGroupId' | 'reason' | 'beginsOn' | 'endsOn' | 'days'> &
    Pick<Away, 'guardianProof' | 'diagnosis'>,
  by: { path: string; accountId: string; personName: string },
): Promise<string> {
  const id = tx.newId();
  await tx.sql
    .insertInto('leaves_of_absence')
    .values({
      id,
      student_id: away.studentId,
      class_group_id: away.classGroupId,
      path: by.path,
      reason: away.reason,
      begins_on: away.beginsOn,
      ends_on: away.endsOn,
      days: away.days,
      guardian_proof: away.guardianProof,
      diagnosis: away.diagnosis,
      state: 'ASKED',
      asked_by: by.accountId,
      asked_by_name: by.personName,
      asked_at: tx.now,
      findings: '[]',
    })
    .execute();
  return id;
}

/** The request, locked. Refuses NOT_FOUND outside the scope. */
export async function lockAway(tx: Transaction, id: string): Promise<Away> {
  const row = await tx.sql
    .selectFrom('leaves_of_absence')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此请假' });
  return row as unknown as Away;
}

/** Keeps what was decided, with what the law said of it. */
export async function decideAway(
  tx: Transaction,
  { id, studentId }: Pick<Away, 'id' | 'studentId'>,
  decided: {
    state: 'GRANTED' | 'DECLINED';
    grantedAs: string;
    opinion: string | undefined;
    findings: readonly CitedSentence[];
    by: { accountId: string; personName: string };
  },
): Promise<void> {
  await tx.sql
    .updateTable('leaves_of_absence')
    .set({
      state: decided.state,
      granted_as: decided.grantedAs,
      decided_by: decided.by.accountId,
      decided_by_name: decided.by.personName,
      decided_at: tx.now,
      opinion: decided.opinion ?? null,
      findings: JSON.stringify(decided.findings),
    })
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .execute();
}
