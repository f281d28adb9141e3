/** 证书接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import type { Printer } from '../printing/typst-printer.ts';
import { openBatch } from './batch/open-batch.ts';
import {
  viewBatch,
  viewCandidates,
  viewCertificates,
  viewStubs,
  viewStudentCertificates,
} from './batch/view-batches.ts';
import {
  batchShape,
  candidatesShape,
  certificatesShape,
  handOverBody,
  markBody,
  openBatchBody,
  stubsShape,
  yearShape,
} from './certificates.api.ts';
import { callBackCertificate } from './handing/call-back.ts';
import { handOver } from './handing/hand-over-certificates.ts';
import { markBatch } from './handing/mark-batch.ts';
import { printCertificates } from './printing/certificate-paper.ts';
import { graduateRosterWorkbook, printGraduateRoster } from './printing/graduate-roster.ts';
import { issueCertificates, issueGraduateRoster, type Printed } from './printing/issue-certificates.ts';

const LEVELS: Level[] = ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'];
const OFFICERS: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
const READERS = { roles: OFFICERS, levels: LEVELS };
const SCHOOL_REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const LEADERS = { roles: ['SCHOOL_LEADER', 'AUTHORITY_LEADER'] as Role[], levels: LEVELS };
const TAG = '证书';
const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const byId = z.object({ id: z.uuid() });

/** Put forward, look, record marks, hand over and call back; the case itself is decided like every other. */
export function certificateRoutes(
  services: Services,
  engine: CaseEngine,
  workflows: readonly Workflow[],
  printer: Printer,
): Route[] {
  const { db } = services;
  const print = async (actor: Parameters<typeof issueCertificates>[1], of: Printed) => {
    const { papers, mark } = await issueCertificates(services, actor, of);
    return { file: (await printCertificates(printer, papers, mark)).pdf, mediaType: PDF };
  };
  return [
    route({
      method: 'GET',
      path: '/api/certificates',
      tag: TAG,
      title: '看证书办理',
      who: READERS,
      query: z.object({ year: z.coerce.number().pipe(yearShape).optional().describe('毕业年度，默认今年') }),
      answer: certificatesShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), (tx) => viewCertificates(tx, services, actor, workflows, query.year)),
    }),
    route({
      method: 'POST',
      path: '/api/certificate-batches',
      tag: TAG,
      title: '申领证书编号',
      who: SCHOOL_REGISTRAR,
      body: openBatchBody,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ caseId: await openBatch(tx, services, engine, actor, body) })),
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id/certificate-candidates',
      tag: TAG,
      title: '看证书编号名单',
      who: READERS,
      params: byId,
      answer: candidatesShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewCandidates(tx, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/certificate-batches/:id',
      tag: TAG,
      title: '看一批证书',
      who: READERS,
      params: byId,
      answer: batchShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewBatch(tx, services, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/certificate-batches/:id/certificates.pdf',
      tag: TAG,
      title: '打印一批证书',
      who: READERS,
      params: byId,
      answer: 'FILE',
      handle: ({ actor, params }) => print(actor, { batchId: params.id }),
    }),
    route({
      method: 'GET',
      path: '/api/certificates/:id/certificate.pdf',
      tag: TAG,
      title: '打印一张证书',
      who: READERS,
      params: byId,
      answer: 'FILE',
      handle: ({ actor, params }) => print(actor, { certificateId: params.id }),
    }),
    route({
      method: 'GET',
      path: '/api/certificate-batches/:id/roster.pdf',
      tag: TAG,
      title: '打印毕业生花名册',
      who: READERS,
      params: byId,
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const order = { batchId: params.id, as: 'PAPER' as const };
        const { papers, mark, code } = await issueGraduateRoster(services, actor, order);
        return { file: (await printGraduateRoster(printer, papers, mark, code)).pdf, mediaType: PDF };
      },
    }),
    route({
      method: 'GET',
      path: '/api/certificate-batches/:id/roster.xlsx',
      tag: TAG,
      title: '导出毕业生花名册',
      who: READERS,
      params: byId,
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const order = { batchId: params.id, as: 'WORKBOOK' as const };
        const { papers, mark } = await issueGraduateRoster(services, actor, order);
        const downloadAs = `${papers.schoolName}${papers.certificates}花名册.xlsx`;
        return { file: graduateRosterWorkbook(papers, mark), mediaType: XLSX, downloadAs };
      },
    }),
    route({
      method: 'POST',
      path: '/api/certificate-batches/:id/marks',
      tag: TAG,
      title: '登记证书签章',
      who: READERS,
      params: byId,
      body: markBody,
      answer: z.object({ marked: z.literal(true) }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await markBatch(tx, services, actor, { batchId: params.id, ...body });
          return { marked: true as const };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/certificates/hand-overs',
      tag: TAG,
      title: '发放证书',
      who: SCHOOL_REGISTRAR,
      body: handOverBody,
      answer: z.object({ handed: z.number().int() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ handed: await handOver(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/certificates/:id/call-backs',
      tag: TAG,
      title: '收回证书',
      who: LEADERS,
      params: byId,
      body: z.object({ reason: z.string().trim().min(1, '请写明收回原因').max(200) }),
      answer: z.object({ calledBack: z.literal(true) }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await callBackCertificate(tx, actor, { certificateId: params.id, ...body });
          return { calledBack: true as const };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/certificates/stubs',
      tag: TAG,
      title: '查证书存根',
      who: READERS,
      query: z.object({ q: z.string().trim().min(1).max(60).describe('姓名或者证书编号的开头') }),
      answer: stubsShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewStubs(tx, actor, query.q)),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/certificates',
      tag: TAG,
      title: '看学生的证书',
      who: READERS,
      params: byId,
      answer: stubsShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewStudentCertificates(tx, params.id)),
    }),
  ];
}
