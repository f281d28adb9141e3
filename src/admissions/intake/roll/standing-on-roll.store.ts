/** 名册上的高中新生: how the entrants of a case stand on the roll of their school, for the gate of registering (SC-11.1, SC-11.2). */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';

/**
 * 同一新生: is the entrant `e` the child of the entry `r`? By the draft made of it or by the number; a child without a
 * number by its name, within the school, stage and year.
 */
export const sameChild: RawBuilder<SqlBool> = sql<SqlBool>`e.school_id = r.school_id and e.stage = r.stage
  and e.intake_year = r.intake_year and (e.id = r.entrant_id or e.identity_hash = r.identity_hash
    or (r.identity_hash is null and r.entrant_id is null and e.name = r.name))`;

/** Of one senior entrant. */
export interface SeniorStanding {
  /** 已普通高中毕业、结业或肄业, in the same identity (SC-12.3). */
  finished: boolean;
  /** Null where the school keeps no roll of this stage and year: then nothing is known of it. */
  roll: { admitted: boolean; entered: boolean; notice: boolean; feesPaid: boolean } | null;
}

interface Row {
  id: string;
  finished: boolean;
  kept: boolean;
  admitted: boolean;
  entered: boolean | null;
  notice: boolean | null;
  feesPaid: boolean | null;
}

/** By entrant. On the roll is whoever was put forward from it, or stands on it with the same number. */
export async function seniorStandings(
  tx: Transaction,
  entrantIds: readonly string[],
): Promise<Map<string, SeniorStanding>> {
  if (entrantIds.length === 0) return new Map();
  const { rows } = await tx.beyondScope(() =>
    sql<Row>`
      select e.id,
        exists (select from identities i join registrations g on g.student_id = i.student_id and g.stage = 'SENIOR'
            and g.end_reason in ('GRADUATED', 'COMPLETED', 'LEFT_PARTIAL')
          where i.identity_hash = e.identity_hash) as finished,
        exists (select from admission_roll r where r.school_id = e.school_id and r.stage = e.stage
            and r.intake_year = e.intake_year) as kept,
        r.id is not null as admitted, r.checked_in_on is not null as entered, 'NOTICE' = any(r.papers_shown) as notice,
        r.fees_paid_on is not null as "feesPaid"
      from entrants e
      left join lateral (select * from admission_roll r
        where r.school_id = e.school_id and r.stage = e.stage and r.intake_year = e.intake_year and r.ended_on is null
          and (r.entrant_id = e.id or r.identity_hash = e.identity_hash)
        limit 1) as r on true
      where e.id = any(${[...entrantIds]}::uuid[])`.execute(tx.sql),
  );
  return new Map(
    rows.map(({ id, finished, kept, admitted, entered, notice, feesPaid }) => {
      const said = { admitted, entered: entered === true, notice: notice === true, feesPaid: feesPaid === true };
      return [id, { finished, roll: kept ? said : null }];
    }),
  );
}
