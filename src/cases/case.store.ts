/** 办件存取: all SQL of cases, their events and the worklist. */
import { type Selectable, type SqlBool, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { asInstitution, type Institution } from '../authorities/index.ts';
import type { CaseEvents, Cases } from '../db/tables.ts';
import type { NewRows, Transaction, Write } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Party } from '../workflow/index.ts';
import type { Case, CaseCheck, CaseEvent, CaseFinding } from './case.ts';
import type { OfflineIntake } from './engine/offline/offline.ts';
import type { Stand } from './engine/standstill/stands.ts';

/** The row of a new case; its first event is written with it. */
export const caseRows = (one: Case, openedBy: string): NewRows => ({
  into: 'cases',
  rows: [
    {
      id: one.id,
      subject_id: one.subjectId,
      subject_kind: one.subjectKind,
      number: one.number,
      kind: one.kind,
      workflow: one.workflow,
      title: one.title,
      school_id: one.schoolId,
      authority_id: one.authorityId,
      parties: JSON.stringify(one.parties),
      path: one.path,
      counterpart_path: one.counterpartPath,
      law_day: one.lawDay,
      received_on: one.receivedOn ?? null,
      offline: one.offline ? JSON.stringify(one.offline) : null,
      data: JSON.stringify(one.data),
      opened_by: openedBy,
      opened_at: one.openedAt,
    },
  ],
});

/** The case, locked until the transaction ends where `lock` is set. Refuses NOT_FOUND outside the caller's scope. */
export async function getCase(tx: Transaction, id: string, { lock = false } = {}): Promise<Case> {
  const query = tx.byKey.selectFrom('cases').selectAll().where('id', '=', id);
  return foundCase(await (lock ? query.forUpdate() : query).executeTakeFirst());
}

/** A case and who takes part in it: its school and its parties, by id. */
export interface CaseWithParties {
  one: Case;
  institutions: ReadonlyMap<string, Institution>;
}

/** The same with its parties. */
export async function getCaseWithParties(tx: Transaction, id: string, { lock = false } = {}): Promise<CaseWithParties> {
  const query = tx.byKey
    .selectFrom('cases as c')
    .selectAll('c')
    .select((its) =>
      jsonArrayFrom(
        its
          .selectFrom('institutions as i')
          .selectAll('i')
          .where(sql<SqlBool>`i.id = c.school_id or i.id in (select value::uuid from jsonb_each_text(c.parties))`),
      ).as('institutions'),
    )
    .where('c.id', '=', id);
  const row = await (lock ? query.forUpdate('c') : query).executeTakeFirst();
  const institutions = (row?.institutions ?? []).map(asInstitution);
  return { one: foundCase(row), institutions: new Map(institutions.map((party) => [party.id, party])) };
}

function foundCase(row: Selectable<Cases> | undefined): Case {
  if (!row) throw refuse('NOT_FOUND', { what: '此办件' });
  return asCase(row);
}

/** 近期办件: cases opened since an instant and all that are still open, by id, from after one on; in the caller's scope. */
export async function listRecentCases(
  tx: Transaction,
  { since, after, limit }: { since: Date; after?: string | undefined; limit: number },
): Promise<Case[]> {
  let query = tx.sql
    .selectFrom('cases')
    .selectAll()
    .where((or) => or.or([or('opened_at', '>=', since), or('id', 'in', or.selectFrom('worklist').select('case_id'))]))
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map(asCase);
}

/** Ids of the cases about a student, newest first; an open one that is about two is found under either. */
export async function listCasesAbout(tx: Transaction, studentId: string, limit: number): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('cases')
    .select('id')
    .where((or) =>
      or.or([
        or('subject_id', '=', studentId),
        or('id', 'in', or.selectFrom('open_cases').select('case_id').where('student_id', '=', studentId)),
      ]),
    )
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

type CaseRow = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (tx: Transaction) => tx.sql.selectFrom('cases').selectAll().execute();

const asCase = (row: CaseRow): Case => ({
  id: row.id,
  subjectId: row.subject_id,
  subjectKind: row.subject_kind as Case['subjectKind'],
  number: row.number,
  kind: row.kind,
  workflow: row.workflow,
  title: row.title,
  schoolId: row.school_id,
  authorityId: row.authority_id,
  parties: row.parties as Partial<Record<Party, string>>,
  path: row.path,
  counterpartPath: row.counterpart_path,
  lawDay: row.law_day as CivilDate,
  receivedOn: row.received_on as CivilDate | null,
  offline: row.offline as OfflineIntake | null,
  data: row.data as Record<string, unknown>,
  openedAt: row.opened_at,
});

/** Everything that happened to a case, first to last. */
export async function listEvents(tx: Transaction, caseId: string): Promise<CaseEvent[]> {
  return (await eventsOf(tx, caseId).orderBy('seq').execute()).map(asEvent);
}

/** The last thing that happened to a case: its state, who has it. Refuses NOT_FOUND outside the caller's scope. */
export async function getLastEvent(tx: Transaction, caseId: string): Promise<CaseEvent> {
  const row = await eventsOf(tx, caseId).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此办件' });
  return asEvent(row);
}

const eventsOf = (tx: Transaction, caseId: string) =>
  tx.byKey.selectFrom('case_events').selectAll().where('case_id', '=', caseId);

const asEvent = (row: Selectable<CaseEvents>): CaseEvent => ({
  seq: row.seq,
  action: row.action,
  step: row.step as CaseEvent['step'],
  fromState: row.from_state,
  toState: row.to_state,
  pendingAction: row.pending_action,
  holderId: row.holder_id,
  holderRole: row.holder_role,
  accountId: row.account_id,
  personName: row.person_name,
  institutionId: row.institution_id,
  institutionName: row.institution_name,
  opinion: row.opinion,
  findings: row.findings as CaseFinding[],
  startedOn: row.started_on as CivilDate,
  dueOn: row.due_on as CivilDate | null,
  termDays: row.term_days,
  stands: row.stands as Stand[] | null,
  at: row.at,
});

/** The state a case is in, without the rest of what happened to it. Refuses NOT_FOUND outside the caller's scope. */
export async function getState(tx: Transaction, caseId: string): Promise<string> {
  const row = await tx.sql
    .selectFrom('case_events')
    .select('to_state')
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此办件' });
  return row.to_state;
}

/** What an open case is called and holds, where part of it has left or a name was mended; in lists too. */
export async function updateCase(
  tx: Transaction,
  caseId: string,
  { title, data }: Pick<Case, 'title' | 'data'>,
): Promise<void> {
  await tx.sql
    .updateTable('cases')
    .set({ title, data: JSON.stringify(data) })
    .where('id', '=', caseId)
    .execute();
  await tx.sql.updateTable('worklist').set({ title }).where('case_id', '=', caseId).execute();
}

/**
 * The rows of events. Two people deciding at once meet at their key: the row lock lets one through, the other sees its
 * seq.
 */
export const eventRows = (one: Case, events: readonly CaseEvent[]): NewRows => ({
  into: 'case_events',
  rows: events.map((event) => ({
    case_id: one.id,
    path: one.path,
    counterpart_path: one.counterpartPath,
    seq: event.seq,
    action: event.action,
    step: event.step,
    from_state: event.fromState,
    to_state: event.toState,
    pending_action: event.pendingAction,
    holder_id: event.holderId,
    holder_role: event.holderRole,
    account_id: event.accountId,
    person_name: event.personName,
    institution_id: event.institutionId,
    institution_name: event.institutionName,
    opinion: event.opinion,
    findings: JSON.stringify(event.findings),
    started_on: event.startedOn,
    due_on: event.dueOn,
    term_days: event.termDays,
    stands: event.stands ? JSON.stringify(event.stands) : null,
    at: event.at,
  })),
});

/** What lists say of a running term: from when on it is about to run out, and when the superior pressed for it. */
export interface TermFlags {
  warnOn: CivilDate | null;
  remindedOn: CivilDate | null;
}

/** Rewrites the worklist row of a case from its last event; an ended case has none. */
export function worklistWrites(
  tx: Transaction,
  one: Case,
  last: CaseEvent,
  check: CaseCheck,
  institutions: ReadonlyMap<string, Institution>,
  { warnOn, remindedOn }: TermFlags,
): Write[] {
  const former = tx.byKey.deleteFrom('worklist').where('case_id', '=', one.id);
  const holder = last.holderId && institutions.get(last.holderId);
  if (!holder) return [former];
  const origin = institutions.get(one.schoolId)!;
  const row = {
    holder_county: holder.county,
    case_id: one.id,
    subject_id: one.subjectId,
    holder_id: holder.id,
    holder_role: last.holderRole!,
    holder_path: holder.path,
    origin_id: origin.id,
    origin_path: origin.path,
    counterpart_path: one.counterpartPath,
    number: one.number,
    kind: one.kind,
    workflow: one.workflow,
    title: one.title,
    school_name: origin.name,
    state: last.toState,
    pending_action: last.pendingAction,
    started_on: last.startedOn,
    due_on: last.dueOn,
    term_days: last.termDays,
    stands: last.stands ? JSON.stringify(last.stands) : null,
    warn_on: warnOn,
    reminded_on: remindedOn,
    received_on: one.receivedOn ?? null,
    red: check.red,
    amber: check.amber,
    green: check.green,
    note: check.note,
    updated_at: last.at,
  };
  const { holder_county, case_id, ...rest } = row;
  const put = tx.byKey
    .insertInto('worklist')
    .values(row)
    .onConflict((conflict) => conflict.columns(['holder_county', 'case_id']).doUpdateSet(rest));
  // In another county it is another row.
  return [former.where('holder_county', '<>', holder_county), put];
}
