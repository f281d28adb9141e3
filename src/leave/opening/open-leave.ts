/** 申请休学、延长、复学: the school's registrar draws it up; the case waits for the leader's signature. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows, record } from '../../audit/record.store.ts';
import {
  appliedOn,
  type Case,
  type CaseEngine,
  caseNumber,
  getCase,
  type MaybeOffline,
  updateCase,
} from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isLeaveKind, type LeaveData } from '../leave.ts';
import type { LeaveMatter, LeaveOpening } from '../leave-form.ts';
import { type PreparedLeave, prepareLeave } from './prepare-leave.ts';
import { sayForm } from './say-form.ts';

type Needs = Pick<Services, 'law' | 'newId' | 'randomBytes'>;

const NUMBERED = { LEAVE: 'XX', LEAVE_EXTENSION: 'YX', RETURN: 'FX' } as const;
const WORDS = { LEAVE: '休学', LEAVE_EXTENSION: '延长休学', RETURN: '复学' } as const;

/**
 * Opens the case with its first half, the proposal. Refuses what prepareLeave refuses, CASE_OPEN where another case about
 * the student is open, LAW_REFUSES and REASON_NEEDED as the law of the place says.
 */
export async function openLeave(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { studentId, matter, opinion, offline }: LeaveOpening & MaybeOffline,
): Promise<string> {
  const prepared = await prepareLeave(tx, services, actor, { studentId, matter, day: appliedOn(tx, { offline }) });
  const { asked, way } = prepared;
  const one: Case = {
    id: services.newId(),
    subjectId: studentId,
    subjectKind: 'STUDENT',
    number: caseNumber(services, NUMBERED[matter.kind], asked.day),
    kind: matter.kind,
    workflow: way.workflow,
    title: `${asked.standing.name} ${WORDS[matter.kind]}`,
    schoolId: asked.school.id,
    authorityId: way.authorityId,
    parties: way.parties,
    path: asked.school.path,
    counterpartPath: way.beside,
    lawDay: asked.day,
    data: { ...dataOf(prepared) },
    openedAt: tx.now,
  };
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: `OPEN_${matter.kind}`,
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: one.path,
      detail: { number: one.number },
    },
  ]);
  await engine.open(tx, actor, one, { action: 'SUBMIT', opinion, offline }, trace);
  return one.id;
}

/** 补正: replaces the form while the school has the case. Refuses NOT_ALLOWED while somebody else has it. */
export async function mendLeave(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { caseId, matter }: { caseId: string; matter: LeaveMatter },
): Promise<void> {
  const one = await getCase(tx, caseId, { lock: true });
  if (!isLeaveKind(one.kind) || one.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此办件' });
  if (one.kind !== matter.kind) throw refuse('BAD_INPUT', { what: '补正不改变所办事项，请撤回后另行申请' });
  if (!(await engine.may(tx, actor, caseId, 'SUBMIT'))) {
    throw refuse('NOT_ALLOWED', { what: `修改${WORDS[one.kind]}申请（只在退回补正期间由学校经办人修改）` });
  }
  const prepared = await prepareLeave(tx, services, actor, {
    ...{ studentId: one.subjectId, matter },
    day: one.receivedOn ?? dayOf(tx.now),
  });
  if (prepared.way.workflow !== one.workflow) {
    throw refuse('CONFLICT', { what: '补正后办理各方有变，请撤回此件后重新申请' });
  }
  await updateCase(tx, caseId, { title: one.title, data: { ...dataOf(prepared) } });
  await record(tx, asAuditActor(actor), {
    action: `MEND_${one.kind}`,
    subjectKind: 'CASE',
    subjectId: caseId,
    path: one.path,
    detail: { number: one.number },
  });
}

function dataOf({ asked, papers }: PreparedLeave): LeaveData {
  const { matter, standing, school } = asked;
  const { name, gender, numberMasked, stage, grade, running } = standing;
  const student = { name, gender, numberMasked };
  return { matter, student, stage, grade, schoolName: school.name, papers, running, said: sayForm(matter, running) };
}
