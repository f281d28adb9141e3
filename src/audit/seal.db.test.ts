/** 审计封存: every committed event is sealed once and in order, whatever commits late, runs twice or dies in between. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { guomi } from '../crypto/guomi.ts';
import { international } from '../crypto/international.ts';
import { addSigningKey, type KeyRing, makeKeyRing, publicKeysOf, signWith } from '../crypto/key-ring.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { recordAll } from './record.store.ts';
import { findLastHead } from './seal.store.ts';
import { makeSealer, type Sealer } from './seal.ts';
import { headStatement } from './statement.ts';
import { verifyAudit } from './verify.ts';
import { witnessRestore } from './witness.ts';

const ACTOR = { accountId: null, personName: '系统', institutionId: null };
const CLOCK = () => new Date('2026-09-01T02:00:00.123Z');

let made: TestDatabase;
let owner: pg.Client;
let db: Database;
let folder: string;
let witnessFile: string;
let ring: KeyRing;

before(async () => {
  made = await testDatabase();
  owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  db = openDatabase({ url: made.appUrl, max: 12, now: CLOCK });
  folder = await mkdtemp(path.join(tmpdir(), 'xueji-seal-'));
});

after(async () => {
  await db.close();
  await owner.end();
  await made.drop();
  await rm(folder, { recursive: true });
});

/** An empty log with a witness file of its own. */
async function freshLog(suite = international): Promise<void> {
  await owner.query('truncate audit_events, audit_leaves, audit_heads');
  witnessFile = path.join(folder, `${randomBytes(4).toString('hex')}.jsonl`);
  ring = makeKeyRing(suite, randomBytes);
}

const sealer = (options: { batch?: number; ring?: KeyRing } = {}): Sealer =>
  makeSealer({ db, ring, witnessFile, now: CLOCK, ...options });

const act = (count = 1) =>
  db.write(NODE_SCOPE, (tx) =>
    recordAll(
      tx,
      ACTOR,
      Array.from({ length: count }, (_, index) => ({
        action: 'VIEW_STUDENT',
        subjectKind: 'STUDENT' as const,
        path: '41/10/82/',
        detail: { index, fields: ['phone'] },
      })),
    ),
  );

const lastHead = () => db.read(NODE_SCOPE, findLastHead);
const verify = () => verifyAudit({ db, digest: ring.suite.digest, publicKeys: publicKeysOf(ring), witnessFile });

/** Seals until so many events are sealed; transactions of other tests on the same server may hold the horizon back. */
async function sealUntil(size: number, one: Sealer = sealer()): Promise<void> {
  for (let round = 0; round < 500; round++) {
    const outcome = await one.sealAll();
    assert.notEqual(outcome.kind, 'STOPPED', outcome.kind === 'STOPPED' ? outcome.sentence : '');
    const reached = (await lastHead())?.size ?? 0;
    if (reached >= size) return assert.equal(reached, size);
    await wait(20);
  }
  assert.fail(`only ${(await lastHead())?.size ?? 0} of ${size} events were sealed`);
}

for (const suite of [international, guomi]) {
  test(`${suite.id}: events are sealed in batches under a chain of heads that verifies`, async () => {
    await freshLog(suite);
    const empty = await sealer().sealOnce();
    assert.deepEqual(empty, { kind: 'NOTHING_NEW' });
    for (const count of [1, 40, 23]) await act(count);
    await sealUntil(64, sealer({ batch: 10 }));
    const report = await verify();
    assert.deepEqual(report.faults, []);
    assert.deepEqual([report.sealed, report.heads, report.witnessed, report.pending], [64, 7, 7, 0]);
    assert.deepEqual(report.notices, []);
    assert.ok(report.sound);
  });
}

test('an event of a slow transaction holds sealing back and is then sealed in its place, never passed by', async () => {
  await freshLog();
  const slow = new pg.Client({ connectionString: made.ownerUrl });
  await slow.connect();
  try {
    await slow.query('begin');
    await slow.query(
      `insert into audit_events (id, at, path, action, subject_kind) values (gen_random_uuid(), now(), '', 'SLOW', 'NODE')`,
    );
    await act(5);
    const one = sealer();
    assert.deepEqual(await one.sealOnce(), { kind: 'NOTHING_NEW' }, 'the five are younger than the open transaction');
    await slow.query('commit');
    await sealUntil(6, one);
  } finally {
    await slow.end();
  }
  const { rows } = await owner.query(
    `select e.action from audit_leaves l join audit_events e on e.id = l.event_id order by l.position limit 1`,
  );
  assert.equal(rows[0].action, 'SLOW');
  assert.ok((await verify()).sound);
});

test('transactions are sealed by number, not by the digits of the number', async () => {
  await freshLog();
  for (const xid of ['9', '10', '99', '100', '101']) {
    await owner.query(
      `insert into audit_events (id, xid, at, path, action, subject_kind)
       values (gen_random_uuid(), $1, now(), '', 'EARLY', 'NODE')`,
      [xid],
    );
  }
  await sealUntil(5, sealer({ batch: 2 }));
  assert.deepEqual((await verify()).faults, []);
});

test('of 300 transactions that commit in any order beside a running sealer none is lost and none is sealed twice', async () => {
  await freshLog();
  const one = sealer({ batch: 7 });
  let isWriting = true;
  const sealing = (async () => {
    while (isWriting) assert.notEqual((await one.sealOnce()).kind, 'STOPPED');
  })();
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let round = 0; round < 50; round++) {
      await db.write(NODE_SCOPE, async (tx) => {
        await recordAll(tx, ACTOR, [{ action: 'WRITE', subjectKind: 'NODE', path: '' }]);
        await wait((writer * 7 + round * 13) % 9);
      });
    }
  });
  await Promise.all(writers);
  isWriting = false;
  await sealing;
  await sealUntil(300, one);
  const report = await verify();
  assert.deepEqual(report.faults, []);
  assert.deepEqual([report.sealed, report.witnessed], [300, report.heads]);
});

test('several sealers at once give one log', async () => {
  await freshLog();
  const sealers = Array.from({ length: 5 }, () => sealer({ batch: 4 }));
  for (let round = 0; round < 10; round++) {
    await act(9);
    const outcomes = await Promise.all(sealers.map((one) => one.sealOnce()));
    assert.ok(outcomes.every(({ kind }) => kind !== 'STOPPED'));
  }
  await sealUntil(90, sealers[0]);
  const report = await verify();
  assert.deepEqual(report.faults, []);
  assert.equal(report.witnessed, report.heads);
});

test('a restarted sealer goes on from the witness, and without its peaks from the leaves', async () => {
  await freshLog();
  await act(13);
  await sealUntil(13, sealer({ batch: 5 }));
  await act(8);
  await sealUntil(21);
  const withoutPeaks = (await readFile(witnessFile, 'utf8')).replace(/"peaks":\[[^\]]*\],/g, '');
  await writeFile(witnessFile, withoutPeaks);
  await act(4);
  await sealUntil(25);
  assert.deepEqual((await verify()).faults, []);
});

test('a head whose witness line was lost or torn in a power cut is witnessed at the next run', async () => {
  await freshLog();
  await act(3);
  await sealUntil(3);
  await act(2);
  await sealUntil(5);
  const text = await readFile(witnessFile, 'utf8');
  await truncate(witnessFile, text.length - 40);
  const torn = await verify();
  assert.ok(torn.sound, 'one head not yet witnessed is no fault');
  assert.equal(torn.notices.length, 2);
  assert.deepEqual(await sealer().sealOnce(), { kind: 'NOTHING_NEW' });
  const mended = await verify();
  assert.deepEqual([mended.sound, mended.witnessed], [true, 2]);
  assert.deepEqual(mended.notices, ['见证文件有1行无法读取（多为断电所致），已略过']);
});

test('a log that was rolled back stops the sealer until the restore is put on record', async () => {
  await freshLog();
  await act(4);
  await sealUntil(4);
  const older = await lastHead();
  await act(4);
  await sealUntil(8);
  await owner.query(`delete from audit_events where id in (select event_id from audit_leaves where position > 4)`);
  await owner.query('delete from audit_leaves where position > 4');
  await owner.query('delete from audit_heads where size > 4');
  await act(2);
  const stopped = await sealer().sealOnce();
  assert.equal(stopped.kind, 'STOPPED');
  assert.match(stopped.kind === 'STOPPED' ? stopped.sentence : '', /见证文件记有8条已封存，数据库中只有4条/);
  assert.deepEqual(
    (await verify()).faults.map((fault) => fault.kind),
    ['TAIL_CUT'],
  );

  await witnessRestore(witnessFile, ring, { lastHead: older, reason: '机房断电，恢复至昨夜备份', now: CLOCK() });
  await sealUntil(6);
  const report = await verify();
  assert.deepEqual(report.faults, []);
  assert.deepEqual(report.notices, ['2026-09-01曾登记从备份恢复，封存自第4条续起，事由：机房断电，恢复至昨夜备份']);
});

test('the sealer stops before a last head that it did not sign', async () => {
  await freshLog();
  await act(2);
  await sealUntil(2);
  await act(1);
  await owner.query(`update audit_heads set sealed_at = sealed_at + interval '1 day'`);
  const outcome = await sealer().sealOnce();
  assert.equal(
    outcome.kind === 'STOPPED' ? outcome.sentence : '',
    '最后的封存头签名不符，已停止封存，请先核验审计日志',
  );
});

test('after a change of the signing key old heads stay verifiable and new ones name the new key', async () => {
  await freshLog();
  await act(2);
  await sealUntil(2);
  const first = (await lastHead())!.keyId;
  ring = addSigningKey(ring, randomBytes);
  await act(2);
  await sealUntil(4);
  assert.notEqual((await lastHead())!.keyId, first);
  assert.ok((await verify()).sound);
});

test('data brought in by a logical copy, whose transactions lie in the future, stops the sealer with the remedy', async () => {
  await freshLog();
  await owner.query(
    `insert into audit_events (id, xid, at, path, action, subject_kind)
     values (gen_random_uuid(), '3', now(), '', 'OLD', 'NODE')`,
  );
  await sealUntil(1);
  const head = (await lastHead())!;
  const moved = { ...head, lastXid: '9000000000000' };
  await owner.query('update audit_heads set last_xid = $1, signature = $2', [
    moved.lastXid,
    signWith(ring, headStatement(moved)).signature,
  ]);
  const outcome = await sealer().sealOnce();
  assert.match(outcome.kind === 'STOPPED' ? outcome.sentence : '', /请改用物理备份恢复，或用 pg_resetwal/);
});
