/** 学历证明接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { institutionsById } from '../../authorities/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import { OUTCOMES } from '../../graduation/index.ts';
import type { Printer } from '../printing/typst-printer.ts';
import { CERTIFICATE_STAGES } from './certificate.ts';
import { issueAcademicProof } from './printing/issue-proof.ts';
import { printAcademicProof } from './printing/proof-paper.ts';
import { openProof, previewProof } from './proof/open-proof.ts';
import { findFormer, listProofs } from './proof/proof.store.ts';
import { formerShape, openProofBody, previewQuery, previewShape, proofsShape } from './proofs.api.ts';

const LEVELS: Level[] = ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'];
const OFFICERS: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
const READERS = { roles: OFFICERS, levels: LEVELS };
const SCHOOL_REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const TAG = '证书';
const MOST_FOUND = 50;
const MOST_LISTED = 500;

/** Find a former student, ask what may be had, apply, and print what was given; the case is decided like every other. */
export function proofRoutes(services: Services, engine: CaseEngine, printer: Printer): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/former-students',
      tag: TAG,
      title: '查在本校毕业、结业、肄业的学生',
      who: SCHOOL_REGISTRAR,
      query: z.object({ q: z.string().trim().min(1).max(60).describe('姓名的开头') }),
      answer: formerShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          const wanted = { schoolId: actor.institution.id, name: query.q, limit: MOST_FOUND };
          const found = await tx.beyondScope(() => findFormer(tx, wanted));
          return {
            items: found.map(({ studentId, name, stage, outcome, studiedTo, certificateNumber, proofs }) => ({
              ...{ studentId, name, stage, outcome, endedOn: studiedTo, certificateNumber, proofs },
              title: `${CERTIFICATE_STAGES[stage]}${OUTCOMES[outcome]}`,
            })),
          };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/academic-proofs/preview',
      tag: TAG,
      title: '预查学历证明',
      who: SCHOOL_REGISTRAR,
      query: previewQuery,
      answer: previewShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => previewProof(tx, services, actor, query)),
    }),
    route({
      method: 'GET',
      path: '/api/academic-proofs',
      tag: TAG,
      title: '看学历证明存根',
      who: READERS,
      answer: proofsShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => {
          const proofs = await listProofs(tx, actor.institution.path, MOST_LISTED);
          const schools = await institutionsById(tx, [...new Set(proofs.map(({ schoolId }) => schoolId))]);
          return {
            items: proofs.map(({ id, caseId, studentId, number, ordinal, name, stage, outcome, ...one }) => ({
              ...{ id, caseId, studentId, number, ordinal, name, certificateNumber: one.certificateNumber },
              ...{ title: `${CERTIFICATE_STAGES[stage]}${OUTCOMES[outcome]}`, issuedOn: one.issuedOn },
              schoolName: schools.get(one.schoolId)?.name ?? '',
            })),
          };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/academic-proofs',
      tag: TAG,
      title: '申请学历证明',
      who: SCHOOL_REGISTRAR,
      body: openProofBody,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ caseId: await openProof(tx, services, engine, actor, body) })),
    }),
    route({
      method: 'GET',
      path: '/api/academic-proofs/:id/proof.pdf',
      tag: TAG,
      title: '打印学历证明',
      who: READERS,
      params: z.object({ id: z.uuid() }),
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const { papers, mark } = await issueAcademicProof(services, actor, params.id);
        return { file: (await printAcademicProof(printer, papers, mark)).pdf, mediaType: 'application/pdf' };
      },
    }),
  ];
}
