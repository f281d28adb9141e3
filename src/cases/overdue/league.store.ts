/** 逾期通报存取: the terms that ended in a month and when they were acted on, read from the events of cases. */
import { sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Tally } from './league.ts';

export interface LeagueWish {
  /** Last days of terms within [from, before). */
  from: CivilDate;
  before: CivilDate;
  kind?: string | undefined;
}

/**
 * Every stay of a case with somebody under the authority whose term ended in the span, with the act that ended it: to the
 * next office, back for mending, forced by the superior; a last day that a window has moved counts as moved. Grouped by the area directly below; what the authority and the
 * schools it runs itself held is its own.
 */
export async function tallyTerms(tx: Transaction, actor: Actor, { from, before, kind }: LeagueWish): Promise<Tally[]> {
  const { id, name, path } = actor.institution;
  const { lo, hi } = rangeOf(path);
  const ofKind = kind ? sql`and exists (select from cases c where c.id = e.case_id and c.kind = ${kind})` : sql``;
  const { rows } = await sql<{
    area_id: string | null;
    area_name: string | null;
    due_on: CivilDate;
    left_on: CivilDate | null;
    count: number;
  }>`
    select a.id as area_id, a.name as area_name, e.due_on, (n.at at time zone 'Asia/Shanghai')::date as left_on,
      count(*) as count
    from case_events e
    join institutions h on h.id = e.holder_id and h.path >= ${lo} and h.path < ${hi}
    left join institutions a on a.upper_id = ${id} and a.kind = 'AUTHORITY'
      and h.path >= a.path and h.path < a.path || '~'
    left join lateral (
      select at, seq from case_events later
      where later.case_id = e.case_id and later.seq > e.seq and later.from_state <> later.to_state
      order by later.seq limit 1
    ) n on true
    where e.due_on >= ${from} and e.due_on < ${before} and (e.seq = 1 or e.from_state <> e.to_state or e.step = 'REDATED')
      and not exists (select from case_events r where r.case_id = e.case_id and r.seq > e.seq
        and (n.seq is null or r.seq < n.seq) and r.step = 'REDATED')
      ${ofKind}
    group by 1, 2, 3, 4`.execute(tx.sql);
  return rows.map((row) => ({
    areaId: row.area_id ?? id,
    areaName: row.area_name ?? `${name}（本级）`,
    dueOn: row.due_on,
    leftOn: row.left_on,
    count: row.count,
  }));
}
