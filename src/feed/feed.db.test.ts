/** 变动序列: on a real database, with writers that take their time. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '../../tests/database.ts';
import { openDatabase } from '../db/database.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { newId } from '../kernel/ids.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import { announce } from './announce.store.ts';
import type { ChangeEvent } from './change-event.api.ts';
import { readFeed } from './follow.store.ts';
import { publishChanges } from './publish.store.ts';

const database = await testDatabase();
const db = openDatabase({ url: database.appUrl, max: 12, now: () => new Date() });
after(async () => {
  await db.close();
  await database.drop();
});

const HERE = '41/1082/A';
const THERE = '51/0108/B';

/** Tells of one change under the lock of its student, as every use case does, and takes its time before the commit. */
function change(studentId: string, turn: () => number, { before = 0, path = HERE, fails = false } = {}) {
  return db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    // A transaction number of its own long before it has the lock: the order of those numbers says nothing.
    await tx.sql.insertInto('node_facts').values({ name: newId(), value: '{}', at: tx.now }).execute();
    await pause(before);
    await tx.sql
      .selectFrom('node_facts')
      .select('name')
      .where('name', '=', `student ${studentId}`)
      .forUpdate()
      .executeTakeFirstOrThrow();
    announce(tx, { kind: 'REGISTRATION_CHANGED', path, studentId, body: { turn: turn() } });
    await pause(before);
    if (fails) throw new Error('changed its mind');
  });
}

async function students(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    const rows = ids.map((id) => ({ name: `student ${id}`, value: '{}', at: tx.now }));
    await tx.sql.insertInto('node_facts').values(rows).execute();
  });
  return ids;
}

const read = (wish: Parameters<typeof readFeed>[1], scope = NODE_SCOPE) => db.read(scope, (tx) => readFeed(tx, wish));

test('a follower beside slow and failing writers misses nothing, hears nothing twice and each student in order', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let state = seed;
  const chance = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const ids = await students(6);
  const turns = new Map<string, number>();
  const took = new Map<string, number[]>(ids.map((id) => [id, []]));
  let writing = true;
  let published = false;
  const writer = async () => {
    for (let n = 0; n < 40; n++) {
      const id = ids[chance(ids.length)]!;
      let mine = 0;
      const turn = () => {
        mine = (turns.get(id) ?? 0) + 1;
        turns.set(id, mine);
        return mine;
      };
      const fails = chance(10) === 0;
      await change(id, turn, { before: chance(12), fails }).then(
        () => took.get(id)!.push(mine),
        (error: Error) => assert.equal(error.message, 'changed its mind'),
      );
    }
  };
  const publisher = async () => {
    while (writing) {
      await publishChanges(db);
      await pause(chance(8));
    }
  };
  const heard: ChangeEvent[] = [];
  const follower = async () => {
    for (let cursor = 0; ; ) {
      const isLast = published;
      const page = await read({ after: cursor, limit: 1 + chance(7) });
      heard.push(...page.events);
      cursor = page.next;
      if (isLast && page.events.length === 0 && !page.more) return;
      await pause(chance(5));
    }
  };
  const following = follower();
  const publishing = [publisher(), publisher()];
  await Promise.all(Array.from({ length: 6 }, writer));
  writing = false;
  await Promise.all(publishing);
  await publishChanges(db);
  published = true;
  await following;
  for (const id of ids) {
    const mine = heard.filter(({ studentId }) => studentId === id).map(({ body }) => body['turn']);
    assert.deepEqual(
      mine,
      took.get(id)!.toSorted((a, b) => a - b),
      `seed ${seed}`,
    );
  }
  assert.deepEqual(
    heard.map(({ position }) => position),
    heard.map((_, index) => index + 1),
    `seed ${seed}: places without gaps`,
  );
  assert.equal(new Set(heard.map(({ id }) => id)).size, heard.length);
});

test('what is committed late stands behind every place that was given out, and holds nobody up', async () => {
  const [slow = '', quick = ''] = await students(2);
  const { next: start } = await read({ after: 0, limit: 1000 });
  const late = change(slow, () => 1, { before: 150 });
  await change(quick, () => 1);
  await publishChanges(db);
  const first = await read({ after: start, limit: 10 });
  assert.deepEqual(
    first.events.map(({ studentId }) => studentId),
    [quick],
    'the quick one need not wait for the slow one',
  );
  await late;
  await publishChanges(db);
  const second = await read({ after: first.next, limit: 10 });
  assert.deepEqual(
    second.events.map(({ studentId }) => studentId),
    [slow],
  );
});

test('a follower of one place hears nothing of another, and comes past what concerned others', async () => {
  const [one = ''] = await students(1);
  const { next: start } = await read({ after: 0, limit: 1000 });
  await change(one, () => 1, { path: THERE });
  await publishChanges(db);
  const here = await read({ after: start, limit: 10 }, rangeOf('41/'));
  assert.deepEqual([here.events, here.next, here.more], [[], start + 1, false]);
  const there = await read({ after: start, limit: 10 }, rangeOf('51/'));
  assert.equal(there.events.length, 1);
  const narrowed = await read({ after: start, limit: 10, within: rangeOf('51/0109') });
  assert.deepEqual(narrowed.events, []);
});

test('nothing that stands in the feed can be changed or taken out', async () => {
  const attempts = [
    () => db.write(NODE_SCOPE, (tx) => tx.sql.deleteFrom('feed_events').execute()),
    () => db.write(NODE_SCOPE, (tx) => tx.sql.updateTable('feed_events').set({ kind: 'CASE_MOVED' }).execute()),
  ];
  for (const attempt of attempts) await assert.rejects(attempt(), { code: '42501' });
});
