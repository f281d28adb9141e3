/** 毕业离校: the registrations of all graduands end in one stroke, each with its own outcome; and the cases of a year. */
import { sql } from 'kysely';
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Stage } from '../../policy/index.ts';
import { endOpenArrangements, type ToldRegistration, tellEnded } from '../../students/index.ts';
import { GRADUATION, type GraduationData, type Outcome } from '../graduation.ts';

export interface GraduationEnd {
  school: Pick<Institution, 'id' | 'county'>;
  leaving: readonly { studentId: string; outcome: Outcome }[];
  caseId: string;
  /** First day on which they are registered nowhere. */
  on: CivilDate;
}

/** Ends open registrations, seats and rows of the roster; records stay with the school. Answers with how many ended. */
export async function endRegistrations(
  tx: Transaction,
  { school, leaving, caseId, on }: GraduationEnd,
): Promise<number> {
  const studentIds = leaving.map(({ studentId }) => studentId);
  const { rows } = await sql<ToldRegistration & { end_reason: string }>`
    update registrations g set valid_to = ${on}, ended_by = ${caseId}, end_reason = m.outcome
    from unnest(${studentIds}::uuid[], ${leaving.map(({ outcome }) => outcome)}::text[]) as m (student_id, outcome)
    where g.student_id = m.student_id and g.valid_to is null and g.school_id = ${school.id} and g.state = 'ENROLLED'
    returning g.*`.execute(tx.sql);
  for (const row of rows) tellEnded(tx, row, { caseId, on, reason: row.end_reason });
  await tx.sql
    .updateTable('class_memberships')
    .set({ valid_to: on })
    .where('student_id', '=', anyOf(studentIds))
    .where('valid_to', 'is', null)
    .execute();
  await endOpenArrangements(tx, { studentIds, on, why: 'ENDED' });
  await tx.sql
    .deleteFrom('roster')
    .where('county', '=', school.county)
    .where('student_id', '=', anyOf(studentIds))
    .execute();
  return rows.length;
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

export interface GraduationRow {
  caseId: string;
  number: string;
  schoolId: string;
  state: string;
  /** 待签署: somebody has proposed the next step. */
  pending: boolean;
  openedAt: Date;
  data: GraduationData;
}

/** Cases of graduation of a year in the schools under a path, the latest first. */
export async function listGraduations(
  tx: Transaction,
  path: string,
  { year, stage, limit }: { year: number; stage?: Stage; limit: number },
): Promise<GraduationRow[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<GraduationRow>`
    select c.id as "caseId", c.number, c.school_id as "schoolId", e.to_state as state,
      e.pending_action is not null as pending, c.opened_at as "openedAt", c.data
    from cases c
    join case_events e on e.case_id = c.id
      and e.seq = (select max(last.seq) from case_events last where last.case_id = c.id)
    where c.kind = ${GRADUATION} and c.path >= ${lo} and c.path < ${hi} and (c.data ->> 'year')::int = ${year}
      and (${stage ?? null}::text is null or c.data ->> 'stage' = ${stage ?? null})
    order by c.opened_at desc limit ${limit}`.execute(tx.sql);
  return rows;
}
