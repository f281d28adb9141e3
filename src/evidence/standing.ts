/** 材料权限: who may do what with the papers of a case as it now stands. */
import type { Actor } from '../access/index.ts';
import { getInstitution } from '../authorities/index.ts';
import { type Case, type CaseEvent, findSuperior, partiesOf } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import type { Evidence } from './evidence.store.ts';

/** A case with the last thing that happened to it. */
export interface CaseNow {
  one: Pick<Case, 'parties'>;
  last: Pick<CaseEvent, 'seq' | 'holderId' | 'dueOn'>;
}

/** Whose case it is: the institutions that take part have to do with its papers. */
export const takesPart = (actor: Actor, { one }: Pick<CaseNow, 'one'>): boolean => partiesOf(one, actor).length > 0;

/**
 * May this person open the papers? Whoever takes part, and once its holder is overdue the authority next above, which may
 * then have to do the step itself.
 */
export async function mayLook(tx: Transaction, actor: Actor, { one, last }: CaseNow): Promise<boolean> {
  if (takesPart(actor, { one })) return true;
  if (!last.holderId || last.dueOn === null || last.dueOn >= dayOf(tx.now)) return false;
  const superior = await findSuperior(tx, await getInstitution(tx, { id: last.holderId }));
  return superior?.id === actor.institution.id;
}

/** Is the case in the hands of the actor's institution? An ended case is in nobody's. */
export const holds = (actor: Actor, { one, last }: CaseNow): boolean =>
  takesPart(actor, { one }) && last.holderId === actor.institution.id;

/** Papers are taken back by the institution that handed them in, while it has the case. */
export const mayWithdraw = (actor: Actor, now: CaseNow, paper: Evidence): boolean =>
  holds(actor, now) && paper.institutionId === actor.institution.id && paper.withdrawnAt === null;

/** What does not do is returned by whoever has the case, but nobody judges what is their own. */
export const mayReturn = (actor: Actor, now: CaseNow, paper: Evidence): boolean =>
  holds(actor, now) && paper.accountId !== actor.accountId && paper.withdrawnAt === null && paper.returnedAt === null;

/** Has nobody made an act on the case since? Then nobody can have relied on the paper. */
export const isUntouched = ({ last }: Pick<CaseNow, 'last'>, paper: Pick<Evidence, 'stepSeq'>): boolean =>
  last.seq === paper.stepSeq;
