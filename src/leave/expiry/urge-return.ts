/** 督促复学: the school has urged a student whose leave has ended; the day is kept with the leave, for what follows by law. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getCase, updateCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { runningOf } from '../law/ask-leave.ts';
import { getLeaveStanding } from '../leave.store.ts';
import type { LeaveData } from '../leave.ts';

/** Refuses NOT_FOUND for a student of another school, BAD_INPUT before the leave has ended or for a day to come. */
export async function urgeReturn(
  tx: Transaction,
  actor: Actor,
  { studentId, on }: { studentId: string; on: CivilDate },
): Promise<void> {
  const standing = await getLeaveStanding(tx, studentId);
  if (standing.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此学生' });
  const { endsOn } = runningOf(standing);
  const today = dayOf(tx.now);
  if (on < endsOn || on > today) {
    throw refuse('BAD_INPUT', { what: `督促日期须在休学期满日${endsOn}以后，且不晚于今天` });
  }
  const { title, data, path, number } = await getCase(tx, standing.begunBy, { lock: true });
  await updateCase(tx, standing.begunBy, { title, data: { ...(data as unknown as LeaveData), urgedOn: on } });
  await record(tx, asAuditActor(actor), {
    action: 'URGE_RETURN',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path,
    detail: { case: number, on },
  });
}
