/** 拟撤销变动: a registrar of the authority above proposes with a reason; it waits for the leader's signature. */
import { type Actor, asAuditActor, type Services } from '../access/index.ts';
import { auditRows } from '../audit/record.store.ts';
import { type Case, type CaseEngine, caseNumber, claimStudent } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import { assessReversal, standsAbove } from './assess-reversal.ts';
import { type OwnUndoings, REVERSAL, type ReversalData } from './reversal.ts';

/**
 * Opens the case with its first half. Refuses NOT_FOUND outside the caller's scope, NOT_ALLOWED to whoever does not stand
 * above every school of the case, LAW_REFUSES where something came after it, CASE_OPEN where another case is open.
 */
export async function openReversal(
  tx: Transaction,
  services: Pick<Services, 'calendar' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  own: OwnUndoings,
  actor: Actor,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<string> {
  const { target, traces, reversible, reversed, against, restores } = await assessReversal(tx, engine, own, caseId);
  if (!standsAbove(actor, target))
    throw refuse('NOT_ALLOWED', { what: '撤销此次变动（由各校共同的上级主管部门办理）' });
  if (reversed) throw refuse('CONFLICT', { what: `此件已于${reversed.on}撤销（${reversed.number}），不再撤销` });
  if (!reversible) throw refuse('CONFLICT', { what: '此件没有办结的学籍变动可以撤销' });
  if (against) throw refuse('LAW_REFUSES', { sentence: against });
  const day = dayOf(tx.now);
  const { subjectId, number, title } = target;
  const of = { caseId, subjectId, number, kindTitle: engine.workflowOf(target).title, title };
  const students = traces.map(({ studentId }) => studentId);
  const data: ReversalData = { of, students, restores };
  const one: Case = {
    id: services.newId(),
    subjectId,
    subjectKind: target.subjectKind,
    number: caseNumber(services, 'CX', day),
    kind: REVERSAL,
    workflow: 'reversal',
    title: `撤销：${title}`,
    schoolId: target.schoolId,
    authorityId: actor.institution.id,
    parties: { authority: actor.institution.id },
    path: target.path,
    counterpartPath: target.counterpartPath,
    lawDay: day,
    data: { ...data },
    openedAt: tx.now,
  };
  const titleOf = (workflow: string) => engine.workflowOf({ workflow }).title;
  for (const studentId of students.slice(1)) {
    await claimStudent(tx, services.calendar, { ...one, subjectId: studentId }, titleOf);
  }
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: 'OPEN_REVERSAL',
      subjectKind: target.subjectKind,
      subjectId,
      path: target.path,
      reason,
      detail: { number: one.number, of: number },
    },
  ]);
  await engine.open(tx, actor, one, { action: 'REVERSE', opinion: reason }, trace);
  return one.id;
}
