/** 事务: one unit of work inside a scope, that knows whether it wrote and whether it left its audit row. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type Compilable,
  InsertQueryNode,
  type Kysely,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type RootOperationNode,
  sql,
} from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { NewId } from '../kernel/ids.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import { copyPieces } from './copy-text.ts';
import type { DB as Tables } from './tables.ts';

/** The half-open range of paths that a transaction may see and change. */
export interface Scope {
  lo: string;
  hi: string;
}

/** The whole node, for the system's own work (duplicate check, sealing, login), never for a person's request as such. */
export const NODE_SCOPE: Scope = rangeOf('');

/** SET LOCAL, quoted by the driver: the form that reaches every node of a cluster and dies with the transaction. */
export function scopeSettings(client: pg.PoolClient, { lo, hi }: Scope): string {
  return `set local app.lo = ${client.escapeLiteral(lo)}; set local app.hi = ${client.escapeLiteral(hi)}`;
}

const WRITES = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode']);
const WRITING_SQL = /^\s*(with\b[\s\S]*\b)?(insert|update|delete|merge)\b/i;

/** The two query builders of one connection. */
export interface Builders {
  sql: Kysely<Tables>;
  byKey: Kysely<Tables>;
}

type TableName = keyof Tables & string;

/** Rows for a table. */
export interface NewRows {
  into: TableName;
  rows: readonly Record<string, unknown>[];
}

/** A change of rows that has not been sent yet. */
export type Write = Compilable | NewRows;

/** From so many rows on COPY is quicker than an INSERT, and the protocol's 65,535 parameters stay far away. */
const COPY_FROM = 40;
const AUDIT: TableName = 'audit_events';

export class Transaction {
  /** Query builder bound to this transaction. */
  readonly sql: Kysely<Tables>;
  /**
   * The same for what is planned alike whatever is asked: look-ups by key and inserts. The server reads and plans each
   * of its statements once a connection.
   */
  readonly byKey: Kysely<Tables>;
  readonly scope: Scope;
  /** The instant of this transaction by the installation's clock; everything it writes carries it. */
  readonly now: Date;
  readonly newId: NewId;
  readonly #client: pg.PoolClient;
  readonly #last: (() => Promise<void>)[] = [];
  readonly #afterwards: (() => Promise<void>)[] = [];
  #beyond = 0;
  #wrote = false;
  #audited = 0;

  constructor(client: pg.PoolClient, builders: Builders, scope: Scope, now: Date, newId: NewId) {
    this.#client = client;
    const watcher = writeWatcher((table) => this.#noteWrite(table));
    this.sql = builders.sql.withPlugin(watcher);
    this.byKey = builders.byKey.withPlugin(watcher);
    this.scope = scope;
    this.now = now;
    this.newId = newId;
  }

  /**
   * Looks beyond the caller's scope for the system's own purpose (duplicate check), inside the same transaction. What is
   * found may reach the caller only masked, or as a yes or no. Also for the effect of a decided case that concerns two
   * places. One inside another is still the same look.
   */
  async beyondScope<T>(work: () => Promise<T>): Promise<T> {
    if (this.#beyond++ === 0) await this.#setScope(NODE_SCOPE);
    try {
      return await work();
    } finally {
      // A failed statement has ended the transaction already; then there is no scope left to go back to.
      if (--this.#beyond === 0) await this.#setScope(this.scope).catch(() => {});
    }
  }

  async #setScope(scope: Scope): Promise<void> {
    await this.#client.query(scopeSettings(this.#client, scope));
  }

  /**
   * To be done as the last thing in this transaction, when it holds every lock that it takes: whoever waited for it comes
   * after it in whatever order the work writes down.
   */
  beforeCommit(work: () => Promise<void>): void {
    this.#last.push(work);
  }

  /** Does what was put off until everything else is written. */
  async runLast(): Promise<void> {
    for (const work of this.#last) await work();
  }

  /** To be done once this transaction is committed, and not at all where it is not: what lives outside the database. */
  afterCommit(work: () => Promise<void>): void {
    this.#afterwards.push(work);
  }

  /** Does what was put off until the commit. */
  async runAfterwards(): Promise<void> {
    for (const work of this.#afterwards) await work();
  }

  #noteWrite(table: string | undefined): void {
    this.#wrote = true;
    if (table === AUDIT) this.#audited++;
  }

  /** For bookkeeping that leaves no audit row because it changes no fact; the caller says why. */
  markAudited(): void {
    this.#audited++;
  }

  /** Throws where rows were written without an audit row (S6-28.2: user and time for every entry and change). */
  refuseUnaudited(): void {
    if (this.#wrote && this.#audited === 0) throw new Error('a transaction wrote rows and left no audit row');
  }

  /**
   * Makes several changes in one statement, hence in one round trip. Each sees the rows as they were before all of them:
   * no two may change the same row. Where a table gets many rows they go in by COPY, after what stands before them.
   */
  async together(...writes: readonly Write[]): Promise<void> {
    let parts: Compilable[] = [];
    const send = async () => {
      const named = parts.map((part, place) => sql`${sql.ref(`part_${place}`)} as (${part})`);
      if (named.length > 0) await sql`with ${sql.join(named)} select`.execute(this.byKey);
      parts = [];
    };
    for (const write of writes) {
      if (!('into' in write)) parts.push(write);
      else if (write.rows.length >= COPY_FROM) {
        await send();
        await this.copyIn(write.into, Object.keys(write.rows[0]!), write.rows.map(Object.values));
      } else if (write.rows.length > 0) parts.push(this.byKey.insertInto(write.into).values(write.rows as never));
    }
    await send();
  }

  /**
   * Streams rows into a table with COPY. Values: text, numbers, booleans, null, Date, Buffer (bytea); anything else as
   * JSON. Returns the number of rows.
   *
   * COPY cannot go into a table with row policies: there it fills a table of this connection, and an INSERT that the
   * policies check takes over from it.
   */
  async copyIn(
    table: TableName,
    columns: string[],
    rows: Iterable<unknown[]> | AsyncIterable<unknown[]>,
  ): Promise<number> {
    this.#noteWrite(table);
    const names = columns.join(', ');
    const { rows: answers } = await this.#client.query<{ guarded: boolean }>(
      'select row_security_active($1) as guarded',
      [table],
    );
    if (!answers[0]!.guarded) return this.#copy(`copy ${table} (${names}) from stdin`, rows);
    const incoming = `pg_temp.incoming_${table}`;
    await this.#client.query(
      `create temp table if not exists incoming_${table} (like ${table} including defaults) on commit delete rows`,
    );
    const count = await this.#copy(`copy ${incoming} (${names}) from stdin`, rows);
    await this.#client.query(`insert into ${table} (${names}) select ${names} from ${incoming}`);
    await this.#client.query(`truncate ${incoming}`);
    return count;
  }

  async #copy(statement: string, rows: Iterable<unknown[]> | AsyncIterable<unknown[]>): Promise<number> {
    const target = this.#client.query(copyFrom(statement));
    await pipeline(Readable.from(copyPieces(rows), { objectMode: false }), target);
    return target.rowCount;
  }
}

/** Hears of every statement that writes, with the table where it is a plain INSERT. */
function writeWatcher(onWrite: (table: string | undefined) => void): KyselyPlugin {
  return {
    transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
      if (isWriting(node)) onWrite(InsertQueryNode.is(node) ? node.into?.table.identifier.name : undefined);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

/** Does a statement write, itself or in one of its WITH parts? */
function isWriting(node: RootOperationNode): boolean {
  if (WRITES.has(node.kind)) return true;
  if (node.kind === 'RawNode') return WRITING_SQL.test(node.sqlFragments.join('?'));
  const parts = 'with' in node ? (node.with?.expressions ?? []) : [];
  return parts.some(({ expression }) => isWriting(expression as RootOperationNode));
}
