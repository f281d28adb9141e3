/** 查找存取: reads the roster, one county and one index at a time, in the caller's scope. */
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface RosterRow {
  studentId: string;
  county: string;
  schoolId: string;
  schoolName: string;
  classGroupId: string | null;
  firstGrade: number | null;
  ordinal: number | null;
  stage: string;
  grade: number;
  intakeYear: number;
  state: string;
  studyMode: string;
  name: string;
  gender: string;
  bornOn: CivilDate;
  ethnicGroup: string;
  numberMasked: string;
  identityMasked: string;
  seatNo: number | null;
  photoId: string | null;
  registeredOn: CivilDate;
  sortKey: string;
}

/** What narrows a list; everything is optional but the counties, each of which is one look into one index. */
export interface RosterFilter {
  counties: readonly string[];
  by:
    | { column: 'name' | 'plain_pinyin' | 'initials'; prefix: string }
    | { column: 'identity_tail'; equals: number }
    | { column: 'student_id'; equals: string }
    | { column: 'order' };
  schoolId?: string | undefined;
  grade?: number | undefined;
  classGroupIds?: readonly string[] | undefined;
  state?: string | undefined;
  /** Keyset: rows after this one. */
  after?: { sortKey: string; studentId: string } | undefined;
  limit: number;
}

/** The greatest character: every text that begins with a prefix sorts before prefix + this, in C collation. */
const LAST = '\u{10FFFF}';

/** Sorts a list as a school keeps its book: grade, class group, seat. */
const BOOK_ORDER = sql<string>`(lpad(r.grade::text, 2, '0') || coalesce(lpad(g.ordinal::text, 3, '0'), '999')
  || coalesce(lpad(r.seat_no::text, 3, '0'), '999')) collate "C"`;

/** A page of roster rows. */
export async function findInRoster(tx: Transaction, filter: RosterFilter): Promise<RosterRow[]> {
  if (filter.counties.length === 0) return [];
  const { by, after, limit } = filter;
  const conditions: RawBuilder<unknown>[] = [sql`r.county = c.county`];
  let sortKey: RawBuilder<string> = BOOK_ORDER;
  if ('prefix' in by) {
    const column = sql.ref(`r.${by.column}`);
    conditions.push(sql`${column} >= ${by.prefix}`, sql`${column} < ${by.prefix + LAST}`);
    sortKey = sql<string>`${column}`;
  } else if (by.column === 'identity_tail') conditions.push(sql`r.identity_tail = ${by.equals}`);
  else if (by.column === 'student_id') conditions.push(sql`r.student_id = ${by.equals}`);
  if (filter.schoolId) conditions.push(sql`r.school_id = ${filter.schoolId}`);
  if (filter.grade) conditions.push(sql`r.grade = ${filter.grade}`);
  if (filter.state) conditions.push(sql`r.state = ${filter.state}`);
  if (filter.classGroupIds) conditions.push(sql`r.class_group_id = any(${[...filter.classGroupIds]}::uuid[])`);
  if (after) conditions.push(sql`(${sortKey}, r.student_id) > (${after.sortKey}, ${after.studentId}::uuid)`);

  const { rows } = await sql<RosterRow>`
    select page.*, s.name as "schoolName"
    from unnest(${[...filter.counties]}::text[]) as c(county)
    cross join lateral (
      select r.student_id as "studentId", r.county, r.school_id as "schoolId", r.class_group_id as "classGroupId",
        g.first_grade as "firstGrade", g.ordinal, r.stage, r.grade, r.intake_year as "intakeYear", r.state,
        r.study_mode as "studyMode", r.name, r.gender, r.born_on as "bornOn", r.ethnic_group as "ethnicGroup",
        r.number_masked as "numberMasked", r.identity_masked as "identityMasked", r.seat_no as "seatNo",
        r.photo_id as "photoId", r.registered_on as "registeredOn", ${sortKey} as "sortKey"
      from roster r left join class_groups g on g.id = r.class_group_id
      where ${sql.join(conditions, sql` and `)}
      order by ${sortKey}, r.student_id
      limit ${limit}
    ) as page
    join institutions s on s.id = page."schoolId"
    order by page."sortKey", page."studentId"
    limit ${limit}`.execute(tx.sql);
  return rows;
}

/** The counties whose rosters lie in a scope: one for a school or a county, all of them for a city or a province. */
export async function countiesIn(tx: Transaction, path: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('places')
    .select('code')
    .where('level', 'in', ['CITY', 'COUNTY'])
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .execute();
  return rows.map(({ code }) => code);
}

/** The student that holds a registration number; undefined where nobody does. */
export async function findByNumber(tx: Transaction, numberHash: Buffer): Promise<string | undefined> {
  const row = await tx.sql
    .selectFrom('number_holders')
    .select('student_id')
    .where('number_hash', '=', numberHash)
    .executeTakeFirst();
  return row?.student_id;
}

/** How many live registrations a school, or a whole scope's county, has. */
export async function countRoster(
  tx: Transaction,
  { county, schoolId }: { county: string; schoolId?: string | undefined },
): Promise<number> {
  let query = tx.sql
    .selectFrom('roster')
    .select((count) => count.fn.countAll<number>().as('size'))
    .where('county', '=', county);
  if (schoolId) query = query.where('school_id', '=', schoolId);
  return (await query.executeTakeFirstOrThrow()).size;
}
