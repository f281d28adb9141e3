/**
 * 隔离读取: reads an uploaded workbook in a thread of its own, with bounds on memory and time.
 *
 * Same meaning and same rows as `readRows`. The thread runs at most two batches ahead of the reader, so a slow reader
 * (a database) holds it back. If the thread uses up its memory or does not answer in time it is ended and the workbook
 * refused; the server goes on.
 */
import { Worker } from 'node:worker_threads';
import type { SheetRow } from './cell.ts';
import { oneByOne, type ReadOptions, type SheetReading } from './read-rows.ts';
import type { ReadingMessage, ReadingOrder } from './reading-thread.ts';
import type { WorkbookSource } from './workbook-limits.ts';
import { refusalOf, tooLarge, unsuitable } from './workbook-refusal.ts';

/** Bounds of the thread; the defaults suit 100,000 rows of 40 columns four times over. */
export type WorkerOptions = ReadOptions & {
  /** Ends the reading: the loop over the rows then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Gives the memory of the bytes over to the thread instead of copying it: here they are gone then. */
  readonly giveAway?: boolean;
  /** Megabytes of JavaScript heap for the thread. */
  readonly heapMegabytes?: number;
  /** Milliseconds in which the thread must answer each time it is waited for. */
  readonly answerWithin?: number;
};

/** Opens an upload for reading. Refuses like `readRows`; also when memory or time run out. */
export async function readRowsInWorker(
  source: WorkbookSource,
  { signal, giveAway = false, heapMegabytes = 256, answerWithin = 60_000, ...options }: WorkerOptions,
): Promise<SheetReading> {
  signal?.throwIfAborted();
  const order: ReadingOrder = { source, options };
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: order,
    transferList: giveAway && typeof source !== 'string' ? [source.buffer as ArrayBuffer] : [],
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 24 },
  });
  const inbox = new Inbox(worker, answerWithin, signal);
  try {
    const opened = await inbox.next();
    if (opened.kind !== 'opened') throw unsuitable(STOPPED);
    const batches = batchesOf(inbox);
    const { sheet, header, lastRow } = opened;
    return { sheet, header, lastRow, batches, rows: oneByOne(batches), close: () => inbox.close() };
  } catch (error) {
    await inbox.close();
    throw error;
  }
}

const STOPPED = '读取中断，请用 Excel 或 WPS 打开原表，另存为 .xlsx 后重新上传';

async function* batchesOf(inbox: Inbox): AsyncGenerator<readonly SheetRow[], void, undefined> {
  try {
    for (;;) {
      const message = await inbox.next();
      if (message.kind === 'done') return;
      if (message.kind !== 'rows') throw unsuitable(STOPPED);
      const { numbers, cells } = message;
      yield numbers.map((number, index) => ({ number, cells: cells[index] ?? [] }));
      inbox.askForMore();
    }
  } finally {
    await inbox.close();
  }
}

/** What the thread has said and nobody has read yet. Its end, whatever the reason, is read after the messages before it. */
class Inbox {
  readonly #worker: Worker;
  readonly #answerWithin: number;
  readonly #signal: AbortSignal | undefined;
  readonly #messages: ReadingMessage[] = [];
  #end: { readonly error: unknown } | undefined;
  #wake = () => {};
  readonly #abort = () => this.#finish(this.#signal?.reason);

  constructor(worker: Worker, answerWithin: number, signal: AbortSignal | undefined) {
    this.#worker = worker;
    this.#answerWithin = answerWithin;
    this.#signal = signal;
    worker.on('message', (message: ReadingMessage) => {
      if (message.kind === 'refused') this.#finish(refusalOf(message.fault));
      else this.#messages.push(message);
      this.#wake();
    });
    worker.on('error', (error) => this.#finish(isOutOfMemory(error) ? tooLarge('工作簿内容', OUT_OF_MEMORY) : error));
    worker.on('exit', () => this.#finish(unsuitable(STOPPED)));
    signal?.addEventListener('abort', this.#abort, { once: true });
  }

  /** The next message; throws what ended the thread when there is none left. Aborting does not wait for what is left. */
  async next(): Promise<ReadingMessage> {
    const timer = setTimeout(
      () => this.#finish(tooLarge('工作簿内容', outOfTime(this.#answerWithin))),
      this.#answerWithin,
    );
    try {
      for (;;) {
        this.#signal?.throwIfAborted();
        const message = this.#messages.shift();
        if (message) return message;
        if (this.#end) throw this.#end.error;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  askForMore(): void {
    this.#worker.postMessage('more');
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    await this.#worker.terminate();
  }

  #finish(error: unknown): void {
    this.#end ??= { error };
    this.#wake();
  }
}

const OUT_OF_MEMORY = '约为十万行、四十列，请拆成几个文件分别上传';

function outOfTime(milliseconds: number): string {
  return `为 ${Math.ceil(milliseconds / 1000)} 秒内能读完的内容，请拆成几个文件分别上传`;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
