/** 更正名册: an entry made by mistake is struck off before anything has come of it; it stays to be read. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { getInstitution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { STAGES } from '../../../policy/questions/choices.ts';
import { isInHand } from './admitted.ts';
import { entersRoll } from './entering/who-enters.ts';
import { changeAdmitted, lockAdmitted } from './roll.store.ts';
import { rollActRows } from './roll-acts.store.ts';

/** Refuses NOT_ALLOWED for who may not enter this roll, STEP_NOT_ALLOWED once the child has come or is registered. */
export async function correctRoll(
  tx: Transaction,
  services: Pick<Services, 'law' | 'cipher'>,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const one = await lockAdmitted(tx, id);
  const school = await getInstitution(tx, { id: one.schoolId });
  const at = { school, stage: one.stage, day: dayOf(tx.now) };
  const { may, instead } = entersRoll(services.law, at, actor.institution.level);
  if (!may) throw refuse('NOT_ALLOWED', { what: `更正${STAGES[one.stage]}录取名册（由${instead}办理）` });
  const state = one.endedOn ? '已终止' : one.registered ? '已建立学籍' : one.checkedInOn ? '已报到' : undefined;
  if (state) throw refuse('STEP_NOT_ALLOWED', { state, action: '更正名册' });
  if (isInHand(one)) throw refuse('STEP_NOT_ALLOWED', { state: '正在办理学籍或取消入学资格', action: '更正名册' });
  const today = dayOf(tx.now);
  await changeAdmitted(tx, [id], { endedOn: today, endReason: 'MISTAKE' });
  await tx.together(rollActRows(tx, services, actor, [{ of: one, act: { act: 'CORRECT', facts: { reason } } }]));
  await record(tx, asAuditActor(actor), {
    action: 'CORRECT_ROLL',
    subjectKind: 'INSTITUTION',
    subjectId: one.schoolId,
    path: one.path,
    reason,
    detail: { entry: id },
  });
}
