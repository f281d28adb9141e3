/** 学历证明办件: its law with how many there were before, its printed application, and the stub that its end leaves. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Institution } from '../../../authorities/index.ts';
import {
  type CaseApplication,
  type CaseCheck,
  type CaseContext,
  type CaseKind,
  updateCase,
} from '../../../cases/index.ts';
import { checkOf } from '../../../changes/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { OUTCOMES } from '../../../graduation/index.ts';
import { dayOf, partsOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { takeSerials } from '../../../numbering/index.ts';
import type { Workflow } from '../../../workflow/index.ts';
import { registerPaper } from '../../issued/register-paper.ts';
import { ACADEMIC_PROOF, CERTIFICATE_STAGES, numberInPart } from '../certificate.ts';
import { askLost } from '../law/lost-law.ts';
import { type FormerStudent, PROOF_GROUNDS, type ProofData } from './academic-proof.ts';
import { findFormerStudent, insertProof } from './proof.store.ts';

type Needs = Pick<Services, 'law' | 'newId' | 'index' | 'randomBytes' | 'cipher'>;

/** The kind with its workflows. */
export function proofKind(services: Needs, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === ACADEMIC_PROOF),
    check: (context) => checkProof(services, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for an academic proof')),
    application: async ({ theCase }) => applicationOf(proofDataOf(theCase)),
    effects: { COMPLETED: (context) => completeProof(services, context) },
  };
}

export const proofDataOf = ({ data }: { data: Record<string, unknown> }): ProofData => data as unknown as ProofData;

const formerOf = (tx: Transaction, school: Institution, { studentId, stage }: ProofData) =>
  tx.beyondScope(() => findFormerStudent(tx, { schoolId: school.id, studentId, stage }));

async function checkProof({ law }: Pick<Services, 'law'>, { tx, theCase, school }: CaseContext): Promise<CaseCheck> {
  const data = proofDataOf(theCase);
  const proofsIssued = ((await formerOf(tx, school, data))?.proofs ?? 0) + data.earlierProofs;
  const asking = { law, school, day: dayOf(tx.now) };
  return checkOf(askLost(asking, { stage: data.stage, asks: 'PROOF', proofsIssued }).decision);
}

async function completeProof(services: Needs, { tx, actor, theCase, school }: CaseContext): Promise<void> {
  const data = proofDataOf(theCase);
  const student = await formerOf(tx, school, data);
  if (!student) throw refuse('CONFLICT', { what: `${data.name}的毕业结果已撤销，不能出具学历证明` });
  const on = dayOf(tx.now);
  const proof = await tx.beyondScope(() => keepProof(services, tx, actor, { student, school, caseId: theCase.id }));
  await updateCase(tx, theCase.id, { title: theCase.title, data: { ...data, done: { on, ...proof } } });
}

/** Writes the stub. The next number of the school's year is taken in the same transaction: no gap, no double. */
async function keepProof(
  services: Needs,
  tx: Transaction,
  actor: Actor,
  { student, school, caseId }: { student: FormerStudent; school: Institution; caseId: string },
): Promise<{ number: string; proofId: string }> {
  const on = dayOf(tx.now);
  const [year] = partsOf(on);
  const serial = await takeSerials(tx, `ACADEMIC_PROOF/${school.id}/${year}`, 1);
  const number = `${year}${String(serial).padStart(4, '0')}`;
  const proofId = services.newId();
  const by = asAuditActor(actor);
  const { code, id: paperId } = await registerPaper(tx, services, {
    kind: 'ACADEMIC_PROOF',
    told: {
      ...{ name: student.name, school: school.name, stage: CERTIFICATE_STAGES[student.stage] },
      ...{ outcome: OUTCOMES[student.outcome], endedOn: student.studiedTo, serial: numberInPart(number) },
    },
    ...{ institutionId: school.id, path: school.path, studentId: student.studentId, by },
  });
  const sealed = services.cipher.seal('academic_proofs', proofId, { code });
  await insertProof(tx, { ...student, id: proofId, caseId, number, issuedOn: on, paperId, sealed }, school);
  await record(tx, by, {
    action: 'ISSUE_ACADEMIC_PROOF',
    subjectKind: 'STUDENT',
    subjectId: student.studentId,
    path: school.path,
    detail: { case: caseId, stage: student.stage, ordinal: student.proofs + 1 },
  });
  return { number, proofId };
}

const applicationOf = (data: ProofData): CaseApplication => ({
  fields: [
    ['姓名', data.name],
    ['毕业学校', data.schoolName],
    ['学段和结果', `${CERTIFICATE_STAGES[data.stage]}${OUTCOMES[data.outcome]}`],
    ['原证书编号', data.certificateNumber ?? '系统内没有记载'],
    ['申请', data.proofName],
    ['原因', PROOF_GROUNDS[data.ground]],
    ['用途', data.purpose],
    ['原始档案', '学校已核实'],
  ],
  signers: ['申请人', '学校经办人', '学校主管领导'],
});
