/** 档案袋接口: labels with barcodes, and the list that goes along with what leaves. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services } from '../../access/index.ts';
import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { markFor, titleHere } from '../print-mark.ts';
import type { Printer } from '../printing/typst-printer.ts';
import { issueLabels } from './issue-labels.ts';
import { issueSendList } from './send-list.ts';

const TAG = '档案转接';
const PDF = 'application/pdf';
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const byId = z.object({ id: z.uuid() });
const onDay = z
  .string()
  .refine(isCivilDate, '日期须写作2026-09-01')
  .transform((text) => text as CivilDate);

/** For the registrar of the school, who keeps the paper. */
export function folderRoutes(services: Pick<Services, 'db' | 'cipher' | 'law' | 'index'>, printer: Printer): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/class-groups/:id/folder-labels.pdf',
      tag: TAG,
      title: '打印班级档案袋标签',
      who: REGISTRAR,
      params: byId,
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const { labels, mark } = await issueLabels(services, actor, params.id);
        const data = { papers: labels, mark: markFor('学籍档案袋标签', mark, null), style: mark.style };
        return { file: (await printer.printPdf('folder-labels', data)).pdf, mediaType: PDF };
      },
    }),
    route({
      method: 'GET',
      path: '/api/file-hand-overs/send-list.pdf',
      tag: TAG,
      title: '打印档案转出清单',
      who: REGISTRAR,
      query: z.object({ on: onDay.describe('转出日期') }),
      answer: 'FILE',
      handle: async ({ actor, query }) => {
        const { papers, mark } = await issueSendList(services, actor, query.on);
        const title = titleHere(mark, '学籍档案转出清单');
        const named = papers.map((paper) => ({ ...paper, title }));
        const data = { papers: named, mark: markFor(title, mark, null), style: mark.style };
        return { file: (await printer.printPdf('case-paper', data)).pdf, mediaType: PDF };
      },
    }),
  ];
}
