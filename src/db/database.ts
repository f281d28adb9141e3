/** 数据库: connections, and the only two ways to use them: read in a scope, write in a scope. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { newId } from '../kernel/ids.ts';
import type { DB as Tables } from './tables.ts';
import { type Builders, type Scope, scopeSettings, Transaction } from './transaction.ts';

// Civil dates stay text, counts stay numbers: no clock zone and no float may touch a birthday or a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface Database {
  /** Runs reads that see only the scope; the transaction is read-only. */
  read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs a change inside the scope. Commits when `work` returns, rolls back when it throws.
   * A change that wrote rows and left no audit row is a bug and is rolled back.
   */
  write<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Does the database answer? */
  isAlive(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Most connections at once. */
  max?: number;
  now: () => Date;
}

/** Opens the pool as the application's role. */
export function openDatabase({ url, max = 10, now }: DatabaseOptions): Database {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'xueji' });
  // A connection that breaks is dropped by the pool, and its transaction fails; without listeners the process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const builders = new WeakMap<pg.PoolClient, Builders>();

  const run = async <T>(mode: string, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    let done: { tx: Transaction; result: T };
    try {
      await client.query(`begin ${mode}; ${scopeSettings(client, scope)}`);
      const tx = new Transaction(client, buildersFor(client, builders), scope, now(), newId);
      const result = await work(tx);
      await tx.runLast();
      if (mode !== 'read only') tx.refuseUnaudited();
      const { command } = await client.query('commit');
      // After a failed statement that the work swallowed, the database answers COMMIT with ROLLBACK.
      if (command !== 'COMMIT') throw new Error('a statement had failed, and the transaction was not committed');
      done = { tx, result };
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      if (isOutdated(error)) broken = error;
      throw error;
    } finally {
      client.release(broken);
    }
    await done.tx.runAfterwards();
    return done.result;
  };
  return {
    read: (scope, work) => run('read only', scope, work),
    write: (scope, work) => run('', scope, work),
    isAlive: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  };
}

/** The query builders of a connection, made once: their pool holds just that connection and never ends it. */
function buildersFor(client: pg.PoolClient, known: WeakMap<pg.PoolClient, Builders>): Builders {
  let builders = known.get(client);
  if (!builders) {
    builders = {
      sql: builderOver((text, values) => client.query(text, values)),
      byKey: builderOver(preparing(client)),
    };
    known.set(client, builders);
  }
  return builders;
}

type RunQuery = (text: string, values: unknown[]) => Promise<pg.QueryResult>;

function builderOver(query: RunQuery): Kysely<Tables> {
  const single = { query, release: () => {} };
  const pool = { connect: async () => single, end: async () => {} } as unknown as pg.Pool;
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** More texts than look-ups by key and inserts have; the server keeps each for as long as the connection lives. */
const MOST_PREPARED = 400;

/** Statements by their text: the server reads and plans each once a connection. */
function preparing(client: pg.PoolClient): RunQuery {
  const names = new Map<string, string>();
  return (text, values) => {
    let name = names.get(text);
    if (name === undefined && names.size < MOST_PREPARED) {
      name = `by_key_${names.size}`;
      names.set(text, name);
    }
    return name === undefined ? client.query(text, values) : client.query({ name, text, values });
  };
}

/** Was a table changed under a prepared statement, by a newer version of the program? Then the connection is too old. */
const isOutdated = (error: unknown): error is Error =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
