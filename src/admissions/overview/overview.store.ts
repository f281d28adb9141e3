/** 概况存取: registered, in process and still being filled in, by class group or by school. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';

export interface Progress {
  registered: number;
  inProcess: number;
  draft: number;
  red: number;
}

/** A year's intake of a school by class group; entrants without one stand under the empty key. */
export async function progressByClassGroup(
  tx: Transaction,
  school: { id: string; county: string },
  intakeYear: number,
): Promise<Map<string, Progress>> {
  const entrants = await tx.sql
    .selectFrom('entrants')
    .select(['class_group_id', ...COUNTS])
    .where('school_id', '=', school.id)
    .where('intake_year', '=', intakeYear)
    .groupBy('class_group_id')
    .execute();
  const registered = await tx.sql
    .selectFrom('roster')
    .select((column) => ['class_group_id', column.fn.countAll<number>().as('registered')])
    .where('county', '=', school.county)
    .where('school_id', '=', school.id)
    .where('intake_year', '=', intakeYear)
    .groupBy('class_group_id')
    .execute();
  return joined(
    entrants.map((row) => ({ ...row, key: row.class_group_id ?? '' })),
    registered.map((row) => ({ ...row, key: row.class_group_id ?? '' })),
  );
}

/** A year's intake by school, of the schools in scope that have anything to show. */
export async function progressBySchool(tx: Transaction, intakeYear: number): Promise<Map<string, Progress>> {
  const entrants = await tx.sql
    .selectFrom('entrants')
    .select(['school_id', ...COUNTS])
    .where('intake_year', '=', intakeYear)
    .groupBy('school_id')
    .execute();
  const registered = await tx.sql
    .selectFrom('roster')
    .select((column) => ['school_id', column.fn.countAll<number>().as('registered')])
    .where('intake_year', '=', intakeYear)
    .groupBy('school_id')
    .execute();
  return joined(
    entrants.map((row) => ({ ...row, key: row.school_id })),
    registered.map((row) => ({ ...row, key: row.school_id })),
  );
}

const COUNTS = [
  sql<number>`count(*) filter (where state = 'SUBMITTED')`.as('inProcess'),
  sql<number>`count(*) filter (where state = 'DRAFT')`.as('draft'),
  sql<number>`count(*) filter (where state = 'DRAFT' and red > 0)`.as('red'),
] as const;

function joined(
  entrants: readonly { key: string; inProcess: number; draft: number; red: number }[],
  registered: readonly { key: string; registered: number }[],
): Map<string, Progress> {
  const all = new Map<string, Progress>();
  for (const { key, inProcess, draft, red } of entrants) all.set(key, { registered: 0, inProcess, draft, red });
  for (const { key, registered: count } of registered) {
    all.set(key, { ...(all.get(key) ?? { inProcess: 0, draft: 0, red: 0 }), registered: count });
  }
  return all;
}

/** Names of the schools in the book order of their paths. */
export async function namesOfSchools(tx: Transaction, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return tx.sql
    .selectFrom('institutions')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('path')
    .execute();
}
