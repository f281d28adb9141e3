/** 申请学历证明: what the law says to the wish, and the case that the school of graduation opens for whoever asks it. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { auditRows } from '../../../audit/record.store.ts';
import { getInstitution, type Institution, institutionsById } from '../../../authorities/index.ts';
import { type CaseEngine, caseNumber } from '../../../cases/index.ts';
import { papersOf, shownFinding, wayByLaw } from '../../../changes/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import { ACADEMIC_PROOF, CERTIFICATE_STAGES } from '../certificate.ts';
import { askLost, type LostWish } from '../law/lost-law.ts';
import type { ProofPreview } from '../proofs.api.ts';
import type { FormerStudent, ProofData, ProofGround } from './academic-proof.ts';
import { findFormerStudent } from './proof.store.ts';

export interface ProofWish {
  studentId: string;
  stage: Stage;
  asks: LostWish;
  ground: ProofGround;
  purpose: string;
  /** 原始档案已核实. */
  fileChecked: boolean;
  earlierProofs: number;
  opinion?: string | undefined;
}

type Needs = Pick<Services, 'law' | 'newId' | 'randomBytes'>;

/** 审核的各方, in their order. */
const REVIEWERS = [
  ['school', '毕业学校'],
  ['authority', '学籍主管部门'],
  ['city', '市级教育行政部门'],
] as const;

const asked = (school: Institution, stage: Stage, now: Date) => ({
  ...{ tables: 'academic-proof', school, stage, day: dayOf(now) },
});

/** What would come of a wish: the law's findings, the papers, and through whose hands it goes. */
export async function previewProof(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  wish: Pick<ProofWish, 'studentId' | 'stage' | 'asks' | 'earlierProofs'>,
): Promise<ProofPreview> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const student = await getFormer(tx, school, wish);
  const { decision, proofName, against } = lawFor(services, tx, school, student, wish);
  const { parties } = await wayByLaw(tx, asked(school, wish.stage, tx.now), decision);
  const offices = REVIEWERS.flatMap(([party, role]) => (parties[party] ? [{ role, id: parties[party] }] : []));
  const named = await institutionsById(
    tx,
    offices.map(({ id }) => id),
  );
  return {
    ...{ name: student.name, proofName, against: against ?? null, verdict: decision.verdict },
    findings: decision.findings.map(shownFinding),
    papers: papersOf(decision),
    steps: (against ? [] : offices).map(({ role, id }) => ({ role, institutionName: named.get(id)?.name ?? '' })),
  };
}

/**
 * Opens the case. Refuses LAW_REFUSES where a second certificate is asked for (SC-43.1, SX-38.1), NOT_FOUND for whom the
 * registry does not know to have ended the stage at this school, BAD_INPUT while nobody has looked into the original file.
 */
export async function openProof(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  wish: ProofWish,
): Promise<string> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const student = await getFormer(tx, school, wish);
  const { decision, proofName, against } = lawFor(services, tx, school, student, wish);
  if (against) throw refuse('LAW_REFUSES', { sentence: against });
  if (!wish.fileChecked) throw refuse('BAD_INPUT', { what: '请先核实原始档案，再出具证明' });
  const day = dayOf(tx.now);
  const way = await wayByLaw(tx, asked(school, wish.stage, tx.now), decision);
  const data: ProofData = {
    ...{ studentId: student.studentId, name: student.name, schoolName: school.name, stage: student.stage },
    ...{ outcome: student.outcome, proofName, ground: wish.ground, purpose: wish.purpose },
    ...{ certificateNumber: student.certificateNumber, earlierProofs: wish.earlierProofs },
  };
  const id = services.newId();
  const number = caseNumber(services, 'XL', day);
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: 'OPEN_ACADEMIC_PROOF',
      subjectKind: 'STUDENT',
      subjectId: student.studentId,
      path: school.path,
      detail: { number, stage: wish.stage, ground: wish.ground },
    },
  ]);
  await engine.open(
    tx,
    actor,
    {
      // About what the school once gave out: the student may be at another school now, with matters of its own there.
      ...{ id, subjectId: school.id, subjectKind: 'INSTITUTION', number, kind: ACADEMIC_PROOF },
      ...{ workflow: way.workflow, title: `${student.name} ${CERTIFICATE_STAGES[wish.stage]}${proofName}` },
      ...{ schoolId: school.id, authorityId: way.authorityId, parties: way.parties, path: school.path },
      ...{ counterpartPath: way.beside, lawDay: day, data: { ...data }, openedAt: tx.now },
    },
    { action: 'SUBMIT', opinion: wish.opinion },
    trace,
  );
  return id;
}

async function getFormer(
  tx: Transaction,
  school: Institution,
  { studentId, stage }: Pick<ProofWish, 'studentId' | 'stage'>,
): Promise<FormerStudent> {
  const found = await tx.beyondScope(() => findFormerStudent(tx, { schoolId: school.id, studentId, stage }));
  if (found) return found;
  const how = '早年毕业的，先核对纸质毕业生花名册，报学籍主管部门补录学籍后再办；在他校毕业的，到毕业学校办理';
  throw refuse('NOT_FOUND', { what: `此人在本校${CERTIFICATE_STAGES[stage]}毕业、结业或肄业的记录（${how}）` });
}

const lawFor = (
  { law }: Pick<Services, 'law'>,
  tx: Transaction,
  school: Institution,
  student: FormerStudent,
  { stage, asks, earlierProofs }: Pick<ProofWish, 'stage' | 'asks' | 'earlierProofs'>,
) => askLost({ law, school, day: dayOf(tx.now) }, { stage, asks, proofsIssued: student.proofs + earlierProofs });
