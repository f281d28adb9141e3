/** 申请学籍异动: the school's registrar draws it up; the case waits for the leader's signature; and mending what came back. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows, record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
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
import type { AnyChangeKind, ChangeData } from '../change-kind.ts';
import type { FormValues } from '../form/form.api.ts';
import { sayForm } from '../form/read-form.ts';
import { papersOf } from '../law/read-decision.ts';
import { type PreparedChange, prepareChange, standingFor, type WhomAsked } from './prepare-change.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'newId' | 'randomBytes'>;

/** What is handed in, on paper before today where `offline` says so. */
export interface ChangeOpening extends WhomAsked, MaybeOffline {
  kind: AnyChangeKind;
  form: FormValues;
  opinion?: string | undefined;
}

/**
 * Opens the case with its first half, the proposal. Refuses what prepareChange refuses, CASE_OPEN where another case about
 * the student is open, LAW_REFUSES and REASON_NEEDED as the law of the place says.
 */
export async function openChange(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { kind, studentId, token, form, opinion, offline }: ChangeOpening,
): Promise<string> {
  const standing = await standingFor(tx, services, actor, { studentId, token });
  const prepared = await prepareChange(tx, services, kind, {
    standing,
    schoolId: actor.institution.id,
    form,
    day: appliedOn(tx, { offline }),
  });
  const { asked, way } = prepared;
  const isElsewhere = standing.schoolId !== asked.school.id;
  const one: Case = {
    id: services.newId(),
    subjectId: studentId,
    subjectKind: 'STUDENT',
    number: caseNumber(services, kind.prefix, asked.day),
    kind: kind.kind,
    workflow: way.workflow,
    title: `${standing.name} ${kind.title}`,
    schoolId: asked.school.id,
    authorityId: way.authorityId,
    parties: way.parties,
    path: asked.school.path,
    // Whoever had the child last sees that it goes on elsewhere, and finds the copy that stays there.
    counterpartPath: isElsewhere ? (await getInstitution(tx, { id: standing.schoolId })).path : way.beside,
    lawDay: asked.day,
    data: { ...dataOf(kind, prepared) },
    openedAt: tx.now,
  };
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: `OPEN_${kind.kind}`,
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
export async function mendChange(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { kindOf, caseId, form }: { kindOf: (kind: string) => AnyChangeKind | undefined; caseId: string; form: FormValues },
): Promise<void> {
  const one = await getCase(tx, caseId, { lock: true });
  const kind = kindOf(one.kind);
  if (!kind || one.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此办件' });
  if (!(await engine.may(tx, actor, caseId, 'SUBMIT'))) {
    throw refuse('NOT_ALLOWED', { what: `修改${kind.title}申请（只在退回补正期间由学校经办人修改）` });
  }
  const { found } = one.data as unknown as ChangeData;
  const prepared = await prepareChange(tx, services, kind, {
    standing: found,
    schoolId: one.schoolId,
    form,
    day: one.receivedOn ?? dayOf(tx.now),
  });
  if (prepared.way.workflow !== one.workflow) {
    throw refuse('CONFLICT', { what: '补正后办理各方有变，请撤回此件后重新申请' });
  }
  await updateCase(tx, caseId, { title: one.title, data: { ...dataOf(kind, prepared) } });
  await record(tx, asAuditActor(actor), {
    action: `MEND_${kind.kind}`,
    subjectKind: 'CASE',
    subjectId: caseId,
    path: one.path,
    detail: { number: one.number },
  });
}

function dataOf(kind: AnyChangeKind, { asked, fields, decision }: PreparedChange): ChangeData {
  const { form, standing, school } = asked;
  const { name, gender, numberMasked } = standing;
  return {
    form,
    student: { name, gender, numberMasked },
    schoolName: school.name,
    // What the case before it held is that case's own.
    found: { ...standing, begunWith: null },
    said: [...(kind.before?.(asked) ?? []), ...sayForm(fields, form as FormValues)],
    papers: papersOf(decision),
    after: kind.after,
  };
}
