/** 新生存取. */
import { sql } from 'kysely';
import { isOneOf } from '../../db/is-one-of.ts';
import type { NewRows, Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import type { Entrant, EntrantFinding, EntrantShown, EntrantState } from './entrant.ts';

const rowOf = (one: Entrant) => ({
  id: one.id,
  school_id: one.schoolId,
  path: one.path,
  county: one.county,
  import_id: one.importId,
  row_no: one.rowNo,
  case_id: one.caseId,
  state: one.state,
  stage: one.stage,
  grade: one.grade,
  intake_year: one.intakeYear,
  class_group_id: one.classGroupId,
  name: one.name,
  pinyin: one.pinyin,
  gender: one.gender,
  born_on: one.bornOn,
  identity_type: one.identityType,
  identity_hash: one.identityHash,
  details: JSON.stringify(one.shown),
  sealed: one.sealed,
  findings: JSON.stringify(one.findings),
  red: one.red,
  amber: one.amber,
  mended: one.mended,
  photo_id: one.photoId,
  made_by: one.madeBy,
  made_at: one.madeAt,
  version: one.version,
});

/** The columns in the order in which `rowOf` gives them. */
const COLUMNS = [
  ...['id', 'school_id', 'path', 'county', 'import_id', 'row_no', 'case_id', 'state', 'stage', 'grade', 'intake_year'],
  ...['class_group_id', 'name', 'pinyin', 'gender', 'born_on', 'identity_type', 'identity_hash', 'details', 'sealed'],
  ...['findings', 'red', 'amber', 'mended', 'photo_id', 'made_by', 'made_at', 'version'],
];

/** The rows of new entrants. */
export const entrantRows = (entrants: readonly Entrant[]): NewRows => ({ into: 'entrants', rows: entrants.map(rowOf) });

/** Streams new entrants in; each may be made when its turn comes, so that not all of them are in memory at once. */
export async function copyEntrants(tx: Transaction, entrants: Iterable<Entrant>): Promise<void> {
  const rows = function* () {
    for (const one of entrants) yield Object.values(rowOf(one));
  };
  await tx.copyIn('entrants', COLUMNS, rows());
}

/** Replaces an entrant; refuses STALE where somebody else changed it since `one.version` was read. */
export async function replaceEntrant(tx: Transaction, one: Entrant): Promise<void> {
  const { id, version, ...row } = rowOf(one);
  const { numUpdatedRows } = await tx.sql
    .updateTable('entrants')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw refuse('STALE', { what: '此人' });
}

/** Replaces many that this transaction has locked, in one statement. */
export async function replaceEntrants(tx: Transaction, entrants: readonly Entrant[]): Promise<void> {
  if (entrants.length === 0) return;
  const rows = entrants.map((one) => ({
    ...rowOf(one),
    identity_hash: one.identityHash?.toString('hex') ?? null,
    sealed: one.sealed.toString('hex'),
    details: one.shown,
    findings: one.findings,
  }));
  await sql`
    update entrants e set state = n.state, stage = n.stage, grade = n.grade, intake_year = n.intake_year,
      class_group_id = n.class_group_id, name = n.name, pinyin = n.pinyin, gender = n.gender, born_on = n.born_on,
      identity_type = n.identity_type, identity_hash = decode(n.identity_hash, 'hex'), details = n.details,
      sealed = decode(n.sealed, 'hex'), findings = n.findings, red = n.red, amber = n.amber, mended = n.mended,
      photo_id = n.photo_id, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, state text, stage text, grade smallint,
      intake_year smallint, class_group_id uuid, name text, pinyin text, gender text, born_on date, identity_type text,
      identity_hash text, details jsonb, sealed text, findings jsonb, red smallint, amber smallint, mended smallint,
      photo_id uuid)
    where e.id = n.id`.execute(tx.sql);
}

export interface EntrantFilter {
  importId?: string;
  caseId?: string;
  schoolId?: string;
  classGroupId?: string;
  /** Put forward one by one, not with a workbook. */
  alone?: boolean;
  ids?: readonly string[];
  states?: readonly EntrantState[];
  /** Only with a finding that has all of this. */
  finding?: { code?: string; field?: string; curable?: true };
  /** Only what can be handed in: nothing to mend, nothing to confirm. */
  sound?: boolean;
  limit?: number;
  /** Keyset: rows after this row number. */
  afterRow?: number;
  lock?: boolean;
}

/** Entrants in the order of their workbook, or of their making. */
export async function listEntrants(tx: Transaction, filter: EntrantFilter): Promise<Entrant[]> {
  const builder = filter.ids || filter.caseId ? tx.byKey : tx.sql;
  let query = builder.selectFrom('entrants').selectAll().orderBy('row_no').orderBy('made_at').orderBy('id');
  if (filter.importId) query = query.where('import_id', '=', filter.importId);
  if (filter.caseId) query = query.where('case_id', '=', filter.caseId);
  if (filter.schoolId) query = query.where('school_id', '=', filter.schoolId);
  if (filter.classGroupId) query = query.where('class_group_id', '=', filter.classGroupId);
  if (filter.alone) query = query.where('import_id', 'is', null);
  if (filter.ids) query = query.where(isOneOf('id', filter.ids));
  if (filter.states) query = query.where('state', 'in', [...filter.states]);
  if (filter.sound) query = query.where('red', '=', 0).where('amber', '=', 0);
  if (filter.finding) {
    query = query.where(sql<boolean>`findings @> ${JSON.stringify([filter.finding])}::jsonb`);
  }
  if (filter.afterRow !== undefined) query = query.where('row_no', '>', filter.afterRow);
  if (filter.limit) query = query.limit(filter.limit);
  if (filter.lock) query = query.forUpdate();
  return (await query.execute()).map(asEntrant);
}

/** Locks the workbook that an entrant came with: who changes one of its rows has all of them to himself. */
export async function lockImportOf(tx: Transaction, importId: string): Promise<void> {
  await tx.sql.selectFrom('imports').select('id').where('id', '=', importId).forUpdate().execute();
}

/** A school's entrants in a state, in the order of their making. */
export async function listDrafts(
  tx: Transaction,
  of: { schoolId: string; state: EntrantState; after?: string | undefined; limit: number },
): Promise<Entrant[]> {
  let query = tx.sql
    .selectFrom('entrants')
    .selectAll()
    .where('school_id', '=', of.schoolId)
    .where('state', '=', of.state)
    .orderBy('id')
    .limit(of.limit);
  if (of.after) query = query.where('id', '>', of.after);
  // What a workbook brought is mended there; here stand the children put forward one by one.
  if (of.state === 'DRAFT' || of.state === 'SKIPPED') query = query.where('import_id', 'is', null);
  return (await query.execute()).map(asEntrant);
}

/** The entrants of a case, portion by portion. */
export async function listOfCase(
  tx: Transaction,
  caseId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Entrant[]> {
  let query = tx.byKey.selectFrom('entrants').selectAll().where('case_id', '=', caseId).orderBy('id').limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map(asEntrant);
}

/** Refuses NOT_FOUND. */
export async function getEntrant(tx: Transaction, id: string, { lock = false } = {}): Promise<Entrant> {
  const [one] = await listEntrants(tx, { ids: [id], lock });
  if (!one) throw refuse('NOT_FOUND', { what: '此人的登记' });
  return one;
}

/** Moves entrants into a case, or out of it, in one statement. */
export async function setEntrantCase(
  tx: Transaction,
  ids: readonly string[],
  to: { caseId: string | null; state: EntrantState },
): Promise<void> {
  if (ids.length > 0) await movingEntrants(tx, ids, to).execute();
}

/** The same, to be written together with what it follows from. */
export const movingEntrants = (
  tx: Transaction,
  ids: readonly string[],
  to: { caseId: string | null; state: EntrantState },
) =>
  tx.byKey
    .updateTable('entrants')
    .set({ case_id: to.caseId, state: to.state, version: sql`version + 1` })
    .where(isOneOf('id', ids));

/** Deletes entrants that nobody has acted on. */
export async function deleteEntrants(tx: Transaction, filter: { importId: string } | { id: string }): Promise<number> {
  const query = tx.sql.deleteFrom('entrants').where('state', 'in', ['DRAFT', 'SKIPPED']);
  const { numDeletedRows } = await ('importId' in filter
    ? query.where('import_id', '=', filter.importId)
    : query.where('id', '=', filter.id)
  ).executeTakeFirst();
  return Number(numDeletedRows);
}

type Row = {
  [K in keyof ReturnType<typeof rowOf>]: unknown;
};

function asEntrant(row: Row): Entrant {
  return {
    id: row.id as string,
    schoolId: row.school_id as string,
    path: row.path as string,
    county: row.county as string,
    importId: row.import_id as string | null,
    rowNo: row.row_no as number | null,
    caseId: row.case_id as string | null,
    state: row.state as EntrantState,
    stage: row.stage as Stage,
    grade: row.grade as number,
    intakeYear: row.intake_year as number,
    classGroupId: row.class_group_id as string | null,
    name: row.name as string,
    pinyin: row.pinyin as string,
    gender: row.gender as string | null,
    bornOn: row.born_on as CivilDate | null,
    identityType: row.identity_type as string | null,
    identityHash: row.identity_hash as Buffer | null,
    shown: row.details as EntrantShown,
    sealed: row.sealed as Buffer,
    findings: row.findings as EntrantFinding[],
    red: row.red as number,
    amber: row.amber as number,
    mended: row.mended as number,
    photoId: row.photo_id as string | null,
    madeBy: row.made_by as string,
    madeAt: row.made_at as Date,
    version: row.version as number,
  };
}
