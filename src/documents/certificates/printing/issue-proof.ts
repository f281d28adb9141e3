/** 打印学历证明: the proof with its stub, by a school of graduation or whoever stands above; each printing leaves its row. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { getInstitution, institutionsById, nameOn } from '../../../authorities/index.ts';
import { getCase } from '../../../cases/index.ts';
import { genders, labelOf } from '../../../students/index.ts';
import { styleAt } from '../../styles/style-at.ts';
import { PROOF_GROUNDS } from '../proof/academic-proof.ts';
import { getProof } from '../proof/proof.store.ts';
import { proofDataOf } from '../proof/proof-case.ts';
import { type IssuedPapers, photoOf } from './issue-certificates.ts';
import type { AcademicProofPaper } from './proof-paper.ts';

/** Who reviews it, in the order of the case. */
const STAMPERS = ['school', 'authority', 'city'] as const;

/** Refuses NOT_FOUND outside the caller's scope. */
export async function issueAcademicProof(
  services: Pick<Services, 'db' | 'cipher' | 'files'>,
  actor: Actor,
  proofId: string,
): Promise<IssuedPapers<AcademicProofPaper>> {
  const { paper, photoId, printedAt, style } = await services.db.write(scopeOf(actor), async (tx) => {
    const proof = await getProof(tx, proofId);
    const theCase = await getCase(tx, proof.caseId);
    const data = proofDataOf(theCase);
    const school = await getInstitution(tx, { id: proof.schoolId });
    const offices = STAMPERS.flatMap((party) => theCase.parties[party] ?? []);
    const named = await institutionsById(tx, offices);
    await record(tx, asAuditActor(actor), {
      action: 'PRINT_ACADEMIC_PROOF',
      subjectKind: 'STUDENT',
      subjectId: proof.studentId,
      path: proof.path,
      detail: { proof: proof.id, ordinal: proof.ordinal },
    });
    const drawn: AcademicProofPaper = {
      ...{ proofName: data.proofName, schoolName: await nameOn(tx, school, proof.studiedTo), number: proof.number },
      ...{ stage: proof.stage, outcome: proof.outcome, studiedFrom: proof.studiedFrom, studiedTo: proof.studiedTo },
      ...{ ordinal: proof.ordinal + data.earlierProofs, name: proof.name, bornOn: proof.bornOn },
      ...{ sex: labelOf(genders, proof.gender) ?? '', certificateNumber: proof.certificateNumber },
      ...{ ground: PROOF_GROUNDS[data.ground], purpose: data.purpose, issuedOn: proof.issuedOn },
      stamps: offices.map((id) => named.get(id)?.name ?? ''),
      verificationCode: (services.cipher.open('academic_proofs', proof.id, proof.sealed) as { code: string }).code,
    };
    const style = await styleAt(tx, 'academic-proof', school.placeCode);
    return { paper: drawn, photoId: proof.photoId, printedAt: tx.now, style };
  });
  const photo = photoId ? await photoOf(services, photoId) : undefined;
  const mark = { place: actor.institution.name, person: actor.personName, printedAt, style };
  return { papers: { ...paper, photo }, mark };
}
