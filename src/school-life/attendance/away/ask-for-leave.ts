/** 登记请假: a family asks for some days away; the law of the school says who may grant them and on what proof. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { AwayRequest } from '../attendance.api.ts';
import { getSeatedStudent } from '../reach.ts';
import { insertAway, listGranted } from './away.store.ts';
import { schoolDaysFrom } from './law-of-away.ts';

/** Longer absences are 休学; asked for afterwards (补办) it may lie so far back. */
const LONGEST_DAYS = 120;
const BACK_DAYS = 30;

/** Answers with the request's id. Refuses NOT_FOUND, BAD_INPUT for days that cannot be, CONFLICT where leave was given already. */
export async function askForLeave(
  tx: Transaction,
  { calendar }: Pick<Services, 'calendar'>,
  actor: Actor,
  { studentId, reason, guardianProof, diagnosis, ...asked }: AwayRequest,
): Promise<string> {
  const { student } = await getSeatedStudent(tx, actor, studentId);
  const [beginsOn, endsOn] = [asked.beginsOn as CivilDate, asked.endsOn as CivilDate];
  const today = dayOf(tx.now);
  if (endsOn < beginsOn) throw refuse('BAD_INPUT', { what: '请假止日早于起日' });
  if (endsOn > addDays(beginsOn, LONGEST_DAYS)) {
    throw refuse('BAD_INPUT', { what: `请假最长填${LONGEST_DAYS}天，更长的请办休学` });
  }
  if (beginsOn < addDays(today, -BACK_DAYS)) {
    throw refuse('BAD_INPUT', { what: `补办请假只能补${BACK_DAYS}天以内的` });
  }
  const days = schoolDaysFrom(calendar, beginsOn, endsOn);
  if (days === 0) throw refuse('BAD_INPUT', { what: '这几天不上课，不用请假' });
  const [given] = await listGranted(tx, [studentId], { from: beginsOn, to: endsOn });
  if (given) {
    throw refuse('CONFLICT', { what: `${student.name}已准假${given.beginsOn}至${given.endsOn}，日期不要重复` });
  }
  const { classGroupId, path } = student;
  const away = { studentId, classGroupId, reason, beginsOn, endsOn, days, guardianProof, diagnosis };
  const id = await insertAway(tx, away, { path, ...actor });
  await record(tx, asAuditActor(actor), {
    action: 'ASK_FOR_LEAVE',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path,
    detail: { away: id, beginsOn, endsOn, days, proof: { guardianProof, diagnosis } },
  });
  return id;
}
