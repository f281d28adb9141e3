/** 读入校验: reads a workbook row by row, checks every record and keeps it, so that nothing is lost or kept twice. */
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { SheetRow } from '../../workbooks/cell.ts';
import { readRowsInWorker } from '../../workbooks/read-in-worker.ts';
import { type Assessed, addDuplicates, assessAlone, type Intake, readIntake } from '../checking/assess.ts';
import { HEADINGS, rawOfRow } from '../checking/headings.ts';
import { markRepeats } from '../checking/mark-repeats.ts';
import { copyEntrants, deleteEntrants } from '../entrants/entrant.store.ts';
import { makeEntrant } from '../entrants/make-entrant.ts';
import type { HandedOver } from './handed-over.ts';
import {
  beginReading,
  findCheckpoint,
  findImport,
  holdReading,
  moveCheckpoint,
  moveImport,
  recount,
} from './import.store.ts';
import { type Import, isUnderWay } from './import.ts';
import type { ProgressBell } from './progress.ts';
import { READ_IMPORT } from './resume-imports.ts';

/** Rows that are kept in one transaction: lost and read again after a crash, at most. */
const PORTION = 1_000;
/** Rows checked before other callers get their turn. */
const SLICE = 100;
/** A workbook whose reading ended so many times without a row kept is given up: it may be what ends the process. */
const MOST_STARTS = 30;

export interface Reading {
  /** Where the upload may have left the workbook open. */
  handedOver?: HandedOver;
  /** Another size of the portions. */
  portion?: number;
  /** Called before a portion is kept and before the end; a test lets the process die here. */
  beforeKeeping?: () => void;
}

/** The background work; a job that comes too late or twice does nothing. */
export const readImportJob = (services: Services, bell: ProgressBell, handedOver: HandedOver): JobDefinition => ({
  name: READ_IMPORT,
  limitSeconds: 3_600,
  atOnce: 2,
  run: (data, signal) => readImport(services, bell, String(data['importId']), signal, { handedOver }),
});

/** Reads an import to its end, from the last row that was kept. Throws what may pass by itself; then it is tried again. */
export async function readImport(
  services: Services,
  bell: ProgressBell,
  importId: string,
  signal: AbortSignal,
  reading: Reading = {},
): Promise<void> {
  const { db } = services;
  const one = await db.read(NODE_SCOPE, (tx) => findImport(tx, importId));
  if (!one || !isUnderWay(one.state)) return;
  // The lock lives as long as this transaction and this process; the work goes on in transactions of its own.
  await db.read(NODE_SCOPE, async (lock) => {
    if (!(await holdReading(lock, importId))) return;
    try {
      await read(services, bell, one, signal, reading);
    } catch (error) {
      if (error instanceof GivenUp) return;
      if (!(error instanceof Refusal)) throw error;
      await fail(services, one, error.message);
    } finally {
      bell.ring(importId);
    }
  });
}

/** Somebody cancelled the import, or reads it in our place. */
class GivenUp extends Error {}

async function read(services: Services, bell: ProgressBell, one: Import, signal: AbortSignal, reading: Reading) {
  const { db, files } = services;
  const scope = rangeOf(one.path);
  const { intake, checkpoint } = await db.write(scope, async (tx) => {
    const starts = await beginReading(tx, one.id);
    if (starts === undefined) throw new GivenUp();
    tx.markAudited(); // reading changes nothing yet; each portion leaves its own row
    return {
      starts,
      intake: await readIntake(tx, services, one.schoolId),
      checkpoint: { starts, ...(await findCheckpoint(tx, one.id)) },
    };
  });
  if (checkpoint.starts > MOST_STARTS) throw refuse('NOT_AVAILABLE', { what: '读取此表多次中断，校验' });
  const sheet =
    reading.handedOver?.take(one.id) ??
    (await readRowsInWorker(await files.fetch(one.fileId), {
      headings: HEADINGS,
      sheet: one.layout.sheet,
      giveAway: true,
      signal,
    }));
  let { done } = checkpoint;
  let keeping: Promise<void> = Promise.resolve();
  for await (const rows of portionsOf(sheet.batches, checkpoint.lastRow, reading.portion ?? PORTION)) {
    // While the database keeps one portion, the next is read and checked.
    const assessed = await assessAll(services, intake, one, rows);
    await keeping;
    signal.throwIfAborted();
    reading.beforeKeeping?.();
    const from = done;
    done += assessed.length;
    keeping = keep(services, one, intake, assessed, from).then(() => bell.ring(one.id));
    keeping.catch(() => {}); // awaited above or below
  }
  await keeping;
  signal.throwIfAborted();
  reading.beforeKeeping?.();
  await finish(services, one, done);
}

type Numbered = Assessed & { rowNo: number };

/** Rows below the checkpoint in equal portions, whatever batches they are read in. */
async function* portionsOf(
  batches: AsyncIterable<readonly SheetRow[]>,
  lastRow: number,
  size: number,
): AsyncGenerator<SheetRow[]> {
  let portion: SheetRow[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      if (row.number <= lastRow) continue;
      portion.push(row);
      if (portion.length < size) continue;
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

async function assessAll(services: Services, intake: Intake, one: Import, rows: SheetRow[]): Promise<Numbered[]> {
  const places = Object.entries(one.layout.places);
  const assessed: Numbered[] = [];
  for (const [index, row] of rows.entries()) {
    const raw = rawOfRow(row, places);
    if (raw) assessed.push({ ...assessAlone(services, intake, { id: services.newId(), raw }), rowNo: row.number });
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return assessed;
}

/** Keeps a portion and moves the checkpoint past it, both or neither. */
async function keep(
  services: Services,
  one: Import,
  intake: Intake,
  assessed: Numbered[],
  from: number,
): Promise<void> {
  if (assessed.length === 0) return;
  await services.db.write(rangeOf(one.path), async (tx) => {
    await addDuplicates(tx, services, intake, assessed);
    let red = 0;
    let amber = 0;
    const making = { school: intake.school, importId: one.id, madeBy: one.madeBy, madeAt: tx.now };
    const entrants = function* () {
      for (const row of assessed) {
        const entrant = makeEntrant(services, row, { ...making, rowNo: row.rowNo });
        if (entrant.red > 0) red++;
        else if (entrant.amber > 0) amber++;
        yield entrant;
      }
    };
    await copyEntrants(tx, entrants());
    if (!(await moveCheckpoint(tx, one.id, { from, rows: assessed.length, red, amber }))) throw new GivenUp();
    await recordReading(tx, one, { rows: assessed.length, through: assessed.at(-1)!.rowNo });
  });
}

/** Looks over the whole file and hands the import to the school. */
async function finish(services: Services, one: Import, done: number): Promise<void> {
  if (done === 0) throw refuse('UNSUITABLE_FILE', { why: '表头以下没有填写学生，请填写后再上传' });
  await services.db.write(rangeOf(one.path), async (tx) => {
    if (!(await moveImport(tx, one.id, { from: ['READING'], to: 'CHECKED' }))) throw new GivenUp();
    await markRepeats(tx, one.id);
    await recount(tx, one.id);
    await recordReading(tx, one, { finished: true, rows: done });
  });
}

/** The file cannot be read: what was kept of it goes, the school is told why. */
async function fail(services: Services, one: Import, failure: string): Promise<void> {
  await services.db.write(rangeOf(one.path), async (tx) => {
    if (!(await moveImport(tx, one.id, { from: ['QUEUED', 'READING'], to: 'FAILED', failure }))) return;
    await deleteEntrants(tx, { importId: one.id });
    await recordReading(tx, one, { failed: true });
  });
}

const recordReading = (tx: Transaction, one: Import, detail: Record<string, unknown>) =>
  record(tx, SYSTEM_ACTOR, {
    action: 'READ_IMPORT',
    subjectKind: 'IMPORT',
    subjectId: one.id,
    path: one.path,
    detail,
  });
