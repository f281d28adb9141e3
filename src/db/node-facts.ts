/** 本机事实: the few things an installation must remember about itself, such as which keys its rows were sealed with. */
import type { Database } from './database.ts';
import { NODE_SCOPE, type Transaction } from './transaction.ts';

/** Is this the made-up region to try the product with? Its pages say so: nobody may take its children for real ones. */
export async function isDemo(tx: Transaction): Promise<boolean> {
  const row = await tx.sql.selectFrom('node_facts').select('name').where('name', '=', 'demo').executeTakeFirst();
  return row !== undefined;
}

/** The fact as first remembered: `value` where nothing was known yet, what was known otherwise. */
export async function rememberFact(db: Database, name: string, value: string): Promise<string> {
  return db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the installation's own bookkeeping at start-up
    await tx.sql
      .insertInto('node_facts')
      .values({ name, value: JSON.stringify(value), at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await tx.sql
      .selectFrom('node_facts')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return row.value as string;
  });
}
