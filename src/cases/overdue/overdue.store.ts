/** 逾期存取: the overdue cases under an authority, and those that come up to it from the level below. */
import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { type WorkRow, workColumns, workFrom } from '../worklist.store.ts';

export interface OverdueWish {
  today: CivilDate;
  /** Path of the institution under which the holders are looked for. */
  under: string;
  kind?: string | undefined;
}

export interface OverdueCursor {
  dueOn: string;
  caseId: string;
}

export interface OverdueRow extends WorkRow {
  holderId: string;
  /** The holder stands directly under the actor's authority. */
  mayPress: boolean;
}

const overdueIn = (tx: Transaction, { today, under, kind }: OverdueWish) => {
  const { lo, hi } = rangeOf(under);
  const query = workFrom(tx)
    .leftJoin('institutions as u', 'u.id', 'h.upper_id')
    .where('w.due_on', '<', today)
    .where('w.holder_path', '>=', lo)
    .where('w.holder_path', '<', hi);
  return kind ? query.where('w.kind', '=', kind) : query;
};

/** What is overdue with those who answer to the actor's authority. Its own is left out first: that is most of what it sees. */
const handedUpTo = (tx: Transaction, { institution: { id, path } }: Actor, wish: Omit<OverdueWish, 'under'>) =>
  overdueIn(tx, { ...wish, under: path })
    .where('w.holder_id', '<>', id)
    .where(answersTo(id));

/** 直接下级: the office that the holder answers to: a school under a centre school answers to the authority above that. */
const answersTo = (authorityId: string) =>
  sql<SqlBool>`(case when u.kind = 'CENTRE_SCHOOL' then u.upper_id else h.upper_id end) = ${authorityId}`;

/** One page, the longest overdue first. */
export function listOverdue(
  tx: Transaction,
  actor: Actor,
  wish: OverdueWish & { after?: OverdueCursor | undefined; limit: number },
): Promise<OverdueRow[]> {
  let query = overdueIn(tx, wish);
  if (wish.after) {
    const { dueOn, caseId } = wish.after;
    query = query.where(sql<SqlBool>`(w.due_on, w.case_id) > (${dueOn}::date, ${caseId}::uuid)`);
  }
  return workColumns(query)
    .select('w.holder_id as holderId')
    .select(answersTo(actor.institution.id).as('mayPress'))
    .orderBy('w.due_on')
    .orderBy('w.case_id')
    .limit(wish.limit)
    .execute() as Promise<OverdueRow[]>;
}

/** 上报督办: what is overdue with those who answer to the actor's authority, the longest first. */
export function listHandedUp(
  tx: Transaction,
  actor: Actor,
  today: CivilDate,
  limit: number,
  kind: string | undefined,
): Promise<WorkRow[]> {
  return workColumns(handedUpTo(tx, actor, { today, kind }))
    .orderBy('w.due_on')
    .orderBy('w.case_id')
    .limit(limit)
    .execute();
}

/** How many there are. */
export async function countHandedUp(
  tx: Transaction,
  actor: Actor,
  today: CivilDate,
  kind: string | undefined,
): Promise<number> {
  const { count } = await handedUpTo(tx, actor, { today, kind })
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many are overdue with each kind of case. */
export function countOverdueByKind(
  tx: Transaction,
  wish: OverdueWish,
): Promise<{ kind: string; workflow: string; count: number }[]> {
  return overdueIn(tx, { ...wish, kind: undefined })
    .groupBy('w.kind')
    .select((of) => ['w.kind', of.fn.min<string>('w.workflow').as('workflow'), of.fn.countAll<number>().as('count')])
    .orderBy('count', 'desc')
    .orderBy('w.kind')
    .execute();
}

/** How many are overdue with each institution directly under the authority, all beneath it counted in, and with itself. */
export function countOverdueByArea(
  tx: Transaction,
  actor: Actor,
  wish: OverdueWish,
): Promise<{ id: string; name: string; count: number }[]> {
  const { id, path } = actor.institution;
  return overdueIn(tx, wish)
    .innerJoin('institutions as a', (join) =>
      join.on(
        sql<SqlBool>`(a.id = ${id} and w.holder_path = ${path})
          or (a.upper_id = ${id} and w.holder_path >= a.path and w.holder_path < a.path || '~')`,
      ),
    )
    .groupBy(['a.id', 'a.name'])
    .select((of) => ['a.id', 'a.name', of.fn.countAll<number>().as('count')])
    .orderBy('count', 'desc')
    .orderBy('a.name')
    .execute();
}
