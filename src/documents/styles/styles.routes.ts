/** 表册样式接口: what holds for each paper at the caller's place, its sheet, and what a sheet would look like. */
import { z } from 'zod';
import {
  type Actor,
  asAuditActor,
  type Level,
  type Role,
  type Route,
  route,
  type Services,
  scopeOf,
} from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { faultsOfSheet, type Sheet } from '../printing/sheet.ts';
import type { Printer } from '../printing/typst-printer.ts';
import { sampleAt } from './sample/sample-at.ts';
import { PAPER_IDS, type PaperId, styledPaper } from './styled-papers.ts';
import { papersShape, sheetBody, styleShape } from './styles.api.ts';
import { replaceSheet } from './styles.store.ts';
import { viewStyle, viewStyles } from './view-styles.ts';

const TAG = '表册样式';
const AUTHORITY: { roles: Role[]; levels: Level[] } = {
  roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['COUNTY', 'CITY', 'PROVINCE'],
};
const params = z.object({ paper: z.enum(PAPER_IDS) });
const asked = z
  .string()
  .max(1000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: '版面须是JSON' });
      return z.NEVER;
    }
  })
  .pipe(sheetBody);

/** The routes; `printer` sets the samples. */
export function styleRoutes({ db }: Pick<Services, 'db'>, printer: Printer): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/paper-styles',
      tag: TAG,
      title: '列出表册样式',
      who: AUTHORITY,
      answer: papersShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewStyles(tx, actor)),
    }),
    route({
      method: 'GET',
      path: '/api/paper-styles/:paper',
      tag: TAG,
      title: '看一种表册的样式',
      who: AUTHORITY,
      params,
      answer: styleShape,
      handle: ({ actor, params: { paper } }) => db.read(scopeOf(actor), (tx) => viewStyle(tx, actor, paper)),
    }),
    route({
      method: 'PUT',
      path: '/api/paper-styles/:paper/sheet',
      tag: TAG,
      title: '改表册版面',
      who: AUTHORITY,
      params,
      body: sheetBody.nullable().describe('空为恢复上级或本系统的版面'),
      answer: styleShape,
      handle: ({ actor, params: { paper }, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          if (body) refuseFaulty(paper, body);
          await setSheet(tx, actor, paper, body);
          return viewStyle(tx, actor, paper);
        }),
    }),
    route({
      method: 'GET',
      path: '/api/paper-styles/:paper/preview.pdf',
      tag: TAG,
      title: '预览表册版面',
      who: AUTHORITY,
      params,
      query: z.object({ sheet: asked.describe('要看的版面，JSON') }),
      answer: 'FILE',
      handle: async ({ actor, params: { paper }, query: { sheet } }) => {
        refuseFaulty(paper, sheet);
        const { template, data } = await db.read(scopeOf(actor), (tx) =>
          sampleAt(tx, paper, actor.institution.placeCode, sheet),
        );
        const { pdf } = await printer.printPdf(template, data);
        return { file: pdf, mediaType: 'application/pdf' };
      },
    }),
  ];
}

/** Refuses BAD_INPUT with the first thing that keeps the sheet from being laid down. */
function refuseFaulty(paper: PaperId, sheet: Sheet): void {
  const [fault] = faultsOfSheet(styledPaper(paper).template, sheet);
  if (fault !== undefined) throw refuse('BAD_INPUT', { what: fault });
}

async function setSheet(tx: Transaction, actor: Actor, paper: PaperId, sheet: Sheet | null): Promise<void> {
  const { placeCode, id, path } = actor.institution;
  await replaceSheet(tx, { paper, placeCode, sheet }, actor);
  await record(tx, asAuditActor(actor), {
    ...{ action: 'SET_PAPER_SHEET', subjectKind: 'INSTITUTION', subjectId: id, path },
    detail: { paper, sheet },
  });
}
