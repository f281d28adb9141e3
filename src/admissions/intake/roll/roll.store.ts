/** 录取名册存取: the entries of a place, by school, stage and year. */
import { type Selectable, sql } from 'kysely';
import type { AdmissionRoll } from '../../../db/tables.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import type { EntrantState } from '../../entrants/entrant.ts';
import type { Admitted, EntryPaper, EntryWay, RollEnd, RollRow } from './admitted.ts';
import { sameChild } from './standing-on-roll.store.ts';

/** A new entry, by whom and when. */
export interface NewAdmitted extends Admitted {
  madeBy: string;
  madeAt: Date;
}

/** Enters them. Throws the conflict of the database where a number stands on the school's roll already. */
export async function insertAdmitted(tx: Transaction, all: readonly NewAdmitted[]): Promise<void> {
  const rows = all.map((one) => ({
    school_id: one.schoolId,
    id: one.id,
    path: one.path,
    stage: one.stage,
    intake_year: one.intakeYear,
    name: one.name,
    identity_masked: one.identityMasked,
    identity_hash: one.identityHash,
    sealed: one.sealed,
    entry_way: one.way,
    household_area: one.householdArea,
    source_area: one.sourceArea,
    former_school: one.formerSchool,
    notice_number: one.noticeNumber,
    student_id: one.studentId,
    entrant_id: one.entrantId,
    made_by: one.madeBy,
    made_at: one.madeAt,
  }));
  await tx.together({ into: 'admission_roll', rows });
}

export interface RollFilter {
  schoolId?: string | undefined;
  stage?: Stage | undefined;
  intakeYear?: number;
  ids?: readonly string[];
  caseId?: string;
  /** Only those that hold. */
  live?: true;
  /** Only those who have not come. */
  absent?: true;
  lock?: true;
  limit?: number;
}

/** Entries in the order of their making, of the schools in scope. */
export async function listAdmitted(tx: Transaction, filter: RollFilter): Promise<RollRow[]> {
  const builder = filter.ids || filter.caseId ? tx.byKey : tx.sql;
  let query = builder
    .selectFrom('admission_roll as r')
    .innerJoin('institutions as i', 'i.id', 'r.school_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('entrants as e')
          .select(['e.id', 'e.state'])
          .where(sameChild)
          .orderBy(sql`(e.id = r.entrant_id)`, (order) => order.desc().nullsLast())
          .orderBy('e.id', 'desc')
          .limit(1)
          .as('draft'),
      (join) => join.onTrue(),
    )
    .selectAll('r')
    .select(['i.name as schoolName', 'draft.id as draftId', 'draft.state as entrantState'])
    .select(
      sql<boolean>`exists (select from registrations g
        where g.school_id = r.school_id and g.stage = r.stage and g.student_id in (r.student_id, draft.id,
          (select h.student_id from identities h where h.identity_hash = r.identity_hash)))`.as('registered'),
    )
    .orderBy('r.id');
  if (filter.schoolId) query = query.where('r.school_id', '=', filter.schoolId);
  if (filter.stage) query = query.where('r.stage', '=', filter.stage);
  if (filter.intakeYear) query = query.where('r.intake_year', '=', filter.intakeYear);
  if (filter.ids) query = query.where(sql<boolean>`r.id = any(${[...filter.ids]}::uuid[])`);
  if (filter.caseId) query = query.where('r.case_id', '=', filter.caseId);
  if (filter.live) query = query.where('r.ended_on', 'is', null);
  if (filter.absent) query = query.where('r.checked_in_on', 'is', null);
  if (filter.limit) query = query.limit(filter.limit);
  if (filter.lock) query = query.forUpdate('r');
  return (await query.execute()).map(asAdmitted);
}

/** One entry, locked. Refuses NOT_FOUND, outside the caller's scope too. */
export async function lockAdmitted(tx: Transaction, id: string): Promise<RollRow> {
  const [one] = await listAdmitted(tx, { ids: [id], lock: true });
  if (!one) throw refuse('NOT_FOUND', { what: '此人的录取记录' });
  return one;
}

/** What may change of an entry. */
export type RollChange = Partial<
  Pick<
    Admitted,
    | 'studentId'
    | 'entrantId'
    | 'caseId'
    | 'photoId'
    | 'deferredTo'
    | 'checkedInOn'
    | 'papers'
    | 'feesPaidOn'
    | 'dropoutOn'
    | 'endedOn'
    | 'endReason'
  >
>;

/** Changes entries that this transaction has locked. */
export async function changeAdmitted(tx: Transaction, ids: readonly string[], change: RollChange): Promise<void> {
  const columns = {
    student_id: change.studentId,
    entrant_id: change.entrantId,
    case_id: change.caseId,
    photo_id: change.photoId,
    deferred_to: change.deferredTo,
    checked_in_on: change.checkedInOn,
    papers_shown: change.papers,
    fees_paid_on: change.feesPaidOn,
    dropout_on: change.dropoutOn,
    ended_on: change.endedOn,
    end_reason: change.endReason,
  };
  const set = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await tx.byKey
    .updateTable('admission_roll')
    .set({ ...set, version: sql`version + 1` })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** 在他校名册: who of these stands on the live roll of another school of the year; by the hex of the digest. */
export async function listOnOtherRolls(
  tx: Transaction,
  hashes: readonly Buffer[],
  { schoolId, intakeYear }: { schoolId: string; intakeYear: number },
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  return tx.beyondScope(async () => {
    const rows = await tx.sql
      .selectFrom('admission_roll')
      .select('identity_hash')
      .where(sql<boolean>`identity_hash = any(${[...hashes]}::bytea[])`)
      .where('ended_on', 'is', null)
      .where('intake_year', '=', intakeYear)
      .where('school_id', '<>', schoolId)
      .execute();
    return new Set(rows.map(({ identity_hash }) => identity_hash!.toString('hex')));
  });
}

/** Numbers that stand on the school's own live roll of the stage and year; by the hex of the digest. */
export async function listOnOwnRoll(
  tx: Transaction,
  { schoolId, stage, intakeYear }: { schoolId: string; stage: Stage; intakeYear: number },
): Promise<Set<string>> {
  const rows = await tx.sql
    .selectFrom('admission_roll')
    .select('identity_hash')
    .where('school_id', '=', schoolId)
    .where('stage', '=', stage)
    .where('intake_year', '=', intakeYear)
    .where('ended_on', 'is', null)
    .where('identity_hash', 'is not', null)
    .execute();
  return new Set(rows.map(({ identity_hash }) => identity_hash!.toString('hex')));
}

interface Joined extends Selectable<AdmissionRoll> {
  schoolName: string;
  draftId: string | null;
  entrantState: string | null;
  registered: boolean;
}

function asAdmitted(row: Joined): RollRow {
  return {
    id: row.id,
    schoolId: row.school_id,
    schoolName: row.schoolName,
    path: row.path,
    stage: row.stage as Stage,
    intakeYear: row.intake_year,
    name: row.name,
    identityMasked: row.identity_masked,
    identityHash: row.identity_hash,
    sealed: row.sealed,
    way: row.entry_way as EntryWay,
    householdArea: row.household_area,
    sourceArea: row.source_area,
    formerSchool: row.former_school,
    noticeNumber: row.notice_number,
    studentId: row.student_id,
    entrantId: row.draftId,
    caseId: row.case_id,
    photoId: row.photo_id,
    deferredTo: row.deferred_to as CivilDate | null,
    checkedInOn: row.checked_in_on as CivilDate | null,
    papers: row.papers_shown as EntryPaper[],
    feesPaidOn: row.fees_paid_on as CivilDate | null,
    dropoutOn: row.dropout_on as CivilDate | null,
    endedOn: row.ended_on as CivilDate | null,
    endReason: row.end_reason as RollEnd | null,
    version: row.version,
    registered: row.registered,
    entrantState: row.entrantState as EntrantState | null,
  };
}
