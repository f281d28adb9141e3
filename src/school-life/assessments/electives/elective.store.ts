/** 选修存取: offers of a school, and the choices of its students. */
import { sql } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { Category, ResultMark, TermOf } from '../assessment.api.ts';

export interface ElectiveOffer extends TermOf {
  id: string;
  subject: string;
  name: string;
  category: Exclude<Category, 'REQUIRED'>;
  credits: number;
  grades: readonly number[];
  places: number;
  teacherName: string;
  closedAt: Date | null;
}

const COLUMNS = [
  'id',
  'school_year as schoolYear',
  'term',
  'subject',
  'subject_name as name',
  'category',
  'grades',
  'capacity as places',
  'taught_by_name as teacherName',
  'closed_at as closedAt',
] as const;

/** What a school offers in a school year, in one of its terms where that is named. */
export async function listOffers(
  tx: Transaction,
  schoolId: string,
  { schoolYear, term }: { schoolYear: number; term?: 1 | 2 },
): Promise<ElectiveOffer[]> {
  let query = tx.sql
    .selectFrom('elective_offers')
    .select(COLUMNS)
    .select(sql<number>`credits::float8`.as('credits'))
    .where('school_id', '=', schoolId)
    .where('school_year', '=', schoolYear)
    .orderBy('entered_at')
    .orderBy('id');
  if (term) query = query.where('term', '=', term);
  return (await query.execute()) as ElectiveOffer[];
}

/** One offer of a school, locked where something about it is to change: two who choose wait for each other. */
export async function findOffer(
  tx: Transaction,
  { schoolId, id }: { schoolId: string; id: string },
): Promise<ElectiveOffer | undefined> {
  const row = await tx.sql
    .selectFrom('elective_offers')
    .select(COLUMNS)
    .select(sql<number>`credits::float8`.as('credits'))
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as ElectiveOffer | undefined;
}

/** Makes everybody who chooses these wait for one another, in the order of their ids. */
export async function lockOffers(tx: Transaction, schoolId: string, ids: readonly string[]): Promise<void> {
  await tx.sql
    .selectFrom('elective_offers')
    .select('id')
    .where('school_id', '=', schoolId)
    .where(isOneOf('id', ids))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

export const offerRow = (
  tx: Transaction,
  offer: Omit<ElectiveOffer, 'closedAt'>,
  of: { school: { id: string; path: string }; by: { accountId: string; personName: string } },
): Write => ({
  into: 'elective_offers',
  rows: [
    {
      ...{ school_id: of.school.id, id: offer.id, path: of.school.path, school_year: offer.schoolYear },
      ...{ term: offer.term, subject: offer.subject, subject_name: offer.name, grades: [...offer.grades] },
      ...{
        category: offer.category,
        credits: offer.credits,
        capacity: offer.places,
        taught_by_name: offer.teacherName,
      },
      ...{ entered_by: of.by.accountId, entered_by_name: of.by.personName, entered_at: tx.now },
    },
  ],
});

/** Answers false where it was closed before. */
export async function closeOffer(
  tx: Transaction,
  { schoolId, id }: { schoolId: string; id: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('elective_offers')
    .set({ closed_at: tx.now })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many have chosen each. */
export async function countChoices(tx: Transaction, offerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (offerIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; taken: number }>`
    select c.offer_id as id, count(*)::int as taken from elective_choices c
    where ${isOneOf('c.offer_id', offerIds)} and c.ended_at is null group by 1`.execute(tx.sql);
  return new Map(rows.map(({ id, taken }) => [id, taken]));
}

export interface ElectiveChoice {
  studentId: string;
  id: string;
  offerId: string;
}

/** What these students have chosen of these offers. */
export async function listChoices(
  tx: Transaction,
  of: { studentIds: readonly string[]; offerIds: readonly string[] },
): Promise<ElectiveChoice[]> {
  if (of.studentIds.length === 0 || of.offerIds.length === 0) return [];
  return tx.sql
    .selectFrom('elective_choices')
    .select(['student_id as studentId', 'id', 'offer_id as offerId'])
    .where(isOneOf('student_id', of.studentIds))
    .where(isOneOf('offer_id', of.offerIds))
    .where('ended_at', 'is', null)
    .execute();
}

export const choiceRows = (
  tx: Transaction,
  choices: readonly { studentId: string; offerId: string }[],
  of: { school: { id: string; path: string }; classGroupId: string; by: { accountId: string; personName: string } },
): Write => ({
  into: 'elective_choices',
  rows: choices.map(({ studentId, offerId }) => ({
    ...{ student_id: studentId, id: tx.newId(), school_id: of.school.id, path: of.school.path, offer_id: offerId },
    ...{ class_group_id: of.classGroupId, entered_by: of.by.accountId, entered_by_name: of.by.personName },
    entered_at: tx.now,
  })),
});

/** Gives choices up; they stay. */
export const endChoices = (tx: Transaction, choices: readonly ElectiveChoice[], by: { accountId: string }): Write =>
  tx.sql
    .updateTable('elective_choices')
    .set({ ended_by: by.accountId, ended_at: tx.now })
    .where(
      isOneOf(
        'student_id',
        choices.map(({ studentId }) => studentId),
      ),
    )
    .where(
      isOneOf(
        'id',
        choices.map(({ id }) => id),
      ),
    );

export interface ModuleStudent {
  studentId: string;
  name: string;
  classGroupId: string | null;
  seatNo: number | null;
  mark: ResultMark | null;
}

/** Who sits in a module, by class group and seat, with what has come of it. */
export async function listModuleStudents(
  tx: Transaction,
  { offer, schoolId, county }: { offer: ElectiveOffer; schoolId: string; county: string },
): Promise<ModuleStudent[]> {
  const { rows } = await sql<ModuleStudent>`
    select c.student_id as "studentId", r.name, r.class_group_id as "classGroupId", r.seat_no as "seatNo", a.mark
    from elective_choices c join roster r on r.county = ${county} and r.student_id = c.student_id
    left join assessments a on a.student_id = c.student_id and a.school_id = ${schoolId} and a.kind = 'CREDITS'
      and a.school_year = ${offer.schoolYear} and a.subject = ${offer.subject} and a.ended_at is null
    where c.offer_id = ${offer.id} and c.ended_at is null and r.school_id = ${schoolId}
    order by r.class_group_id, r.seat_no, r.student_id`.execute(tx.sql);
  return rows;
}
