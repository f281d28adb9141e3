/** 自备模板接口: the kit to begin from, upload with its check, the preview, and the second person who puts it into force. */
import { z } from 'zod';
import { type Actor, type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { type CivilDate, isCivilDate } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { jobOf, type PrintHouse } from '../../printing/typst-printer.ts';
import { sampleAt } from '../sample/sample-at.ts';
import { PAPER_IDS, styledPaper } from '../styled-papers.ts';
import { type PaperStyleView, styleShape } from '../styles.api.ts';
import { findSource } from '../styles.store.ts';
import { viewStyle } from '../view-styles.ts';
import { wordsOfFault } from './check-template.ts';
import { endTemplate, getTemplate, proposeTemplate, putIntoForce } from './propose-template.ts';
import { templateKit } from './template-kit.ts';

const TAG = '表册样式';
const LEVELS: Level[] = ['COUNTY', 'CITY', 'PROVINCE'];
const AUTHORITY: { roles: Role[]; levels: Level[] } = {
  roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: LEVELS,
};
const ofPaper = z.object({ paper: z.enum(PAPER_IDS) });
const byId = z.object({ id: z.uuid() });
const fromDay = z.object({
  from: z
    .string()
    .refine(isCivilDate, '日期须写作2026-09-01')
    .transform((text) => text as CivilDate)
    .describe('从哪一天起启用'),
});

/** The routes; a leader puts into force what somebody else of the authority has proposed. */
export function templateRoutes(services: Pick<Services, 'db' | 'newId' | 'now'>, house: PrintHouse): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/paper-styles/:paper/kit.zip',
      tag: TAG,
      title: '下载表册模板和样例',
      who: AUTHORITY,
      params: ofPaper,
      answer: 'FILE',
      handle: async ({ params: { paper } }) => ({
        file: await templateKit(house, paper, services.now()),
        mediaType: 'application/zip',
        downloadAs: `${styledPaper(paper).title}模板.zip`,
      }),
    }),
    route({
      method: 'POST',
      path: '/api/paper-styles/:paper/templates',
      tag: TAG,
      title: '上传自备模板',
      who: AUTHORITY,
      params: ofPaper,
      takesFile: true,
      answer: styleShape,
      handle: async ({ actor, params: { paper }, upload }): Promise<PaperStyleView> => {
        await proposeTemplate(services, house, actor, paper, await upload());
        return db.read(scopeOf(actor), (tx) => viewStyle(tx, actor, paper));
      },
    }),
    route({
      method: 'GET',
      path: '/api/paper-templates/:id/preview.pdf',
      tag: TAG,
      title: '看自备模板排出的样例',
      who: AUTHORITY,
      params: byId,
      answer: 'FILE',
      handle: async ({ actor, params: { id } }) => ({
        file: await preview(actor, id),
        mediaType: 'application/pdf',
      }),
    }),
    route({
      method: 'GET',
      path: '/api/paper-templates/:id/source.typ',
      tag: TAG,
      title: '下载自备模板原文',
      who: AUTHORITY,
      params: byId,
      answer: 'FILE',
      handle: async ({ actor, params: { id } }) => {
        const { source } = await sourceOf(actor, id);
        return { file: Buffer.from(source), mediaType: 'text/plain; charset=utf-8', downloadAs: 'template.typ' };
      },
    }),
    route({
      method: 'POST',
      path: '/api/paper-templates/:id/confirmation',
      tag: TAG,
      title: '启用自备模板',
      who: { roles: ['AUTHORITY_LEADER'], levels: LEVELS },
      params: byId,
      body: fromDay,
      answer: styleShape,
      handle: ({ actor, params: { id }, body }) =>
        db.write(scopeOf(actor), async (tx) => viewStyle(tx, actor, await putIntoForce(tx, actor, id, body.from))),
    }),
    route({
      method: 'DELETE',
      path: '/api/paper-templates/:id',
      tag: TAG,
      title: '停用自备模板',
      who: AUTHORITY,
      params: byId,
      answer: styleShape,
      handle: ({ actor, params: { id } }) =>
        db.write(scopeOf(actor), async (tx) => viewStyle(tx, actor, await endTemplate(tx, actor, id))),
    }),
  ];

  function sourceOf(actor: Actor, id: string) {
    return db.read(scopeOf(actor), async (tx) => {
      const { paper, placeCode } = await getTemplate(tx, chainOf(actor.institution.placeCode), id);
      const source = (await findSource(tx, placeCode, id)) ?? '';
      return { source, sample: await sampleAt(tx, paper, actor.institution.placeCode) };
    });
  }

  async function preview(actor: Actor, id: string): Promise<Uint8Array> {
    const { source, sample } = await sourceOf(actor, id);
    const tried = await house.tryTemplate({ ...jobOf(sample.template, sample.data), source }, []);
    if ('fault' in tried) throw refuse('UNSUITABLE_FILE', { why: wordsOfFault(tried.fault) });
    return tried.done.pdf;
  }
}
