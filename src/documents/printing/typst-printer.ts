/** 打印: the one print queue of the process. Papers are set in a thread of their own, one after the other. */
import { Worker } from 'node:worker_threads';
import type { Typeset, TypesetJob } from './typesetter.ts';
import type { PrintReply, PrintRequest, PrintSettings } from './typst-worker.ts';

/** What a paper is made of, apart from its template. */
export type PrintData = Pick<TypesetJob, 'papers' | 'mark'> & Partial<Pick<TypesetJob, 'pictures'>>;

export interface PrintOptions {
  /** Write the structure for screen readers too. Off by default: a roster grows about twenty times. */
  pdfTags?: boolean;
}

/** Prints papers; made once, by openPrinter. */
export interface Printer {
  /**
   * Sets the papers with a template of templates/ (named without ending) and gives the PDF/A-2b file, its number of
   * pages and the characters that no font at hand can draw. The same data always gives the same bytes.
   * Rejects where the template or a font is at fault; the reason never quotes data.
   */
  printPdf(template: string, data: PrintData, options?: PrintOptions): Promise<Typeset>;
  /** Ends the thread; papers still waiting are rejected. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(printed: Typeset): void;
  reject(reason: Error): void;
}

/** Opens the print queue. The thread starts with the first paper, and anew after it has died. */
export function openPrinter(settings: PrintSettings = {}): Printer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const failAll = (reason: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  const start = (): Worker => {
    const thread = new Worker(new URL('./typst-worker.ts', import.meta.url), { workerData: settings });
    thread.on('message', (reply: PrintReply) => {
      const paper = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) thread.unref();
      if ('done' in reply) paper?.resolve(reply.done);
      else paper?.reject(new Error(`printing failed: ${reply.fault}`));
    });
    thread.on('error', (cause) => failAll(new Error('print thread failed', { cause })));
    thread.on('exit', () => worker === thread && failAll(new Error('print thread ended')));
    return thread;
  };

  return {
    printPdf(template, { papers, mark, pictures = new Map() }, { pdfTags = false } = {}) {
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      const promise = new Promise<Typeset>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, job: { template, papers, mark, pictures, pdfTags } } satisfies PrintRequest);
      return promise;
    },
    async close() {
      const thread = worker;
      failAll(new Error('printer closed'));
      await thread?.terminate();
    },
  };
}
