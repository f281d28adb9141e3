/** 学校学籍档案取数: rows of a school and a year, as the items of its file list them. */

import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, startOfDay } from '../../../kernel/civil-date.ts';

/** Whose, and from which day to before which. */
export interface OfYear {
  schoolId: string;
  path: string;
  year: number;
  from: CivilDate;
  to: CivilDate;
}

/** Campuses that the school had at some time of the year. */
export function listCampuses(tx: Transaction, { schoolId, from, to }: OfYear) {
  return tx.sql
    .selectFrom('campuses')
    .select(['name', 'address', 'valid_from', 'valid_to'])
    .where('institution_id', '=', schoolId)
    .where('valid_from', '<', to)
    .where((campus) => campus.or([campus('valid_to', 'is', null), campus('valid_to', '>', from)]))
    .orderBy('valid_from')
    .orderBy('name')
    .execute();
}

/** Cases of the school, or about students who left it, that came to their end with consent in the year. */
export function listCompleted(tx: Transaction, { path, from, to }: OfYear, kinds: readonly string[]) {
  return tx.sql
    .selectFrom('cases as c')
    .innerJoin('case_events as e', 'e.case_id', 'c.id')
    .select(['c.id', 'c.subject_id', 'c.number', 'c.kind', 'c.title', 'e.at', 'e.institution_name as by'])
    .where((one) => one.or([one('c.path', '=', path), one('c.counterpart_path', '=', path)]))
    .where('c.kind', 'in', kinds)
    .where('e.to_state', '=', 'COMPLETED')
    .where('e.step', 'in', ['DONE', 'SIGNED'])
    .where('e.at', '>=', startOfDay(from))
    .where('e.at', '<', startOfDay(to))
    .orderBy('e.at')
    .orderBy('c.id')
    .execute();
}

/** Papers that count of cases of the school, handed in during the year. */
export function listVouchers(tx: Transaction, { path, from, to }: OfYear) {
  return tx.sql
    .selectFrom('evidence as v')
    .innerJoin('cases as c', 'c.id', 'v.case_id')
    .select(['c.id', 'c.subject_id', 'c.number', 'c.title', 'v.what', 'v.pages', 'v.made_at', 'v.person_name'])
    .where((one) => one.or([one('c.path', '=', path), one('c.counterpart_path', '=', path)]))
    .where('v.withdrawn_at', 'is', null)
    .where('v.returned_at', 'is', null)
    .where('v.made_at', '>=', startOfDay(from))
    .where('v.made_at', '<', startOfDay(to))
    .orderBy('v.made_at')
    .orderBy('v.id')
    .execute();
}

/** Certificates of an outcome whose stage ended in the year, those that were called back as well: a stub stays. */
export function listStubs(tx: Transaction, { schoolId, year }: OfYear, outcome: 'GRADUATED' | 'COMPLETED') {
  return tx.sql
    .selectFrom('certificates as s')
    .innerJoin('certificate_batches as b', 'b.id', 's.batch_id')
    .select(['s.number', 's.name', 's.gender', 's.born_on', 's.class_words', 's.handed_on', 's.called_back_on'])
    .select('b.numbered_on')
    .where('s.school_id', '=', schoolId)
    .where('b.year', '=', year + 1)
    .where('s.outcome', '=', outcome)
    .orderBy('s.number')
    .orderBy('s.id')
    .execute();
}

/** Academic proofs that the school issued in the year. */
export function listProofStubs(tx: Transaction, { schoolId, from, to }: OfYear) {
  return tx.sql
    .selectFrom('academic_proofs')
    .select(['number', 'name', 'gender', 'born_on', 'certificate_number', 'issued_on'])
    .where('school_id', '=', schoolId)
    .where('issued_on', '>=', from)
    .where('issued_on', '<', to)
    .orderBy('issued_on')
    .orderBy('number')
    .execute();
}

/** Who was admitted to the first grade of a junior or senior school in the year, taken off the roll for a mistake aside. */
export function listAdmitted(tx: Transaction, { schoolId, year }: OfYear) {
  return tx.sql
    .selectFrom('admission_roll')
    .select(['stage', 'name', 'identity_masked', 'entry_way', 'notice_number', 'checked_in_on', 'end_reason'])
    .where('school_id', '=', schoolId)
    .where('intake_year', '=', year)
    .where('stage', 'in', ['JUNIOR', 'SENIOR'])
    .where((one) => one.or([one('end_reason', 'is', null), one('end_reason', '<>', 'MISTAKE')]))
    .orderBy('stage')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Awards that were granted, of the year. */
export function listAwards(tx: Transaction, { schoolId, year }: OfYear) {
  return tx.sql
    .selectFrom('awards as a')
    .innerJoin('key_data as k', (join) => join.onRef('k.student_id', '=', 'a.student_id').on('k.valid_to', 'is', null))
    .select(['k.name', 'a.title', 'a.giver', 'a.given_on'])
    .where('a.school_id', '=', schoolId)
    .where('a.school_year', '=', year)
    .where('a.state', '=', 'GRANTED')
    .orderBy('a.given_on')
    .orderBy('a.id')
    .execute();
}

/** Numbers of the certificates of those who graduated, by student; called-back ones left out. */
export async function listCertificateNumbers(
  tx: Transaction,
  { schoolId, year }: OfYear,
): Promise<Map<string, { number: string; on: string }>> {
  const rows = await tx.sql
    .selectFrom('certificates as s')
    .innerJoin('certificate_batches as b', 'b.id', 's.batch_id')
    .select(['s.student_id', 's.number', 'b.numbered_on'])
    .where('s.school_id', '=', schoolId)
    .where('b.year', '=', year + 1)
    .where('s.outcome', '=', 'GRADUATED')
    .where('s.called_back_on', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.student_id, { number: row.number, on: row.numbered_on }]));
}

/** The first day of the first registration at the school that the caller's scope shows. */
export async function firstRegistrationOf(tx: Transaction, schoolId: string): Promise<CivilDate | null> {
  const row = await tx.sql
    .selectFrom('registrations')
    .select((one) => one.fn.min('valid_from').as('first'))
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
  return (row?.first ?? null) as CivilDate | null;
}
