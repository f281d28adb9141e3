/** 办件文书接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services } from '../../access/index.ts';
import { markFor, titleHere } from '../print-mark.ts';
import type { Printer } from '../printing/typst-printer.ts';
import {
  type CaseDesk,
  type IssuedCasePaper,
  issueApplication,
  issueNotice,
  issueReceipt,
} from './issue-case-paper.ts';

const TAG = '打印件';
const PDF = 'application/pdf';
/** As for the case itself. */
const WHO: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};
const caseId = z.object({ id: z.uuid() });

/** The papers of any case, whatever its kind. */
export function casePaperRoutes(desk: CaseDesk & Pick<Services, 'law'>, printer: Printer): Route[] {
  const print = async ({ paper, mark, code }: IssuedCasePaper) => {
    const title = titleHere(mark, paper.title);
    const data = { papers: [{ ...paper, title }], mark: markFor(title, mark, code), style: mark.style };
    const { pdf } = await printer.printPdf('case-paper', data);
    return { file: pdf, mediaType: PDF };
  };
  return [
    route({
      method: 'GET',
      path: '/api/cases/:id/application.pdf',
      tag: TAG,
      title: '打印办件申请表',
      who: WHO,
      params: caseId,
      answer: 'FILE',
      handle: async ({ actor, params }) => print(await issueApplication(desk, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id/notice.pdf',
      tag: TAG,
      title: '打印决定通知书',
      who: WHO,
      params: caseId,
      answer: 'FILE',
      handle: async ({ actor, params }) => print(await issueNotice(desk, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/file-hand-overs/:id/receipt.pdf',
      tag: TAG,
      title: '打印档案转接回执',
      who: WHO,
      params: caseId,
      answer: 'FILE',
      handle: async ({ actor, params }) => print(await issueReceipt(desk, actor, params.id)),
    }),
  ];
}
