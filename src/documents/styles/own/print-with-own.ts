/** 按自备模板打印: whoever prints a paper gets it by the template in force, or, where that fails, as we drew it. */
import type { Services } from '../../../access/index.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import type { TemplateFault } from '../../printing/guarded/template-job.ts';
import { jobOf, type Printer, type PrintHouse } from '../../printing/typst-printer.ts';
import { insertFault } from '../styles.store.ts';
import { wordsOfFault } from './check-template.ts';
import { codesOf } from './demanded.ts';

type Needs = Pick<Services, 'db' | 'now'>;

/** A template that took too long or too much is not tried again for this time: every paper would wait for it. */
const REST_MS = 10 * 60_000;

/** The printer that the routes have. What a template fails at is kept for its authority; the paper is printed by ours. */
export function printWithOwn({ db, now }: Needs, house: PrintHouse): Printer {
  const resting = new Map<string, number>();

  // A fault that cannot be kept must not keep the paper back either.
  const keepFault = (own: { id: string; placeCode: string }, fault: string): Promise<unknown> =>
    db
      .write(NODE_SCOPE, async (tx) => {
        tx.markAudited(); // the paper's own act is on record
        await insertFault(tx, { placeCode: own.placeCode, templateId: own.id, fault });
      })
      .catch(() => undefined);

  return {
    async printPdf(template, data, options) {
      const own = data.style?.own;
      if (!own) return house.printPdf(template, data, options);
      if ((resting.get(own.id) ?? 0) <= now().getTime()) {
        const job = { ...jobOf(template, data, options?.pdfTags), source: own.source };
        const tried = await house.tryTemplate(job, codesOf(data));
        const fault = 'fault' in tried ? wordsOfFault(tried.fault) : faultOfPaper(tried);
        if (fault === undefined && 'done' in tried) return tried.done;
        if ('fault' in tried && TIRING.has(tried.fault.why)) resting.set(own.id, now().getTime() + REST_MS);
        await keepFault(own, fault ?? '');
      }
      return house.printPdf(template, data, options);
    },
    close: () => house.close(),
  };
}

const TIRING: ReadonlySet<TemplateFault['why']> = new Set(['TIME', 'MEMORY']);

function faultOfPaper({ lacking, links }: { lacking: readonly string[]; links: number }): string | undefined {
  if (lacking.length > 0) return `排出的文书没有${lacking.join('、')}`;
  return links > 0 ? '排出的文书里有网址链接' : undefined;
}
