/** 自设项填报数存取: how many of the students whom a field concerns have it filled in; one look for all fields. */
import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import type { FileField } from '../../../local-settings/index.ts';

/** A field, and the path of the place among whose students it is counted. */
export type CountedField = Pick<FileField, 'placeCode' | 'title' | 'stages'> & { within: string };

export interface FilledCount {
  /** Registered in a stage of the field. */
  students: number;
  filled: number;
}

/**
 * In the order of the fields. Only counts leave it, so it looks past the reader's scope: what another school filled in lies
 * in that school's.
 */
export async function countFilled(tx: Transaction, fields: readonly CountedField[]): Promise<FilledCount[]> {
  if (fields.length === 0) return [];
  const wishes = fields.map(({ placeCode, title, stages, within }, at) => {
    const { lo, hi } = rangeOf(within);
    return sql`(${at}::int, ${placeCode}, ${title}, ${[...stages]}::text[], ${lo}::text collate "C", ${hi}::text collate "C")`;
  });
  const here = sql<SqlBool>`r.valid_to is null and r.path >= w.lo and r.path < w.hi and r.stage = any(w.stages)`;
  const wish = sql`(values ${sql.join(wishes)}) as w (at, place_code, field, stages, lo, hi)`;
  const { rows } = await tx.beyondScope(() =>
    sql<FilledCount & { at: number }>`
      select w.at, count(*)::int as students, count(v.student_id)::int as filled
      from ${wish}
      join registrations r on ${here}
      left join file_field_values v on v.student_id = r.student_id and v.place_code = w.place_code
        and v.field = w.field and v.replaced_at is null
      group by w.at`.execute(tx.sql),
  );
  const found = new Map(rows.map(({ at, students, filled }) => [at, { students, filled }]));
  return fields.map((_, at) => found.get(at) ?? { students: 0, filled: 0 });
}
