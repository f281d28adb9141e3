/** 毕业生名单: whose stage has ended by a case, with what, on which day and by which case; certificates are made from it. */
import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import type { Ground, Outcome } from '../graduation.ts';

/** One whose stage has ended. What was taken back is not among them. */
export interface Graduate {
  studentId: string;
  /** As it is today: who changes the name afterwards is listed by the new one. */
  name: string;
  gender: string;
  bornOn: CivilDate;
  schoolId: string;
  stage: Stage;
  /** 毕业年度. */
  year: number;
  grade: number;
  outcome: Outcome;
  /** What the law of the place said on the day of the decision, with its articles. */
  grounds: Ground[];
  /** First day on which they are registered nowhere. */
  on: CivilDate;
  caseId: string;
  caseNumber: string;
  /** Class group of the last day and its ordinal within the grade; null for who sat in none. */
  classGroupId: string | null;
  classGroupOrdinal: number | null;
}

export interface WhichGraduates {
  schoolId: string;
  stage: Stage;
  year: number;
  /** Only these; absent: all. */
  outcome?: Outcome | undefined;
  studentIds?: readonly string[] | undefined;
}

/** By class group and then by name; empty where nobody's stage has ended yet. Reads within the scope that holds. */
export async function listGraduates(tx: Transaction, which: WhichGraduates): Promise<Graduate[]> {
  const { schoolId, stage, year, outcome, studentIds } = which;
  const ofOutcome = outcome ? sql<SqlBool>`and f.outcome = ${outcome}` : sql``;
  const ofThese = studentIds ? sql<SqlBool>`and f.student_id = any(${[...studentIds]}::uuid[])` : sql``;
  const { rows } = await sql<Graduate>`
    select f.student_id as "studentId", k.name, k.gender, k.born_on as "bornOn", f.school_id as "schoolId", f.stage,
      f.year, g.grade, f.outcome, f.grounds, g.valid_to as "on", f.case_id as "caseId", c.number as "caseNumber",
      m.class_group_id as "classGroupId", p.ordinal as "classGroupOrdinal"
    from graduation_results f
    join key_data k on k.student_id = f.student_id and k.valid_to is null
    join registrations g on g.student_id = f.student_id and g.ended_by = f.case_id
    join cases c on c.subject_id = f.school_id and c.id = f.case_id
    left join lateral (select s.class_group_id from class_memberships s
      where s.student_id = f.student_id and s.valid_to = g.valid_to order by s.valid_from desc limit 1) m on true
    left join class_groups p on p.id = m.class_group_id
    where f.school_id = ${schoolId} and f.stage = ${stage} and f.year = ${year} and f.outcome is not null
      ${ofOutcome} ${ofThese}
    order by p.ordinal nulls last, p.id, k.pinyin, f.student_id`.execute(tx.sql);
  return rows;
}
