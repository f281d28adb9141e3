/** 读取线程: the thread in which `readRowsInWorker` inspects and reads a workbook; it dies without harm to the server. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Cell, SheetRow } from './cell.ts';
import type { Header } from './find-header.ts';
import { type ReadOptions, readRows } from './read-rows.ts';
import type { WorkbookSource } from './workbook-limits.ts';
import { faultOf, type WorkbookFault } from './workbook-refusal.ts';

/** What the thread is started with. */
export type ReadingOrder = { readonly source: WorkbookSource; readonly options: ReadOptions };

/** What it says. `rows` carries numbers and cells side by side, which crosses threads faster than objects. */
export type ReadingMessage =
  | { readonly kind: 'opened'; readonly sheet: string; readonly header: Header; readonly lastRow: number }
  | { readonly kind: 'rows'; readonly numbers: readonly number[]; readonly cells: readonly (readonly Cell[])[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly fault: WorkbookFault };

/** Rows of one message, and messages that may be on their way; each message to the thread allows one more. */
const BATCH_ROWS = 500;
const BATCHES_AHEAD = 2;

const port = parentPort;
const { source, options } = workerData as ReadingOrder;
let allowed = BATCHES_AHEAD;
let wake = () => {};

port?.on('message', () => {
  allowed++;
  wake();
});

try {
  await readAll();
} catch (error) {
  const fault = faultOf(error);
  if (!fault) throw error;
  send({ kind: 'refused', fault });
} finally {
  port?.unref();
}

async function readAll(): Promise<void> {
  const { sheet, header, lastRow, batches } = await readRows(source, options);
  send({ kind: 'opened', sheet, header, lastRow });
  let waiting: SheetRow[] = [];
  for await (const batch of batches) {
    waiting.push(...batch);
    if (waiting.length < BATCH_ROWS) continue;
    await sendRows(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await sendRows(waiting);
  send({ kind: 'done' });
}

async function sendRows(rows: readonly SheetRow[]): Promise<void> {
  while (allowed === 0) await new Promise<void>((resolve) => (wake = resolve));
  allowed--;
  send({ kind: 'rows', numbers: rows.map(({ number }) => number), cells: rows.map(({ cells }) => cells) });
}

function send(message: ReadingMessage): void {
  port?.postMessage(message);
}
