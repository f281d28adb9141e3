/** 花名册确认存取: the roster of a stage counted by grade, and the confirmations that were begun. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Stage } from '../../policy/index.ts';
import { type GradeTally, ROSTER_CONFIRMATION, type RosterTally } from './roster-confirmation.ts';

/** Everybody with an open registration in this stage of the school, today. */
export async function tallyRoster(
  tx: Transaction,
  { schoolId, county, stage, on }: { schoolId: string; county: string; stage: Stage; on: CivilDate },
): Promise<RosterTally> {
  const rows = await tx.sql
    .selectFrom('roster')
    .select(['student_id', 'grade', 'state', 'class_group_id', 'gender'])
    .where('county', '=', county)
    .where('school_id', '=', schoolId)
    .where('stage', '=', stage)
    .orderBy('student_id')
    .execute();
  const digest = createHash('sha256');
  const grades = new Map<number, GradeTally & { groups: Set<string> }>();
  for (const { student_id, grade, state, class_group_id, gender } of rows) {
    digest.update(`${student_id} ${grade} ${state} ${class_group_id ?? '-'}\n`);
    const blank = { grade, classGroups: 0, students: 0, boys: 0, onLeave: 0, unplaced: 0, groups: new Set<string>() };
    const tally = grades.get(grade) ?? blank;
    tally.students++;
    if (gender === '1') tally.boys++;
    if (state === 'ON_LEAVE') tally.onLeave++;
    else if (class_group_id === null) tally.unplaced++;
    if (class_group_id !== null) tally.groups.add(class_group_id);
    grades.set(grade, tally);
  }
  const ordered = [...grades.values()].toSorted((a, b) => a.grade - b.grade);
  return {
    on,
    grades: ordered.map(({ groups, ...tally }) => ({ ...tally, classGroups: groups.size })),
    digest: digest.digest('hex'),
  };
}

/** Of these students, those who stand on the stage's roster of the school, with their names. */
export async function namesOnRoster(
  tx: Transaction,
  { schoolId, county, stage }: { schoolId: string; county: string; stage: Stage },
  studentIds: readonly string[],
): Promise<{ studentId: string; name: string }[]> {
  return tx.sql
    .selectFrom('roster')
    .select(['student_id as studentId', 'name'])
    .where('county', '=', county)
    .where('school_id', '=', schoolId)
    .where('stage', '=', stage)
    .where('student_id', '=', sql<string>`any(${[...studentIds]}::uuid[])`)
    .orderBy('student_id')
    .execute();
}

export interface ConfirmationRow {
  caseId: string;
  number: string;
  schoolId: string;
  state: string;
  stage: Stage;
  schoolYear: number;
  openedAt: Date;
  students: number;
}

/** Confirmations of a school year in the schools under a path, the latest first. */
export async function listConfirmations(
  tx: Transaction,
  path: string,
  { schoolYear, limit }: { schoolYear: number; limit: number },
): Promise<ConfirmationRow[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<ConfirmationRow>`
    select c.id as "caseId", c.number, c.school_id as "schoolId", e.to_state as state, c.data ->> 'stage' as stage,
      (c.data ->> 'schoolYear')::int as "schoolYear", c.opened_at as "openedAt",
      (select coalesce(sum((g ->> 'students')::int), 0)::int
       from jsonb_array_elements(coalesce(c.data -> 'confirmed', c.data -> 'tally') -> 'grades') g) as students
    from cases c
    join case_events e on e.case_id = c.id
      and e.seq = (select max(last.seq) from case_events last where last.case_id = c.id)
    where c.kind = ${ROSTER_CONFIRMATION} and c.path >= ${lo} and c.path < ${hi}
      and (c.data ->> 'schoolYear')::int = ${schoolYear}
    order by c.opened_at desc limit ${limit}`.execute(tx.sql);
  return rows;
}
