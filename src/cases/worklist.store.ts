/** 工作台存取: what this office must do next, and what others hold for it. */
import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Stand } from './engine/standstill/stands.ts';

export interface WorkRow {
  caseId: string;
  number: string;
  kind: string;
  workflow: string;
  title: string;
  schoolName: string;
  state: string;
  pendingAction: string | null;
  holderName: string;
  startedOn: CivilDate;
  dueOn: CivilDate | null;
  termDays: number | null;
  stands: Stand[] | null;
  remindedOn: CivilDate | null;
  receivedOn: CivilDate | null;
  red: number;
  amber: number;
  green: number;
  note: string | null;
}

export interface WorkPage {
  limit: number;
  kind?: string | undefined;
  offset?: number | undefined;
  /** 已逾期, or 即将到期: seven tenths of the term are used. */
  clock?: { is: 'OVERDUE' | 'SOON'; today: CivilDate } | undefined;
}

/** 该我办: held by the actor's institution for the actor's rank, most pressing first. */
export function listMine(tx: Transaction, actor: Actor, page: WorkPage): Promise<WorkRow[]> {
  return rows(tx, page, (query) =>
    query.where('w.holder_id', '=', actor.institution.id).where('w.holder_role', '=', actor.role),
  );
}

/** 等别人办: begun here or about to leave here, held elsewhere or for the other signature. */
export function listOthers(tx: Transaction, actor: Actor, page: WorkPage): Promise<WorkRow[]> {
  const { id, path } = actor.institution;
  return rows(tx, page, (query) =>
    query
      .where((or) =>
        or.or([or('w.origin_id', '=', id), or('w.holder_id', '=', id), or('w.counterpart_path', '=', path)]),
      )
      .where((or) => or.or([or('w.holder_id', '<>', actor.institution.id), or('w.holder_role', '<>', actor.role)])),
  );
}

function rows(
  tx: Transaction,
  { limit, offset = 0, kind, clock }: WorkPage,
  narrow: (query: ReturnType<typeof workFrom>) => ReturnType<typeof workFrom>,
): Promise<WorkRow[]> {
  let query = narrow(workFrom(tx));
  if (kind) query = query.where('w.kind', '=', kind);
  if (clock?.is === 'OVERDUE') query = query.where('w.due_on', '<', clock.today);
  if (clock?.is === 'SOON') query = query.where('w.due_on', '>=', clock.today).where('w.warn_on', '<=', clock.today);
  return workColumns(query)
    .orderBy('w.due_on', (order) => order.asc().nullsLast())
    .orderBy('w.case_id')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** The worklist with the institutions that hold its cases. */
export const workFrom = (tx: Transaction) =>
  tx.sql.selectFrom('worklist as w').innerJoin('institutions as h', 'h.id', 'w.holder_id');

/** What every list shows of a case. */
export const workColumns = (query: ReturnType<typeof workFrom>) =>
  query
    .select([
      'w.case_id as caseId',
      'w.number',
      'w.kind',
      'w.workflow',
      'w.title',
      'w.school_name as schoolName',
      'w.state',
      'w.pending_action as pendingAction',
      'h.name as holderName',
      'w.term_days as termDays',
      'w.red',
      'w.amber',
      'w.green',
      'w.note',
    ])
    .select([
      sql<CivilDate>`w.started_on`.as('startedOn'),
      sql<CivilDate | null>`w.due_on`.as('dueOn'),
      sql<CivilDate | null>`w.reminded_on`.as('remindedOn'),
      sql<CivilDate | null>`w.received_on`.as('receivedOn'),
      sql<Stand[] | null>`w.stands`.as('stands'),
    ]);

export interface WorkFigures {
  mine: number;
  overdue: number;
  dueToday: number;
  /** Seven tenths of the term used, the last day not over. */
  dueSoon: number;
  clean: number;
  others: number;
}

/** The figures on top of the workbench, of one kind of case where one is asked for. */
export async function countWork(
  tx: Transaction,
  actor: Actor,
  today: CivilDate,
  kind?: string | undefined,
): Promise<WorkFigures> {
  const { id, path } = actor.institution;
  const own = await tx.sql
    .selectFrom('worklist')
    .where('holder_id', '=', id)
    .where('holder_role', '=', actor.role)
    .$if(Boolean(kind), (query) => query.where('kind', '=', kind!))
    .select((count) => [
      count.fn.countAll<number>().as('mine'),
      count.fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
      count.fn.countAll<number>().filterWhere('due_on', '=', today).as('dueToday'),
      count.fn.countAll<number>().filterWhere('due_on', '>=', today).filterWhere('warn_on', '<=', today).as('dueSoon'),
      count.fn.countAll<number>().filterWhere('red', '=', 0).filterWhere('amber', '=', 0).as('clean'),
    ])
    .executeTakeFirstOrThrow();
  const others = await tx.sql
    .selectFrom('worklist')
    .where((or) => or.or([or('origin_id', '=', id), or('holder_id', '=', id), or('counterpart_path', '=', path)]))
    .where((or) => or.or([or('holder_id', '<>', id), or('holder_role', '<>', actor.role)]))
    .$if(Boolean(kind), (query) => query.where('kind', '=', kind!))
    .select((count) => count.fn.countAll<number>().as('others'))
    .executeTakeFirstOrThrow();
  return { ...own, ...others };
}
