/** 报请取消: the school reports, or the supervising authority takes it up; only the authority decides. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { auditRows } from '../../../audit/record.store.ts';
import { getSupervision } from '../../../authorities/index.ts';
import { type Case, type CaseEngine, caseNumber } from '../../../cases/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { askedEntry, saidWith } from '../check-in/ask-check-in.ts';
import { ROLL_ENDS, type RollRow } from '../roll/admitted.ts';
import { changeAdmitted, lockAdmitted } from '../roll/roll.store.ts';
import { askCancellation } from './ask-cancellation.ts';
import type { CancellationRequest } from './cancellation.api.ts';
import { type CancellationData, ENTRY_CANCELLATION } from './cancellation.ts';
import { CANCELLATION_GROUNDS } from './cancellation-words.api.ts';

/** Answers with the case. Refuses NOT_FOUND, STEP_NOT_ALLOWED, NOT_ALLOWED for another authority, LAW_REFUSES. */
export async function openCancellation(
  tx: Transaction,
  services: Pick<Services, 'law' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  id: string,
  { ground, reason, paper }: CancellationRequest,
): Promise<string> {
  const row = await lockAdmitted(tx, id);
  refuseUnfit(row, ground);
  const day = dayOf(tx.now);
  const { authorityId } = await getSupervision(tx, row.schoolId, row.stage, day);
  const bySchool = actor.institution.id === row.schoolId;
  if (!bySchool && actor.institution.id !== authorityId) {
    throw refuse('NOT_ALLOWED', { what: '审查此校的入学资格（由学校报请，学籍主管部门审查）' });
  }
  const findings = await askCancellation(tx, services, await askedEntry(tx, row), ground);
  const forbidden = findings.find(({ verdict }) => verdict === 'REFUSE');
  if (forbidden) throw refuse('LAW_REFUSES', { sentence: saidWith(forbidden) });
  const { name, stage, schoolName, registered, schoolId, path } = row;
  const data: CancellationData = {
    ...{ rollId: id, name, stage, schoolName, ground, reason, registered },
    paper: { ...paper, issuedOn: paper.issuedOn as CivilDate },
  };
  const studentId = registered ? (row.studentId ?? row.entrantId) : null;
  const one: Case = {
    id: services.newId(),
    subjectId: studentId ?? schoolId,
    subjectKind: studentId ? 'STUDENT' : 'INSTITUTION',
    number: caseNumber(services, 'QX', day),
    kind: ENTRY_CANCELLATION,
    workflow: bySchool ? 'entry-cancellation' : 'entry-cancellation-authority',
    title: `${name} 取消入学资格：${CANCELLATION_GROUNDS[ground]}`,
    ...{ schoolId, authorityId, path, counterpartPath: null },
    parties: { ...(bySchool ? { school: schoolId } : {}), authority: authorityId },
    lawDay: day,
    data: { ...data },
    openedAt: tx.now,
  };
  await changeAdmitted(tx, [id], { caseId: one.id });
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: 'OPEN_ENTRY_CANCELLATION',
      subjectKind: 'INSTITUTION',
      subjectId: schoolId,
      path,
      detail: { entry: id, ground, number: one.number },
    },
  ]);
  await engine.open(tx, actor, one, { action: bySchool ? 'SUBMIT' : 'CANCEL', opinion: reason }, trace);
  return one.id;
}

function refuseUnfit(row: RollRow, ground: CancellationRequest['ground']): void {
  const action = '取消入学资格';
  if (row.endedOn) throw refuse('STEP_NOT_ALLOWED', { state: ROLL_ENDS[row.endReason ?? 'MISTAKE'], action });
  if (row.caseId && !row.registered)
    throw refuse('STEP_NOT_ALLOWED', { state: '已有在办的办件，办结或撤回后再办', action });
  if (row.entrantState === 'SUBMITTED') {
    throw refuse('STEP_NOT_ALLOWED', { state: '入学注册正在核办，退回或撤回后再办', action });
  }
  if (ground === 'NO_SHOW' && row.checkedInOn) {
    throw refuse('STEP_NOT_ALLOWED', { state: `已于${row.checkedInOn}报到`, action });
  }
}
