/** 下达升级: the leader orders what was rehearsed, calls it off before its day, or takes it back until the day after. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { listSchoolsBelow } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { changePromotion, findOverlapping, getPromotion, insertSchools } from './promotion.store.ts';
import { effectiveDay, nextSchoolYear, type Promotion, sumOf } from './promotion.ts';

/** A rehearsal is trusted for so long; after that it is made anew. */
const REHEARSAL_DAYS = 30;

/** The act's own institution alone decides on it. */
async function takeOwn(tx: Transaction, actor: Actor, id: string): Promise<Promotion> {
  const one = await getPromotion(tx, id, { lock: true });
  if (one.institutionId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此次升级' });
  return one;
}

/**
 * Orders the act for the first day of the school year, or for today where that has come. Refuses CONFLICT where it is no
 * fresh rehearsal, where nobody would go up, or where another act covers these schools.
 */
export async function orderPromotion(tx: Transaction, actor: Actor, id: string): Promise<Promotion> {
  const one = await takeOwn(tx, actor, id);
  if (one.state !== 'REHEARSED') throw refuse('CONFLICT', { what: '此次预演已经下达或取消，请重新预演' });
  const old = dayOf(tx.now) > addDays(dayOf(one.madeAt), REHEARSAL_DAYS);
  if (old || one.schoolYear !== nextSchoolYear(tx.now)) {
    throw refuse('CONFLICT', { what: `此次预演已超过${REHEARSAL_DAYS}天或已跨学年，请重新预演后下达` });
  }
  if (sumOf(one.totals, ['UP']) === 0) throw refuse('CONFLICT', { what: '没有学生待升级，不必下达' });
  const other = await tx.beyondScope(() => findOverlapping(tx, one));
  if (other) {
    throw refuse('CONFLICT', {
      what: `${other.orderedByName ?? other.madeByName}已下达包含这些学校的升级，待其完成或取消后再办`,
    });
  }
  const takesEffectOn = effectiveDay(one.schoolYear, tx.now);
  await insertSchools(tx, id, await listSchoolsBelow(tx, one.path));
  const ordered = { by: actor.accountId, name: actor.personName, at: tx.now };
  await changePromotion(tx, id, { state: 'ORDERED', takesEffectOn, ordered });
  await trace(tx, actor, one, 'ORDER_PROMOTION');
  return { ...one, state: 'ORDERED', takesEffectOn };
}

/** Calls a rehearsal or an order off. Refuses CONFLICT once the first school may have been moved. */
export async function cancelPromotion(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const one = await takeOwn(tx, actor, id);
  if (one.state !== 'REHEARSED' && one.state !== 'ORDERED') {
    throw refuse('CONFLICT', { what: '升级已经开始，不能取消；完成后次日前可以整体撤回' });
  }
  await changePromotion(tx, id, { state: 'CANCELLED' });
  await trace(tx, actor, one, 'CANCEL_PROMOTION');
}

/** Sends everybody back to the grade before. Refuses CONFLICT from the second day after on. */
export async function takeBackPromotion(
  tx: Transaction,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const one = await takeOwn(tx, actor, id);
  if (one.state !== 'DONE' || !one.doneOn) throw refuse('CONFLICT', { what: '升级尚未完成，或已经撤回' });
  if (dayOf(tx.now) > addDays(one.doneOn, 1)) {
    throw refuse('CONFLICT', {
      what: `升级已于${one.doneOn}完成，只能在次日前撤回；个别学生有误的请办留级、跳级或更正`,
    });
  }
  await changePromotion(tx, id, { state: 'TAKING_BACK', takeBackReason: reason });
  await trace(tx, actor, one, 'TAKE_BACK_PROMOTION', reason);
}

const trace = (tx: Transaction, actor: Actor, one: Promotion, action: string, reason?: string): Promise<void> =>
  record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'INSTITUTION',
    subjectId: one.institutionId,
    path: one.path,
    reason,
    detail: { promotion: one.id, schoolYear: one.schoolYear },
  });
