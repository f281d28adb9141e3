/** 编号不留空: many who number at once leave no double and no gap, also where a backend is killed in between. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../../tests/database.ts';
import { openDatabase } from '../db/database.ts';
import type { Transaction } from '../db/transaction.ts';
import { lastSerial, takeSerials } from './numbering.store.ts';

const database = await testDatabase();
const ISSUERS = 32;
const db = openDatabase({ url: database.appUrl, max: ISSUERS, now: () => new Date('2026-09-17T10:00:00+08:00') });
after(async () => {
  await db.close();
  await database.drop();
});
const NODE = { lo: '', hi: '~' };

/** Counters name nobody: what a test takes of them needs no row in the trail. */
const counting = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.write(NODE, (tx) => {
    tx.markAudited();
    return work(tx);
  });

test('thirty-two issuers at once take ten thousand numbers each: none double, none missing', async () => {
  const [each, at] = [10_000, 250];
  const taken = new Uint8Array(ISSUERS * each + 1);
  await Promise.all(
    Array.from({ length: ISSUERS }, async (_, issuer) => {
      // Some take many at a time, some few, and some give up in between: what is rolled back was never taken.
      const portion = issuer % 4 === 0 ? at * 2 : at;
      for (let left = each; left > 0; left -= portion) {
        if (issuer % 8 === 0)
          await assert.rejects(counting(async (tx) => fail(await takeSerials(tx, 'TEST/A', portion))));
        const first = await counting((tx) => takeSerials(tx, 'TEST/A', portion));
        for (let serial = first; serial < first + portion; serial++) taken[serial]!++;
      }
    }),
  );
  const wrong = taken.findIndex((times, serial) => serial > 0 && times !== 1);
  assert.equal(wrong, -1, `serial ${wrong} was given ${taken[wrong]} times`);
  assert.equal(await db.read(NODE, (tx) => lastSerial(tx, 'TEST/A')), ISSUERS * each);
});

test('a backend killed between taking and commit leaves no gap', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    assert.equal(await counting((tx) => takeSerials(tx, 'TEST/B', 12)), 1);
    const crash = counting(async (tx) => {
      assert.equal(await takeSerials(tx, 'TEST/B', 5), 13);
      const { rows } = await owner.query<{ pid: number }>(
        `select pid from pg_stat_activity where state = 'idle in transaction' and query like '%number_counters%' and datname = current_database()`,
      );
      assert.equal(rows.length, 1);
      await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await takeSerials(tx, 'TEST/B', 1);
    });
    await assert.rejects(crash);
    assert.equal(
      await counting((tx) => takeSerials(tx, 'TEST/B', 1)),
      13,
      'the next one follows the last that was kept',
    );
  } finally {
    await owner.end();
  }
});

test('who waits for a series gets what follows, whether the other keeps its numbers or not', async () => {
  const held = Promise.withResolvers<void>();
  const slow = counting(async (tx) => {
    await takeSerials(tx, 'TEST/C', 3);
    await held.promise;
    return fail(0);
  });
  const waiting = counting((tx) => takeSerials(tx, 'TEST/C', 2));
  held.resolve();
  await assert.rejects(slow);
  assert.equal(await waiting, 1);
});

function fail(_: number): never {
  throw new Error('given up');
}
