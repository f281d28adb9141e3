/** 当前位置: where a case stands, as its events tell, and which parties somebody is in it. */
import { type Actor, rankOf } from '../../access/index.ts';
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { labelOf, type Move, moveOf, type Party, type Standing, type Workflow } from '../../workflow/index.ts';
import type { Case, CaseEvent } from '../case.ts';

/** The parties that the actor's institution is in the case. */
export const partiesOf = (one: Pick<Case, 'parties'>, actor: Actor): Party[] =>
  (Object.keys(one.parties) as Party[]).filter((party) => one.parties[party] === actor.institution.id);

/**
 * 国家级只看本级承办的办件: the nation has no business with children, but where no lower authority stands above both sides
 * of a case it takes part. Refuses NOT_FOUND otherwise.
 */
export function checkMayRead(actor: Actor, one: Pick<Case, 'parties'>): void {
  if (actor.institution.level === 'NATION' && partiesOf(one, actor).length === 0) {
    throw refuse('NOT_FOUND', { what: '此办件' });
  }
}

/** The same, and the superior of whoever holds it. */
export async function partiesNow(
  tx: Transaction,
  one: Pick<Case, 'parties'>,
  actor: Actor,
  holder: Institution | undefined,
): Promise<Party[]> {
  const own = partiesOf(one, actor);
  return holder && (await isSuperior(tx, actor, holder)) ? [...own, 'superior'] : own;
}

async function isSuperior(tx: Transaction, actor: Actor, holder: Institution): Promise<boolean> {
  const { id, path } = actor.institution;
  if (id === holder.id || !actor.role.startsWith('AUTHORITY') || !holds(path, holder.path)) return false;
  return (await findSuperior(tx, holder))?.id === id;
}

/** 上级主管部门: the authority next above an institution: of a school the one that runs it, of an authority the next level's. */
export async function findSuperior(tx: Transaction, { upperId }: Institution): Promise<Institution | undefined> {
  for (let next = upperId; next; ) {
    const upper = await getInstitution(tx, { id: next });
    if (upper.kind === 'AUTHORITY') return upper;
    next = upper.upperId;
  }
  return undefined;
}

/** Where the case stands, read from its events. */
export function standingOf(table: Workflow, events: readonly CaseEvent[], today: CivilDate): Standing {
  const last = lastActOf(events);
  if (!last) return { state: table.start, pending: undefined, touched: false, overdue: false };
  const since = events.slice(events.findLastIndex(({ fromState, toState }) => fromState !== toState) + 1);
  return {
    state: last.toState,
    pending: last.pendingAction ? { action: last.pendingAction, proposedBy: last.accountId } : undefined,
    touched: since.some((event) => event.institutionId === event.holderId && !isRemark(event)),
    overdue: isOverdue(events.at(-1)!, today),
  };
}

const isOverdue = ({ dueOn }: CaseEvent, today: CivilDate): boolean => dueOn !== null && dueOn < today;

/** What is written into the course of a case and leaves it where it is. */
const REMARKS: readonly CaseEvent['step'][] = ['REMINDED', 'REDATED', 'CONSENTED'];
export const isRemark = ({ step }: Pick<CaseEvent, 'step'>): boolean => REMARKS.includes(step);

/** The last event that was more than a remark. */
export const lastActOf = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.findLast((event) => !isRemark(event));

/** 最近催办: when the holder was last pressed; null where nobody was since the case came to them. */
export function remindedOn(events: readonly CaseEvent[]): CivilDate | null {
  const last = events.findLast(({ step, fromState, toState }) => step === 'REMINDED' || fromState !== toState);
  return last?.step === 'REMINDED' ? dayOf(last.at) : null;
}

/** The move that the actor's act makes on the case as it stands. Refuses as moveOf does. */
export function moveFor(
  table: Workflow,
  { actor, parties, events, today }: { actor: Actor; parties: Party[]; events: readonly CaseEvent[]; today: CivilDate },
  { action, opinion }: { action: string; opinion?: string | undefined },
): Move {
  const rank = rankOf(actor.role);
  if (rank === 'TEACHER') throw refuse('NOT_ALLOWED', { what: labelOf(table, action) });
  const standing = standingOf(table, events, today);
  const move = moveOf(table, standing, { action, parties, rank, accountId: actor.accountId, reason: opinion });
  if (move.step === 'REMINDED' && remindedOn(events) === today) {
    const state = `${table.states[standing.state]?.words ?? standing.state}，今天已催办`;
    throw refuse('STEP_NOT_ALLOWED', { state, action: labelOf(table, action) });
  }
  return move;
}
