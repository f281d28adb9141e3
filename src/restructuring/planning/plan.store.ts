/** 变动方案存取: who stands where in a school today, and what is still open there. */
import { sql } from 'kysely';
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Stage } from '../../policy/index.ts';

export interface Standing {
  stage: Stage;
  grade: number;
  classGroupId: string | null;
  students: number;
}

/** Everybody with an open registration at the school, counted by class group and grade. */
export async function countStanding(
  tx: Transaction,
  { id, county }: Pick<Institution, 'id' | 'county'>,
): Promise<Standing[]> {
  const rows = await tx.sql
    .selectFrom('roster')
    .select(['stage', 'grade', 'class_group_id as classGroupId'])
    .select((eb) => eb.fn.countAll<number>().as('students'))
    .where('county', '=', county)
    .where('school_id', '=', id)
    .groupBy(['stage', 'grade', 'class_group_id'])
    .orderBy('grade')
    .execute();
  return rows.map((row) => ({ ...row, stage: row.stage as Stage, students: Number(row.students) }));
}

export interface StandingStudent {
  studentId: string;
  name: string;
  numberMasked: string;
  grade: number;
}

/** Those of one class group, or those of a grade who sit in none. */
export async function listStanding(
  tx: Transaction,
  { id, county }: Pick<Institution, 'id' | 'county'>,
  of: { classGroupId: string | null; stage: string; grade: number },
): Promise<StandingStudent[]> {
  const query = tx.sql
    .selectFrom('roster')
    .select(['student_id as studentId', 'name', 'number_masked as numberMasked', 'grade'])
    .where('county', '=', county)
    .where('school_id', '=', id)
    .orderBy('student_id');
  return (
    of.classGroupId
      ? query.where('class_group_id', '=', of.classGroupId)
      : query.where('class_group_id', 'is', null).where('stage', '=', of.stage).where('grade', '=', of.grade)
  ).execute();
}

/** Open cases about students of the school and the school's own, or of one class group; the case that asks is left out. */
export async function listOpenAt(
  tx: Transaction,
  { id, county }: Pick<Institution, 'id' | 'county'>,
  { besides, classGroupId }: { besides: string | undefined; classGroupId: string | null },
): Promise<{ caseId: string; number: string; title: string }[]> {
  const { rows } = await sql<{ caseId: string; number: string; title: string }>`
    select distinct w.case_id as "caseId", w.number, w.title
    from worklist w
    left join roster r on r.county = ${county} and r.student_id = w.subject_id and r.school_id = ${id}
    where (case when ${classGroupId}::uuid is null
        then w.origin_id = ${id} or w.subject_id = ${id} or r.student_id is not null
        else r.class_group_id = ${classGroupId}::uuid end)
      and w.case_id is distinct from ${besides ?? null}::uuid
    order by w.number limit 50`.execute(tx.sql);
  return rows;
}

/** Entrants handed in or still in the school's hands. */
export async function countEntrants(tx: Transaction, schoolId: string): Promise<number> {
  const { count } = await tx.sql
    .selectFrom('entrants')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('school_id', '=', schoolId)
    .where('state', '=', 'SUBMITTED')
    .executeTakeFirstOrThrow();
  return Number(count);
}
