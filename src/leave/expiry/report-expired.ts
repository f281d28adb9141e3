/** 期满未复学的书面报告: where urging had no effect the school reports to whom the law names; whoever got it gives a receipt. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import { getCase, updateCase } from '../../cases/index.ts';
import { placeOf } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Law, Stage } from '../../policy/index.ts';
import { runningOf } from '../law/ask-leave.ts';
import { findLeave, getLeaveStanding } from '../leave.store.ts';
import type { LeaveData, LeaveReport, ReportedTo } from '../leave.ts';

const RECIPIENTS: readonly ReportedTo[] = ['TOWNSHIP', 'COUNTY', 'AUTHORITY'];

interface ExpiredLeave {
  stage: Stage;
  endsOn: CivilDate;
  urgedOn: CivilDate;
  place: ReturnType<typeof placeOf>;
  day: CivilDate;
}

/** To whom, as the texts on leave and on dropouts name them; the supervising authority where they name nobody. */
export function recipientsOf(law: Law, { stage, endsOn, urgedOn, place, day }: ExpiredLeave): ReportedTo[] {
  const where = { ...place, day };
  const expired = law.ask('leave-expired', where, { stage, endsOn, urgedOn, extensionRequested: false });
  const dropout = law.ask('dropout-report', where, { stage, leaveEndedOn: endsOn, dropout: true });
  const lists = law.rulesFor('dropout-report', where).flatMap(({ id }) => law.parametersOf(id, where));
  const named = new Set<unknown>([
    ...[...expired.requirements, ...dropout.requirements].flatMap((one) => (one.kind === 'STEP' ? [one.by] : [])),
    ...lists.flatMap(({ name, value }) => (name === 'recipients' && Array.isArray(value) ? value : [])),
  ]);
  const found = RECIPIENTS.filter((one) => named.has(one));
  return found.length > 0 ? found : ['AUTHORITY'];
}

/** Refuses NOT_FOUND for a student of another school, STEP_NOT_ALLOWED before it was urged, BAD_INPUT for a day that cannot be. */
export async function reportExpired(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  { studentId, on, says }: { studentId: string; on: CivilDate; says: string },
): Promise<void> {
  const standing = await getLeaveStanding(tx, studentId);
  if (standing.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此学生' });
  const { endsOn } = runningOf(standing);
  const one = await getCase(tx, standing.begunBy, { lock: true });
  const data = one.data as unknown as LeaveData;
  const today = dayOf(tx.now);
  const { urgedOn } = data;
  if (!urgedOn) throw refuse('STEP_NOT_ALLOWED', { state: '学校尚未登记督促复学', action: '书面报告' });
  if (data.report) throw refuse('STEP_NOT_ALLOWED', { state: `已于${data.report.on}书面报告`, action: '书面报告' });
  if (on < urgedOn || on > today)
    throw refuse('BAD_INPUT', { what: `报告日期须在督促之日${urgedOn}以后，且不晚于今天` });
  const school = await getInstitution(tx, { id: standing.schoolId });
  const asked = { stage: standing.stage, endsOn, urgedOn, place: placeOf(school), day: today };
  const report: LeaveReport = { to: recipientsOf(law, asked), on, says, personName: actor.personName };
  await updateCase(tx, one.id, { title: one.title, data: { ...data, report } });
  await record(tx, asAuditActor(actor), {
    action: 'REPORT_EXPIRED_LEAVE',
    ...{ subjectKind: 'STUDENT', subjectId: studentId, path: one.path },
    detail: { case: one.number, to: report.to, on },
  });
}

/**
 * 回执: by the authority itself, or by the school for what came back on paper from outside. Refuses NOT_FOUND outside the
 * caller's place, STEP_NOT_ALLOWED where nothing was reported or a receipt is there.
 */
export async function receiptReport(
  tx: Transaction,
  actor: Actor,
  { studentId, on, number, says }: { studentId: string; on: CivilDate; number?: string | undefined; says: string },
): Promise<void> {
  const leave = await findLeave(tx, studentId);
  if (!leave) throw refuse('NOT_FOUND', { what: '此学生' });
  const one = await getCase(tx, leave.begunBy, { lock: true });
  const data = one.data as unknown as LeaveData;
  const { report } = data;
  if (!report) throw refuse('STEP_NOT_ALLOWED', { state: '学校尚未书面报告', action: '登记回执' });
  if (report.receipt) throw refuse('STEP_NOT_ALLOWED', { state: `${report.receipt.on}已有回执`, action: '登记回执' });
  if (actor.institution.level === 'SCHOOL' && !report.to.includes('TOWNSHIP')) {
    throw refuse('NOT_ALLOWED', { what: '登记回执（由收到报告的教育行政部门登记）' });
  }
  if (on < report.on || on > dayOf(tx.now)) {
    throw refuse('BAD_INPUT', { what: `回执日期须在报告之日${report.on}以后，且不晚于今天` });
  }
  const receipt = { on, says, ...(number ? { number } : {}), institutionName: actor.institution.name };
  await updateCase(tx, one.id, { title: one.title, data: { ...data, report: { ...report, receipt } } });
  await record(tx, asAuditActor(actor), {
    action: 'RECEIPT_EXPIRED_LEAVE',
    ...{ subjectKind: 'STUDENT', subjectId: studentId, path: one.path },
    detail: { case: one.number, on },
  });
}
