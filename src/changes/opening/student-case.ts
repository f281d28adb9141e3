/** 学生办件的提出与补正: what opening and mending a case about one student have in common, whatever the matter is. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows, record } from '../../audit/record.store.ts';
import { getInstitution, type Institution } from '../../authorities/index.ts';
import { type Case, type CaseEngine, caseNumber, getCase, type MaybeOffline, updateCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { ChangeWay } from '../law/way-by-law.ts';
import type { StudentStanding } from '../standing/standing.store.ts';

/** A matter about a student, ready to be opened. */
export interface StudentMatter extends MaybeOffline {
  kind: string;
  /** Of its numbers: XX in XX-2026-1010-K7Q2M. */
  prefix: string;
  /** 休学 */
  title: string;
  standing: Pick<StudentStanding, 'studentId' | 'name' | 'schoolId'>;
  /** The school that asks. */
  school: Institution;
  day: CivilDate;
  way: ChangeWay;
  data: object;
  opinion?: string | undefined;
}

/**
 * Opens the case with its first half, the proposal, and leaves its row about the student. Refuses CASE_OPEN where another
 * case about the student is open, LAW_REFUSES and REASON_NEEDED as the law of the place says.
 */
export async function openStudentCase(
  tx: Transaction,
  services: Pick<Services, 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  { kind, prefix, title, standing, school, day, way, data, opinion, offline }: StudentMatter,
): Promise<string> {
  const { studentId, name, schoolId } = standing;
  const one: Case = {
    id: services.newId(),
    subjectId: studentId,
    subjectKind: 'STUDENT',
    number: caseNumber(services, prefix, day),
    kind,
    workflow: way.workflow,
    title: `${name} ${title}`,
    schoolId: school.id,
    authorityId: way.authorityId,
    parties: way.parties,
    path: school.path,
    // Whoever had the child last sees that it goes on elsewhere, and finds the copy that stays there.
    counterpartPath: schoolId === school.id ? way.beside : (await getInstitution(tx, { id: schoolId })).path,
    lawDay: day,
    data: { ...data },
    openedAt: tx.now,
  };
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: `OPEN_${kind}`,
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: one.path,
      detail: { number: one.number },
    },
  ]);
  await engine.open(tx, actor, one, { action: 'SUBMIT', opinion, offline }, trace);
  return one.id;
}

/**
 * The case whose form is to be replaced, locked. Refuses NOT_FOUND for another school's or a kind without a title here,
 * NOT_ALLOWED while somebody else has it.
 */
export async function getMendable(
  tx: Transaction,
  engine: CaseEngine,
  actor: Actor,
  caseId: string,
  titleOf: (kind: string) => string | undefined,
): Promise<Case> {
  const one = await getCase(tx, caseId, { lock: true });
  const title = titleOf(one.kind);
  if (title === undefined || one.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此办件' });
  if (!(await engine.may(tx, actor, caseId, 'SUBMIT'))) {
    throw refuse('NOT_ALLOWED', { what: `修改${title}申请（只在退回补正期间由学校经办人修改）` });
  }
  return one;
}

/** 补正: replaces what the case holds. Refuses CONFLICT where the mended form would go through other hands. */
export async function mendStudentCase(
  tx: Transaction,
  actor: Actor,
  one: Case,
  { way, data }: { way: Pick<ChangeWay, 'workflow'>; data: object },
): Promise<void> {
  if (way.workflow !== one.workflow) {
    throw refuse('CONFLICT', { what: '补正后办理各方有变，请撤回此件后重新申请' });
  }
  await updateCase(tx, one.id, { title: one.title, data: { ...data } });
  await record(tx, asAuditActor(actor), {
    action: `MEND_${one.kind}`,
    subjectKind: 'CASE',
    subjectId: one.id,
    path: one.path,
    detail: { number: one.number },
  });
}
