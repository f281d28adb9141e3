/** 查找存取: reads the roster, one county and one index at a time, in the caller's scope. */
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { PlaceInList } from './place-in-list.ts';

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
  /** The values that the list is ordered by, for the place in it. */
  key0: string;
  key1: number | null;
  key2: string | null;
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
}

/** The greatest character: every text that begins with a prefix sorts before prefix + this, in C collation. */
const LAST = '\u{10FFFF}';

/** Within a grade: class group, then seat; who has none stands last. */
const SEAT = sql<string>`(coalesce(lpad(g.ordinal::text, 3, '0'), '999')
  || coalesce(lpad(r.seat_no::text, 3, '0'), '999')) collate "C"`;

/** As schools keep their book: school by school, by grade, class group and seat; what is searched, as it is spelt. */
function keysOf({ by }: RosterFilter): RawBuilder<unknown>[] {
  return 'prefix' in by ? [sql.ref(`r.${by.column}`)] : [sql`r.path`, sql`r.grade`, SEAT];
}

/** Is the place one of a list in this order? One of another list (a link cut together by hand) is none. */
export function fits(place: PlaceInList, { by }: Pick<RosterFilter, 'by'>): boolean {
  const wanted = 'prefix' in by ? 'string' : 'string,number,string';
  return place.keys.map((key) => typeof key).join() === wanted;
}

function conditionsOf({ by, schoolId, grade, state, classGroupIds }: RosterFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [sql`r.county = c.county`];
  if ('prefix' in by) {
    const column = sql.ref(`r.${by.column}`);
    conditions.push(sql`${column} >= ${by.prefix}`, sql`${column} < ${by.prefix + LAST}`);
  } else if (by.column === 'identity_tail') conditions.push(sql`r.identity_tail = ${by.equals}`);
  else if (by.column === 'student_id') conditions.push(sql`r.student_id = ${by.equals}`);
  if (schoolId)
    conditions.push(
      sql`r.school_id = ${schoolId}`,
      sql`r.path = (select path from institutions where id = ${schoolId})`,
    );
  if (grade) conditions.push(sql`r.grade = ${grade}`);
  if (state) conditions.push(sql`r.state = ${state}`);
  if (classGroupIds) conditions.push(sql`r.class_group_id = any(${[...classGroupIds]}::uuid[])`);
  return conditions;
}

/** A page of roster rows in the order of the list, beyond a place in it that fits that order. */
export async function findInRoster(
  tx: Transaction,
  filter: RosterFilter,
  { place, limit }: { place?: PlaceInList | undefined; limit: number },
): Promise<RosterRow[]> {
  if (filter.counties.length === 0) return [];
  const keys = keysOf(filter);
  const conditions = conditionsOf(filter);
  const backward = place?.side === 'BEFORE';
  if (place) {
    const here = [...keys, sql`r.student_id`];
    const there = place.keys.map((key) => (typeof key === 'number' ? sql`${key}::smallint` : sql`${key}::text`));
    const beyond = backward ? sql`<` : sql`>`;
    conditions.push(sql`(${sql.join(here)}) ${beyond} (${sql.join([...there, sql`${place.studentId}::uuid`])})`);
    // The seat is not the roster's own column: this part of the condition alone finds the place in the index.
    if (keys.length > 2) {
      conditions.push(sql`(${sql.join(keys.slice(0, 2))}) ${beyond}= (${sql.join(there.slice(0, 2))})`);
    }
  }
  const [key0, key1 = sql`null::int`, key2 = sql`null::text`] = keys;
  const direction = backward ? sql`desc` : sql`asc`;
  const order = (columns: RawBuilder<unknown>[]) => sql.join(columns.map((column) => sql`${column} ${direction}`));
  const outer = ['key0', 'key1', 'key2', 'studentId'].map((column) => sql.ref(`page.${column}`));

  const { rows } = await sql<RosterRow>`
    select page.*, s.name as "schoolName"
    from unnest(${[...filter.counties]}::text[]) as c(county)
    cross join lateral (
      select r.student_id as "studentId", r.county, r.school_id as "schoolId", r.class_group_id as "classGroupId",
        g.first_grade as "firstGrade", g.ordinal, r.stage, r.grade, r.intake_year as "intakeYear", r.state,
        r.study_mode as "studyMode", r.name, r.gender, r.born_on as "bornOn", r.ethnic_group as "ethnicGroup",
        r.number_masked as "numberMasked", r.identity_masked as "identityMasked", r.seat_no as "seatNo",
        r.photo_id as "photoId", r.registered_on as "registeredOn",
        ${key0} as "key0", ${key1} as "key1", ${key2} as "key2"
      from roster r left join class_groups g on g.id = r.class_group_id
      where ${sql.join(conditions, sql` and `)}
      order by ${order([...keys, sql`r.student_id`])}
      limit ${limit}
    ) as page
    join institutions s on s.id = page."schoolId"
    order by ${order(outer)}
    limit ${limit}`.execute(tx.sql);
  return backward ? rows.toReversed() : rows;
}

/** How many there are in all. */
export async function countInRoster(tx: Transaction, filter: RosterFilter): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select count(*)::int as size
    from unnest(${[...filter.counties]}::text[]) as c(county)
    join roster r on ${sql.join(conditionsOf(filter), sql` and `)}`.execute(tx.sql);
  return rows[0]!.size;
}

/** The places whose rosters lie in a scope: one for a school or a county, all of them for a city or a province. */
export async function countiesIn(tx: Transaction, path: string): Promise<string[]> {
  const { lo, hi } = rangeOf(path);
  const rows = await tx.sql
    .selectFrom('places')
    .select('code')
    .where('path', '>=', lo)
    .where('path', '<', hi)
    .execute();
  return rows.map(({ code }) => code);
}

/** The counties under a path in which there are schools. */
export async function countiesWithSchools(tx: Transaction, path: string): Promise<{ code: string; name: string }[]> {
  const { lo, hi } = rangeOf(path);
  return tx.sql
    .selectFrom('places as p')
    .select(['p.code', 'p.name'])
    .where('p.code', 'in', (schools) =>
      schools
        .selectFrom('institutions')
        .select('county')
        .where('kind', '=', 'SCHOOL')
        .where('path', '>=', lo)
        .where('path', '<', hi),
    )
    .orderBy('p.path')
    .execute();
}

/** The schools of a county that lie under a path, by the name they go by. */
export async function schoolsOf(
  tx: Transaction,
  { path, county }: { path: string; county: string },
): Promise<{ id: string; name: string }[]> {
  const { lo, hi } = rangeOf(path);
  return tx.sql
    .selectFrom('institutions')
    .select(['id', 'short_name as name'])
    .where('kind', '=', 'SCHOOL')
    .where('valid_to', 'is', null)
    .where('county', '=', county)
    .where('path', '>=', lo)
    .where('path', '<', hi)
    .orderBy('path')
    .execute();
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
