/** 已封存的日志: an audit log with a few heads for tests that tamper with it, and a way to take each tampering back. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { recordAll } from '../src/audit/record.store.ts';
import { makeSealer } from '../src/audit/seal.ts';
import { type AuditReport, verifyAudit } from '../src/audit/verify.ts';
import { international } from '../src/crypto/international.ts';
import { type KeyRing, makeKeyRing, publicKeysOf } from '../src/crypto/key-ring.ts';
import { type Database, openDatabase } from '../src/db/database.ts';
import type { DB as Tables } from '../src/db/tables.ts';
import { NODE_SCOPE, Transaction } from '../src/db/transaction.ts';
import { newId } from '../src/kernel/ids.ts';
import { testDatabase } from './database.ts';

export const CLOCK = () => new Date('2026-09-01T02:00:00.123Z');

export interface SealedLog {
  ring: KeyRing;
  witnessFile: string;
  /** Address of the role that owns the schema. */
  ownerUrl: string;
  /** A statement as the database's superuser, whom no grant and no row policy binds. */
  run(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** Checks the log as it stands. */
  verify(witnessFile?: string): Promise<AuditReport>;
  /** Lets the superuser tamper, checks the log as it then stands, and takes everything back. */
  afterTampering(tamper: () => Promise<unknown>): Promise<AuditReport>;
  drop(): Promise<void>;
}

/** So many events, one a transaction, sealed so many to a head. */
export async function sealedLog({ events, perHead }: { events: number; perHead: number }): Promise<SealedLog> {
  const made = await testDatabase();
  const superuser = new pg.Client({ connectionString: made.ownerUrl });
  await superuser.connect();
  const db = openDatabase({ url: made.appUrl, now: CLOCK });
  const folder = await mkdtemp(path.join(tmpdir(), 'sealed-log-'));
  const witnessFile = path.join(folder, 'audit-heads.jsonl');
  const ring = makeKeyRing(international, randomBytes);
  const verifyIn = (from: Pick<Database, 'read'>, file: string) =>
    verifyAudit({ db: from, digest: ring.suite.digest, publicKeys: publicKeysOf(ring), witnessFile: file });

  for (let index = 0; index < events; index++) await db.write(NODE_SCOPE, (tx) => anAct(tx, index));
  const sealer = makeSealer({ db, ring, witnessFile, now: CLOCK, batch: perHead });
  // Transactions of other tests on the same server may hold the horizon back for a moment; sealed in two goes, the heads
  // would stand elsewhere.
  for (let round = 0; round < 1500; round++) {
    const { rows } = await superuser.query<{ over: boolean }>(
      'select max(xid) < pg_snapshot_xmin(pg_current_snapshot()) as over from audit_events',
    );
    if (rows[0]?.over) break;
    await wait(20);
  }
  await sealer.sealAll();

  return {
    ring,
    witnessFile,
    ownerUrl: made.ownerUrl,
    run: (text, values = []) => superuser.query(text, values),
    verify: (file = witnessFile) => verifyIn(db, file),
    async afterTampering(tamper) {
      await superuser.query('begin isolation level repeatable read');
      try {
        await tamper();
        return await verifyIn(asSeenBy(superuser), witnessFile);
      } finally {
        await superuser.query('rollback');
      }
    },
    async drop() {
      await db.close();
      await superuser.end();
      await made.drop();
      await rm(folder, { recursive: true });
    },
  };
}

function anAct(tx: Transaction, index: number): Promise<void> {
  const actor = { accountId: newId(), personName: `经办${index}`, institutionId: newId() };
  return recordAll(tx, actor, [
    {
      action: 'VIEW_STUDENT',
      subjectKind: 'STUDENT',
      subjectId: newId(),
      path: '41/10/82/',
      reason: '核对',
      detail: { index },
    },
  ]);
}

/** Reads through a connection's own open transaction, so that a thousand tamperings need no thousand copies. */
function asSeenBy(client: pg.Client): Pick<Database, 'read'> {
  const single = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: async () => single, end: async () => {} } as unknown as pg.Pool;
  const builder = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const builders = { sql: builder, byKey: builder };
  const tx = new Transaction(client as unknown as pg.PoolClient, builders, NODE_SCOPE, CLOCK(), newId);
  return { read: (_, work) => work(tx) };
}
