/**
 * 缺项统计存取: what the files of many schools hold, counted where they lie. Files are read by student, so a cluster counts in
 * each shard for itself; a pattern of noughts and ones stands for what a file has, and equal patterns are one row.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { SchoolPaper, Stage } from '../../../policy/index.ts';
import type { HeadCode } from '../sources/file-source.ts';

/** Students of a school and stage who entered on the same day and whose files hold the same. */
export interface AlikeFiles {
  schoolId: string;
  stage: Stage;
  enteredOn: CivilDate;
  students: number;
  /** For each thing that was asked about, in its order: is it there? */
  has: boolean[];
}

/** What may be asked of a file. */
export type Asked =
  | { kind: 'HEAD'; head: HeadCode }
  /** 注明无 in this term, in this school year, or ever. */
  | { kind: 'NOTE'; head: HeadCode; schoolYear?: number; term?: 1 | 2 }
  | { kind: 'FIELD'; placeCode: string; field: string }
  | { kind: 'PAPER'; paper: SchoolPaper };

interface Wish {
  schoolIds: readonly string[];
  asked: readonly Asked[];
  /** Students of whom a case has a proof that counts: papers of cases lie by case. */
  proved: readonly string[];
}

/**
 * One look at each table, joined and grouped by student: a subquery for every student and question takes five times as long.
 * For the caller to run beyond its own scope: what an earlier school put into a file lies in that school's.
 */
export async function countAlikeFiles(tx: Transaction, { schoolIds, asked, proved }: Wish): Promise<AlikeFiles[]> {
  const here = sql<SqlBool>`${isOneOf('r.school_id', schoolIds)} and r.valid_to is null`;
  const tables = Map.groupBy(
    asked.flatMap((one, bit) => signsOf(one).map((sign) => ({ ...sign, bit }))),
    ({ table }) => table,
  );
  const looks = [...tables].map(
    ([table, signs]) => sql`left join (
      select x.student_id, ${sql.join(signs.map(({ bit, where }) => sql`bool_or(${where}) as ${column(bit)}`))}
      from registrations r join ${sql.table(table)} x on x.student_id = r.student_id
      where ${here} and (${sql.join(
        signs.map(({ where }) => where),
        sql` or `,
      )})
      group by x.student_id) ${sql.ref(`of_${table}`)} on ${sql.ref(`of_${table}.student_id`)} = r.student_id`,
  );
  const bits = asked.map((one, bit) => {
    const found = [...tables].flatMap(([table, signs]) =>
      signs.some((sign) => sign.bit === bit) ? [sql`coalesce(${sql.ref(`of_${table}`)}.${column(bit)}, false)`] : [],
    );
    if (one.kind === 'HEAD' && one.head === 'BASICS') found.push(sql`true`);
    if (one.kind === 'HEAD' && one.head === 'PROOFS') found.push(sql`proved.student_id is not null`);
    return sql`case when ${sql.join(found, sql` or `)} then '1' else '0' end`;
  });
  const { rows } = await sql<Omit<AlikeFiles, 'has'> & { pattern: string }>`
    select r.school_id as "schoolId", r.stage, coalesce(begun.first_on, r.valid_from) as "enteredOn",
      ${sql.join(bits, sql` || `)} as pattern, count(*)::int as students
    from registrations r
    left join (${firstDays(here)}) begun on begun.student_id = r.student_id
    left join unnest(${[...proved]}::uuid[]) as proved (student_id) on proved.student_id = r.student_id
    ${sql.join(looks, sql` `)}
    where ${here}
    group by 1, 2, 3, 4`.execute(tx.sql);
  return rows.map(({ pattern, ...row }) => ({ ...row, has: [...pattern].map((bit) => bit === '1') }));
}

const column = (bit: number) => sql.ref(`b${bit}`);

/** 注册日 of many at once: since the last registration elsewhere, or that ended for good, there is one run of days here. */
const firstDays = (here: RawBuilder<SqlBool>) => sql`
  select f.student_id, min(f.valid_from) as first_on
  from registrations r
  join registrations f on f.student_id = r.student_id and f.school_id = r.school_id and f.valid_from <= r.valid_from
  left join (
    select b.student_id, max(b.valid_from) as last_on
    from registrations r join registrations b on b.student_id = r.student_id and b.valid_from <= r.valid_from
    where ${here} and (b.school_id <> r.school_id
      or (b.end_reason is not null and b.valid_to <= r.valid_from and b.id <> r.id))
    group by b.student_id) broken on broken.student_id = r.student_id
  where ${here} and (broken.last_on is null or f.valid_from > broken.last_on)
  group by f.student_id`;

type Table =
  | 'file_papers'
  | 'file_notes'
  | 'file_field_values'
  | 'quality_reports'
  | 'assessments'
  | 'practice_records'
  | 'health_records'
  | 'awards'
  | 'aids'
  | 'hardships';

/** A row `x` of a table that says that something is there. */
interface Sign {
  table: Table;
  where: RawBuilder<SqlBool>;
}

const STANDS = sql<SqlBool>`x.ended_at is null`;
const COUNTS = sql<SqlBool>`x.replaced_at is null`;

function signsOf(one: Asked): Sign[] {
  switch (one.kind) {
    case 'HEAD':
      return [{ table: 'file_papers', where: sql`x.head = ${one.head}` }, ...(SIGNS[one.head] ?? [])];
    case 'NOTE': {
      const year = one.schoolYear === undefined ? sql`` : sql` and x.school_year = ${one.schoolYear}`;
      const term = one.term === undefined ? sql`` : sql` and x.term = ${one.term}`;
      return [{ table: 'file_notes', where: sql`(x.head = ${one.head}${year}${term})` }];
    }
    case 'FIELD':
      return [
        {
          table: 'file_field_values',
          where: sql`(x.place_code = ${one.placeCode} and x.field = ${one.field} and ${COUNTS})`,
        },
      ];
    case 'PAPER':
      return [{ table: 'file_papers', where: sql`x.paper = ${one.paper}` }, ...(PAPER_SIGNS[one.paper] ?? [])];
  }
}

/** The same as the sources of the heads tell of one student; a test holds the two together. */
const SIGNS: Readonly<Partial<Record<HeadCode, readonly Sign[]>>> = {
  DEVELOPMENT: [
    { table: 'quality_reports', where: sql`(${STANDS} and x.signed_at is not null)` },
    { table: 'assessments', where: sql`(${STANDS} and x.kind not in ('USUAL', 'MONTHLY'))` },
    { table: 'practice_records', where: STANDS },
  ],
  HEALTH: [{ table: 'health_records', where: COUNTS }],
  AWARDS: [{ table: 'awards', where: sql`(x.state = 'GRANTED' and x.filed)` }],
  AID: [
    { table: 'aids', where: STANDS },
    { table: 'hardships', where: sql`true` },
  ],
  FURTHER: [{ table: 'file_field_values', where: COUNTS }],
};

/** The two health papers stand where the values have been entered. */
const PAPER_SIGNS: Readonly<Partial<Record<SchoolPaper, readonly Sign[]>>> = {
  SPORT: [{ table: 'health_records', where: sql`(${COUNTS} and x.kind = 'FITNESS')` }],
  PHYSICAL: [{ table: 'health_records', where: sql`(${COUNTS} and x.kind <> 'FITNESS')` }],
};

/** Students of these schools of whom a case has a paper that counts: two looks, by student and then by case. */
export async function provedByCases(tx: Transaction, schoolIds: readonly string[]): Promise<string[]> {
  const cases = await sql<{ id: string; studentId: string }>`
    select c.id, c.subject_id as "studentId" from cases c
    join registrations r on r.student_id = c.subject_id and r.valid_to is null
    where c.subject_kind = 'STUDENT' and ${isOneOf('r.school_id', schoolIds)}`.execute(tx.sql);
  const students = new Map(cases.rows.map(({ id, studentId }) => [id, studentId]));
  if (students.size === 0) return [];
  const papers = await tx.byKey
    .selectFrom('evidence')
    .select('case_id')
    .distinct()
    .where(isOneOf('case_id', [...students.keys()]))
    .where('withdrawn_at', 'is', null)
    .where('returned_at', 'is', null)
    .execute();
  return [...new Set(papers.flatMap(({ case_id }) => students.get(case_id) ?? []))];
}
