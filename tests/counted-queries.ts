/** 数查询: which statements an act sends to the database, so that a page that asks once for each row is found out. */
import pg from 'pg';

/** Bookkeeping of a transaction and its scope, which every act has. */
const BOOKKEEPING = /^\s*(begin|commit|rollback|savepoint|release|set)\b/i;

/** Statements of this process while the work runs, in their order. Nothing else may run beside it. */
export async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const client = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = client;
  client.query = function (this: unknown, ...given: unknown[]) {
    const [first] = given;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
    if (!BOOKKEEPING.test(text)) sent.push(text);
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent;
}
