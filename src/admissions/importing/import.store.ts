/** 导入存取. */
import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { SheetLayout } from '../checking/headings.ts';
import type { Import, ImportState } from './import.ts';

/** Writes a new import. */
export async function insertImport(tx: Transaction, one: Import): Promise<void> {
  await tx.sql
    .insertInto('imports')
    .values({
      id: one.id,
      school_id: one.schoolId,
      path: one.path,
      county: one.county,
      file_id: one.fileId,
      file_name: one.fileName,
      intake: JSON.stringify({ intakeYear: one.intakeYear }),
      state: one.state,
      rows_total: one.rowsTotal,
      columns: JSON.stringify(one.layout),
      made_by: one.madeBy,
      made_at: one.madeAt,
    })
    .execute();
}

/** The import, if it lies in the scope; locked until the transaction ends where `lock` is set. */
export async function findImport(tx: Transaction, id: string, { lock = false } = {}): Promise<Import | undefined> {
  let query = tx.sql.selectFrom('imports').selectAll().where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && asImport(row);
}

/** Refuses NOT_FOUND. */
export async function getImport(tx: Transaction, id: string, options: { lock?: boolean } = {}): Promise<Import> {
  const one = await findImport(tx, id, options);
  if (!one) throw refuse('NOT_FOUND', { what: '此次导入' });
  return one;
}

/** A school's imports, newest first. */
export async function listImports(tx: Transaction, schoolId: string, limit: number): Promise<Import[]> {
  const rows = await tx.sql
    .selectFrom('imports')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asImport);
}

/** 同一份表: who sent the very same bytes in before this import, and when; of what came to nothing nobody need hear. */
export async function findSameSent(
  tx: Transaction,
  { id, schoolId, fileId }: Pick<Import, 'id' | 'schoolId' | 'fileId'>,
): Promise<{ by: string; at: Date } | undefined> {
  const row = await tx.sql
    .selectFrom('imports as m')
    .innerJoin('files as f', 'f.id', 'm.file_id')
    .leftJoin('accounts as a', 'a.id', 'm.made_by')
    .select(['a.person_name as by', 'm.made_at as at'])
    .where('m.school_id', '=', schoolId)
    .where('m.id', '<', id) // ids are ordered by time
    .where('m.state', 'not in', ['CANCELLED', 'UNDONE', 'FAILED'])
    .where('f.digest', '=', (digest) => digest.selectFrom('files').select('digest').where('id', '=', fileId))
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { by: row.by ?? '', at: row.at };
}

/** Every import that is still to be read, whoever was reading it. */
export async function listUnread(tx: Transaction): Promise<Import[]> {
  const rows = await tx.sql.selectFrom('imports').selectAll().where('state', 'in', ['QUEUED', 'READING']).execute();
  return rows.map(asImport);
}

/**
 * 占读: makes this transaction the only reader of an import until it ends, which a killed process does for it. False
 * where somebody else is reading.
 */
export async function holdReading(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('import ' || ${id}, 0)) as held`.execute(tx.sql);
  return rows[0]!.held;
}

/** Begins or resumes reading. Answers how often that happened since rows were last kept; undefined where it was given up. */
export async function beginReading(tx: Transaction, id: string): Promise<number | undefined> {
  const row = await tx.sql
    .updateTable('imports')
    .set({ state: 'READING', starts: sql`starts + 1` })
    .where('id', '=', id)
    .where('state', 'in', ['QUEUED', 'READING'])
    .returning('starts')
    .executeTakeFirst();
  return row?.starts;
}

/** How far a reading has come: the last row of the sheet that is kept, and how many are. */
export async function findCheckpoint(tx: Transaction, id: string): Promise<{ lastRow: number; done: number }> {
  const { lastRow } = await tx.sql
    .selectFrom('entrants')
    .select((row) => row.fn.max('row_no').as('lastRow'))
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  const { rows_done } = await tx.sql
    .selectFrom('imports')
    .select('rows_done')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { lastRow: lastRow ?? 0, done: rows_done };
}

/**
 * Moves the checkpoint in the transaction that keeps the rows. False where it does not stand where this reader left it:
 * the import was given up, or somebody else reads it; then the rows must not be kept.
 */
export async function moveCheckpoint(
  tx: Transaction,
  id: string,
  { from, rows, red, amber }: { from: number; rows: number; red: number; amber: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('imports')
    .set({
      rows_done: from + rows,
      rows_red: sql`rows_red + ${red}`,
      rows_amber: sql`rows_amber + ${amber}`,
      starts: 0,
    })
    .where('id', '=', id)
    .where('state', '=', 'READING')
    .where('rows_done', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Moves an import on from one of these states. False where it is in none of them. */
export async function moveImport(
  tx: Transaction,
  id: string,
  { from, to, failure = null }: { from: readonly ImportState[]; to: ImportState; failure?: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('imports')
    .set({ state: to, failure, finished_at: tx.now, version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Has any row of an import been handed in? */
export async function hasCases(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('entrants')
    .select('id')
    .where('import_id', '=', id)
    .where('case_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Sets the figures of a read import by what its rows now say: after reading it, and whenever one of them was mended. */
export async function recount(tx: Transaction, id: string): Promise<void> {
  const { done, red, amber } = await tx.sql
    .selectFrom('entrants')
    .where('import_id', '=', id)
    .select((row) => [
      row.fn.countAll<number>().as('done'),
      row.fn.countAll<number>().filterWhere(sql<SqlBool>`state = 'DRAFT' and red > 0`).as('red'),
      row.fn.countAll<number>().filterWhere(sql<SqlBool>`state = 'DRAFT' and red = 0 and amber > 0`).as('amber'),
    ])
    .executeTakeFirstOrThrow();
  await tx.sql
    .updateTable('imports')
    .set({ rows_total: done, rows_red: red, rows_amber: amber })
    .where('id', '=', id)
    .execute();
}

function asImport(row: {
  id: string;
  school_id: string;
  path: string;
  county: string;
  file_id: string;
  file_name: string;
  intake: unknown;
  state: string;
  rows_total: number | null;
  rows_done: number;
  rows_red: number;
  rows_amber: number;
  starts: number;
  failure: string | null;
  columns: unknown;
  made_by: string;
  made_at: Date;
  finished_at: Date | null;
  version: number;
}): Import {
  return {
    id: row.id,
    schoolId: row.school_id,
    path: row.path,
    county: row.county,
    fileId: row.file_id,
    fileName: row.file_name,
    intakeYear: (row.intake as { intakeYear: number }).intakeYear,
    state: row.state as ImportState,
    rowsTotal: row.rows_total ?? 0,
    rowsDone: row.rows_done,
    rowsRed: row.rows_red,
    rowsAmber: row.rows_amber,
    starts: row.starts,
    failure: row.failure,
    layout: row.columns as SheetLayout,
    madeBy: row.made_by,
    madeAt: row.made_at,
    finishedAt: row.finished_at,
    version: row.version,
  };
}
