/** 联系记录: what the school did to bring a child back, kept sealed; nothing of it is changed afterwards. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getOwnStudent } from '../reach.ts';
import type { ContactRequest } from './truancy.api.ts';
import { insertContact } from './truancy.store.ts';

const BACK_DAYS = 60;

/** Answers with the id. Refuses NOT_FOUND, BAD_INPUT for a day to come or too long ago. */
export async function logContact(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { studentId, way, who, outcome, ...asked }: { studentId: string } & ContactRequest,
): Promise<string> {
  const { student } = await getOwnStudent(tx, actor, studentId);
  const on = asked.on as CivilDate;
  refuseDay(on, dayOf(tx.now));
  const id = tx.newId();
  const sealed = cipher.seal('guardian_contacts', id, { who, outcome });
  await insertContact(tx, { id, studentId, on, way, sealed, path: student.path }, actor);
  await record(tx, asAuditActor(actor), {
    action: 'LOG_CONTACT',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: student.path,
    detail: { contact: id, on, way },
  });
  return id;
}

/** A paper or a talk is of today or of the last sixty days. */
export function refuseDay(on: CivilDate, today: CivilDate): void {
  if (on > today || on < addDays(today, -BACK_DAYS)) {
    throw refuse('BAD_INPUT', { what: `日期须在${BACK_DAYS}天以内，且不晚于今天` });
  }
}
