/** 曾用校名存取: what an institution was called on a day. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Institution } from '../institution.store.ts';

/** Keeps the name that ends on a day; a name of no day's length is not kept. */
export async function keepFormerName(
  tx: Transaction,
  { id, name, shortName, validFrom }: Pick<Institution, 'id' | 'name' | 'shortName' | 'validFrom'>,
  on: CivilDate,
): Promise<void> {
  const last = await tx.sql
    .selectFrom('former_names')
    .select((one) => one.fn.max('valid_to').as('until'))
    .where('institution_id', '=', id)
    .executeTakeFirst();
  const from = (last?.until as CivilDate | null | undefined) ?? validFrom;
  if (from >= on) return;
  await tx.sql
    .insertInto('former_names')
    .values({ institution_id: id, name, short_name: shortName, valid_from: from, valid_to: on })
    .execute();
}

/** The institution's full name on a day: papers of a past day bear it. */
export async function nameOn(
  tx: Transaction,
  { id, name }: Pick<Institution, 'id' | 'name'>,
  day: CivilDate,
): Promise<string> {
  const row = await tx.sql
    .selectFrom('former_names')
    .select('name')
    .where('institution_id', '=', id)
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day)
    .executeTakeFirst();
  return row?.name ?? name;
}
