/** 表册用语存取: versions by place and form; the latest holds. */
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Wording } from './wording.api.ts';

export interface HeldWording extends Wording {
  form: string;
  placeCode: string;
  setByName: string;
  setAt: Date;
}

/** What holds for a form at a place: of the lowest authority that has said anything. `chain` begins with the nation. */
export async function findWording(
  tx: Transaction,
  form: string,
  chain: readonly string[],
): Promise<HeldWording | undefined> {
  const held = await listWordings(tx, chain, form);
  return held.toSorted((a, b) => chain.indexOf(b.placeCode) - chain.indexOf(a.placeCode))[0];
}

/** What these places say, of one form or of all. */
export async function listWordings(tx: Transaction, chain: readonly string[], form?: string): Promise<HeldWording[]> {
  let query = tx.sql
    .selectFrom('form_wordings')
    .selectAll()
    .where('place_code', 'in', chain)
    .where('replaced_at', 'is', null);
  if (form !== undefined) query = query.where('form', '=', form);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...{ form: row.form, placeCode: row.place_code, title: row.title, note: row.note },
    ...{ labels: row.labels as Wording['labels'], setByName: row.set_by_name, setAt: row.set_at },
  }));
}

/** Ends what the place has said of the form. */
export async function endWording(tx: Transaction, form: string, placeCode: string): Promise<void> {
  await tx.sql
    .updateTable('form_wordings')
    .set({ replaced_at: tx.now })
    .where('place_code', '=', placeCode)
    .where('form', '=', form)
    .where('replaced_at', 'is', null)
    .execute();
}

/** Writes what holds from now on; refuses STALE where somebody else has said something in the same moment. */
export async function insertWording(
  tx: Transaction,
  { form, placeCode, title, note, labels }: Wording & { form: string; placeCode: string },
  by: { accountId: string; personName: string },
): Promise<void> {
  const written = await tx.sql
    .insertInto('form_wordings')
    .values({
      ...{ place_code: placeCode, form, title, note, labels: JSON.stringify(labels), set_at: tx.now },
      ...{ set_by: by.accountId, set_by_name: by.personName },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('set_at')
    .executeTakeFirst();
  if (!written) throw refuse('STALE', { what: '此表的用语' });
}
