/** 打印: the one print queue of the process. Papers are set in a thread of their own, one after the other. */
import { Worker } from 'node:worker_threads';
import { openTemplateTrier, type TemplateTrier } from './guarded/template-printer.ts';
import { ownSheet, styleFor, type TemplateName, type TemplateStyle } from './sheet.ts';
import type { Typeset, TypesetJob } from './typesetter.ts';
import type { PrintReply, PrintRequest, PrintSettings } from './typst-worker.ts';

/** What a paper is made of, apart from its template. */
export interface PrintData extends Pick<TypesetJob, 'papers' | 'mark'> {
  pictures?: ReadonlyMap<string, Uint8Array>;
  /** 式样: what the place has laid down of the paper; absent: as we drew it. */
  style?: PaperStyle | undefined;
}

/** What holds for a paper at a place. */
export interface PaperStyle {
  look: TemplateStyle;
  /** 自备模板: an authority's own template in place of ours. */
  own?: { id: string; placeCode: string; source: string };
}

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
  printPdf(template: TemplateName, data: PrintData, options?: PrintOptions): Promise<Typeset>;
  /** Ends the thread; papers still waiting are rejected. */
  close(): Promise<void>;
}

/** The print queue of the process, and beside it the guarded one for templates of authorities. */
export type PrintHouse = Printer & Pick<TemplateTrier, 'tryTemplate'>;

interface Waiting {
  resolve(printed: Typeset): void;
  reject(reason: Error): void;
}

/** The job of a paper; without a style of its place it is set as we drew it. */
export function jobOf(
  template: TemplateName,
  { papers, mark, style, pictures = new Map() }: PrintData,
  pdfTags = false,
): TypesetJob {
  const look = style?.look ?? styleFor(template, ownSheet(template));
  return { template, papers, mark, style: look, pictures, pdfTags };
}

/** Opens the print queue. The thread starts with the first paper, and anew after it has died. */
export function openPrinter(settings: PrintSettings = {}): PrintHouse {
  const templates = openTemplateTrier(settings);
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
    printPdf(template, data, { pdfTags = false } = {}) {
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      const promise = new Promise<Typeset>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, job: jobOf(template, data, pdfTags) } satisfies PrintRequest);
      return promise;
    },
    tryTemplate: templates.tryTemplate,
    async close() {
      await templates.close();
      const thread = worker;
      failAll(new Error('printer closed'));
      await thread?.terminate();
    },
  };
}
