/** 学籍现状: where a student stands: the open registration, or the one that ended last. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { maskRegistrationNumber } from '../../students/index.ts';

/** 已离校: the state of a student who is registered nowhere. */
export const LEFT = 'LEFT';

/** A student as the law of any change asks about it. */
export interface StudentStanding {
  studentId: string;
  name: string;
  gender: string;
  bornOn: CivilDate;
  numberMasked: string;
  schoolId: string;
  county: string;
  stage: Stage;
  grade: number;
  intakeYear: number;
  /** As in registrations.state, or LEFT. */
  state: string;
  /** First day of the registration as it now is. */
  since: CivilDate;
  /** The case that began the registration as it now is, and what that case holds; null where no case is kept here. */
  begunBy: string;
  begunWith: unknown;
  /** How and when it ended, for a student who has left. */
  end: { reason: string | null; on: CivilDate; caseId: string | null } | null;
}

const registrations = (tx: Transaction, studentId: string) =>
  tx.byKey
    .selectFrom('registrations as g')
    .innerJoin('key_data as k', (join) => join.onRef('k.student_id', '=', 'g.student_id').on('k.valid_to', 'is', null))
    .leftJoin('cases as c', (join) => join.onRef('c.subject_id', '=', 'g.student_id').onRef('c.id', '=', 'g.begun_by'))
    .select(['g.school_id', 'g.county', 'g.stage', 'g.grade', 'g.intake_year', 'g.state', 'g.begun_by', 'c.data'])
    .select(['g.valid_from', 'g.valid_to', 'g.end_reason', 'g.ended_by', 'k.name', 'k.gender', 'k.born_on'])
    .where('g.student_id', '=', studentId);

/** Where a student stands, in the scope that holds now. Refuses NOT_FOUND where there is no open registration. */
export async function getStanding(tx: Transaction, studentId: string): Promise<StudentStanding> {
  const row = await registrations(tx, studentId)
    .innerJoin('roster as r', (join) =>
      join.onRef('r.county', '=', 'g.county').onRef('r.student_id', '=', 'g.student_id'),
    )
    .select('r.number_masked')
    .where('g.valid_to', 'is', null)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此学生' });
  return standingOf(studentId, row, row.number_masked);
}

/** The same, also for a student who is registered nowhere any more. Refuses NOT_FOUND for who never was, or not here. */
export async function getAnyStanding(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  studentId: string,
): Promise<StudentStanding> {
  const row = await registrations(tx, studentId)
    .innerJoin('numbers as n', (join) => join.onRef('n.student_id', '=', 'g.student_id').on('n.valid_to', 'is', null))
    .select('n.sealed')
    .orderBy('g.valid_to', (order) => order.desc().nullsFirst())
    .orderBy('g.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此学生' });
  const number = cipher.open('numbers', studentId, row.sealed) as string;
  return standingOf(studentId, row, maskRegistrationNumber(number));
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof registrations>['executeTakeFirst']>>>;

const standingOf = (studentId: string, row: Row, numberMasked: string): StudentStanding => ({
  studentId,
  numberMasked,
  name: row.name,
  gender: row.gender,
  bornOn: row.born_on as CivilDate,
  schoolId: row.school_id,
  county: row.county,
  stage: row.stage as Stage,
  grade: row.grade,
  intakeYear: row.intake_year,
  state: row.valid_to === null ? row.state : LEFT,
  since: row.valid_from as CivilDate,
  begunBy: row.begun_by,
  begunWith: row.data,
  end: row.valid_to === null ? null : { reason: row.end_reason, on: row.valid_to as CivilDate, caseId: row.ended_by },
});
