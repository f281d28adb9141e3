/** 注册日: since when a student has been registered at the school of a registration, whatever changed of it meanwhile. */
import { type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';

/**
 * The first day at the school, for a query over `registrations` that calls them so. A leave, a return or another grade are
 * registrations of their own and no new start; coming back from another school, or after having left for good, is one.
 */
export const firstDayHere = (registrations: string): RawBuilder<CivilDate> => {
  const one = sql.ref(registrations);
  return sql<CivilDate>`coalesce((
    select min(f.valid_from) from registrations f
    where f.student_id = ${one}.student_id and f.school_id = ${one}.school_id and f.valid_from <= ${one}.valid_from
      and not exists (select from registrations b where b.student_id = f.student_id
        and b.valid_from >= f.valid_from and b.valid_from <= ${one}.valid_from
        and (b.school_id <> f.school_id or (b.end_reason is not null and b.valid_to <= ${one}.valid_from and b.id <> ${one}.id)))
  ), ${one}.valid_from)`;
};
