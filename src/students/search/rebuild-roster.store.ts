/** 花名册重建存取: the facts that roster rows are made from, and the rows as they are kept. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Roster } from '../../db/tables.ts';
import type { Transaction } from '../../db/transaction.ts';
import { firstDayHere } from './first-day-here.store.ts';

export type KeptRow = Selectable<Roster>;
export type NewRow = Insertable<Roster>;

/** Nobody writes the roster until the transaction ends; reading goes on. */
export async function holdRoster(tx: Transaction): Promise<void> {
  await sql`lock table roster in share row exclusive mode`.execute(tx.sql);
}

/** What a row of the roster is made from, of every student with an open registration in the scope that holds now. */
const facts = (tx: Transaction) =>
  tx.sql
    .selectFrom('registrations as r')
    .innerJoin('students as s', 's.id', 'r.student_id')
    .innerJoin('key_data as k', (join) => join.onRef('k.student_id', '=', 'r.student_id').on('k.valid_to', 'is', null))
    .innerJoin('numbers as n', (join) => join.onRef('n.student_id', '=', 'r.student_id').on('n.valid_to', 'is', null))
    .leftJoin('class_memberships as m', (join) =>
      join.onRef('m.student_id', '=', 'r.student_id').on('m.valid_to', 'is', null),
    )
    .select(['r.student_id', 'r.county', 'r.path', 'r.school_id', 'r.stage', 'r.grade', 'r.intake_year', 'r.state'])
    .select(['r.study_mode', 'k.name', 'k.gender', 'k.born_on', 'k.sealed as key_data_sealed'])
    .select(['n.sealed as number_sealed', 'm.class_group_id', 'm.seat_no', 's.photo_id'])
    .select(sql<string | null>`s.details->>'ethnicGroup'`.as('ethnic_group'))
    .select(firstDayHere('r').as('registered_on'))
    .where('r.valid_to', 'is', null);

/** The facts of the next students with an open registration, in the order of their identifiers. */
export async function listFacts(tx: Transaction, after: string | undefined, limit: number) {
  const query = facts(tx).orderBy('r.student_id').limit(limit);
  return (after === undefined ? query : query.where('r.student_id', '>', after)).execute();
}

/** The facts of one student who has an open registration. */
export const getFacts = (tx: Transaction, studentId: string) =>
  facts(tx).where('r.student_id', '=', studentId).executeTakeFirstOrThrow();

export type Facts = Awaited<ReturnType<typeof listFacts>>[number];

/** The rows that are kept for these students in these counties. */
export async function listKept(tx: Transaction, rows: readonly Pick<NewRow, 'county' | 'student_id'>[]) {
  const { rows: kept } = await sql<KeptRow>`select r.* from roster r
    join unnest(${rows.map(({ county }) => county)}::text[], ${rows.map(({ student_id }) => student_id)}::uuid[])
      as wanted(county, student_id) using (county, student_id)`.execute(tx.sql);
  return new Map(kept.map((row) => [row.student_id, row]));
}

/** Takes rows out of the roster; no fact is touched. */
export async function deleteRows(tx: Transaction, rows: readonly Pick<KeptRow, 'county' | 'student_id'>[]) {
  if (rows.length === 0) return;
  await sql`delete from roster r using unnest(${rows.map(({ county }) => county)}::text[],
      ${rows.map(({ student_id }) => student_id)}::uuid[]) as gone(county, student_id)
    where r.county = gone.county and r.student_id = gone.student_id`.execute(tx.sql);
}

/** Writes rows into the roster. */
export async function insertRows(tx: Transaction, rows: readonly NewRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first) as (keyof NewRow)[];
  await tx.copyIn(
    'roster',
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}

/** Rows of students who have no open registration in that county any more. */
export async function listStray(tx: Transaction): Promise<Pick<KeptRow, 'county' | 'student_id'>[]> {
  return tx.sql
    .selectFrom('roster as o')
    .select(['o.county', 'o.student_id'])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('registrations as r')
            .select('r.student_id')
            .whereRef('r.student_id', '=', 'o.student_id')
            .whereRef('r.county', '=', 'o.county')
            .where('r.valid_to', 'is', null),
        ),
      ),
    )
    .execute();
}
