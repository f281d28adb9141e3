/** 学生文书接口: what was issued of a student, a proof of registration, and taking a paper back. */
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
} from '../../../access/index.ts';
import type { Printer } from '../../printing/typst-printer.ts';
import { issueProofOfRegistration, printProof } from '../proof/issue-proof.ts';
import { proofBody } from '../proof/proof.api.ts';
import { revokePaper } from '../revoke-paper.ts';
import { issuedPaperShape } from '../verify.api.ts';
import { listIssuedPapers } from '../verify-paper.ts';

const TAG = '文书';
const OFFICERS: Role[] = ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'];
const LEVELS: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'];
const listShape = z.object({ items: z.array(issuedPaperShape) });
const studentId = z.object({ id: z.uuid() });

type Needs = Pick<Services, 'db' | 'cipher' | 'index' | 'randomBytes'>;

/** The routes; `printer` is the one print queue of the process. */
export function studentPaperRoutes(services: Needs, printer: Printer): Route[] {
  const { db } = services;
  const list = (actor: Actor, id: string) =>
    db.read(scopeOf(actor), async (tx) => ({ items: await listIssuedPapers(tx, id) }));
  return [
    route({
      method: 'GET',
      path: '/api/students/:id/papers',
      tag: TAG,
      title: '列出学生的文书',
      who: { roles: OFFICERS, levels: LEVELS },
      params: studentId,
      answer: listShape,
      handle: ({ actor, params }) => list(actor, params.id),
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/proofs-of-registration',
      tag: TAG,
      title: '开具在籍证明',
      who: { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] },
      params: studentId,
      body: proofBody,
      answer: 'FILE',
      handle: async ({ actor, params, body }) => {
        const order = { ...body, studentId: params.id, by: asAuditActor(actor), place: actor.institution.name };
        const issued = await db.write(scopeOf(actor), (tx) => issueProofOfRegistration(tx, services, order));
        const file = await printProof(services, printer, issued);
        return { file, mediaType: 'application/pdf', downloadAs: `在籍证明-${issued.validUntil}止.pdf` };
      },
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/papers/:paperId/revocation',
      tag: TAG,
      title: '撤销文书',
      who: { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR'], levels: LEVELS },
      params: studentId.extend({ paperId: z.uuid() }),
      body: z.object({ reason: z.string().trim().min(1).max(200) }),
      answer: listShape,
      handle: async ({ actor, params, body }) => {
        const { id, paperId } = params;
        await db.write(scopeOf(actor), (tx) =>
          revokePaper(tx, asAuditActor(actor), { studentId: id, paperId, reason: body.reason }),
        );
        return list(actor, id);
      },
    }),
  ];
}
