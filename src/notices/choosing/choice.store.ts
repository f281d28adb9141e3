/** 通知设置存取. */
import type { Transaction } from '../../db/transaction.ts';
import type { ChosenKinds } from '../notice-kinds.api.ts';

export interface Choice {
  accountId: string;
  path: string;
  kinds: ChosenKinds;
  digest: boolean;
  /** E-mail address and telephone number. */
  sealed: Buffer;
}

/** What these persons have chosen; who has chosen nothing is not in the answer. */
export async function choicesOf(tx: Transaction, accountIds: readonly string[]): Promise<Map<string, Choice>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('notice_choices')
    .selectAll()
    .where('account_id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        accountId: row.account_id,
        path: row.path,
        kinds: row.kinds as ChosenKinds,
        digest: row.digest,
        sealed: row.sealed,
      },
    ]),
  );
}

/** Persons who want one e-mail a day, by account from one on. */
export async function listDigesting(tx: Transaction, after: string | undefined, limit: number): Promise<Choice[]> {
  let query = tx.sql
    .selectFrom('notice_choices')
    .select('account_id')
    .where('digest', '=', true)
    .orderBy('account_id')
    .limit(limit);
  if (after) query = query.where('account_id', '>', after);
  const rows = await query.execute();
  const found = await choicesOf(
    tx,
    rows.map(({ account_id }) => account_id),
  );
  return [...found.values()].sort((one, other) => (one.accountId < other.accountId ? -1 : 1));
}

/** Keeps what a person has chosen. */
export async function keepChoice(tx: Transaction, one: Choice): Promise<void> {
  const values = {
    path: one.path,
    kinds: JSON.stringify(one.kinds),
    digest: one.digest,
    sealed: one.sealed,
    changed_at: tx.now,
  };
  await tx.sql
    .insertInto('notice_choices')
    .values({ account_id: one.accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
}
