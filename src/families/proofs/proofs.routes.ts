/** 家长自助在籍证明: drawn by the guardian, limited in time and in what it tells, seen with its looks, taken back at any time. */
import { z } from 'zod';
import { type FamilyCaller, familyAsAuditActor, type Route, route, type Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import {
  type IssuedPaper,
  issuedPaperShape,
  issueProofOfRegistration,
  listIssuedPapers,
  type Printer,
  printProof,
  proofBody,
  revokePaper,
} from '../../documents/index.ts';
import { refuse } from '../../kernel/refusal.ts';

const TAG = '家长';
const WHO = 'FAMILY';
/** So many that hold at a time: whoever needs more takes one back. */
const MOST_VALID = 10;
/** Who in the school drew a paper is the school's to know. */
const ownPaperShape = issuedPaperShape
  .omit({ issuedByName: true, revokedByName: true, kind: true })
  .extend({ own: z.boolean().describe('由读者本人开具，可撤销') });
const listShape = z.object({ items: z.array(ownPaperShape) });

/** Drawing, seeing, taking back. */
export function proofRoutes(services: Services, printer: Printer): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/family/papers-issued',
      tag: TAG,
      title: '家长看已开的文书',
      who: WHO,
      answer: listShape,
      handle: ({ family }) => db.read(family.scope, async (tx) => ({ items: await ownPapers(tx, family) })),
    }),
    route({
      method: 'POST',
      path: '/api/family/proofs-of-registration',
      tag: TAG,
      title: '家长开具在籍证明',
      who: WHO,
      body: proofBody,
      answer: 'FILE',
      handle: async ({ family, body }) => {
        const issued = await db.write(family.scope, async (tx) => {
          const held = (await ownPapers(tx, family)).filter(({ own, state }) => own && state === 'VALID');
          if (held.length >= MOST_VALID)
            throw refuse('CONFLICT', { what: `您已有${MOST_VALID}份有效的证明，可先撤销一份` });
          const by = familyAsAuditActor(family);
          return issueProofOfRegistration(tx, services, { ...body, studentId: family.studentId, by, place: '家长端' });
        });
        const file = await printProof(services, printer, issued);
        return { file, mediaType: 'application/pdf', downloadAs: `在籍证明-${issued.validUntil}止.pdf` };
      },
    }),
    route({
      method: 'POST',
      path: '/api/family/papers-issued/:id/revocation',
      tag: TAG,
      title: '家长撤销在籍证明',
      who: WHO,
      params: z.object({ id: z.uuid() }),
      answer: listShape,
      handle: ({ family, params }) =>
        db.write(family.scope, async (tx) => {
          const one = (await ownPapers(tx, family)).find(({ paperId, own }) => own && paperId === params.id);
          if (!one) throw refuse('NOT_FOUND', { what: '由您开具的此份证明' });
          const { studentId } = family;
          await revokePaper(tx, familyAsAuditActor(family), { studentId, paperId: params.id, reason: '家长撤销' });
          return { items: await ownPapers(tx, family) };
        }),
    }),
  ];
}

async function ownPapers(tx: Transaction, family: FamilyCaller): Promise<z.infer<typeof ownPaperShape>[]> {
  const { personName } = familyAsAuditActor(family);
  return (await listIssuedPapers(tx, family.studentId)).map((paper: IssuedPaper) => {
    const { issuedByName, revokedByName: _, kind, ...rest } = paper;
    return { ...rest, own: kind === 'PROOF_OF_REGISTRATION' && issuedByName === personName };
  });
}
