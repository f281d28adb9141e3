/** 事务: scopes that meet on the same few connections never see each other's rows; a write without its trail does not happen. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { record } from '../audit/record.store.ts';
import { newId } from '../kernel/ids.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import { type Database, openDatabase } from './database.ts';
import { NODE_SCOPE, type Transaction } from './transaction.ts';

const now = () => new Date('2026-09-17T02:00:00Z');
const SCOPES = 200;
const TRANSACTIONS = 5_000;
const CONNECTIONS = 5;
const SYSTEM = { accountId: null, personName: '系统', institutionId: null };

let made: TestDatabase;
let owner: pg.Client;
let db: Database;

before(async () => {
  made = await testDatabase();
  owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  db = openDatabase({ url: made.appUrl, now, max: CONNECTIONS });
});

after(async () => {
  await db.close();
  await owner.end();
  await made.drop();
});

/** 41/10/00/ … 41/11/99/: places that share beginnings. */
const pathOf = (place: number): string => `41/${10 + Math.floor(place / 100)}/${String(place % 100).padStart(2, '0')}/`;

const fileAt = (path: string) => ({
  id: newId(),
  path,
  kind: 'PHOTO',
  media_type: 'image/jpeg',
  size: 1,
  digest: randomBytes(32),
  made_by: newId(),
  made_at: now(),
});

/** A small generator with a seed, so that a failing run can be run again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

class Abort extends Error {}

test(`${TRANSACTIONS} transactions of ${SCOPES} scopes over ${CONNECTIONS} connections, many broken off: no foreign row`, async () => {
  const seed = Number(process.env['SEED'] ?? 20_260_917);
  console.log(`seed ${seed}`);
  const draw = chance(seed);
  for (let place = 0; place < SCOPES; place++) {
    const { id, path, kind, media_type, size, digest, made_by, made_at } = fileAt(pathOf(place));
    await owner.query('insert into files values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[id, path, kind, media_type, size, digest, made_by, made_at],
    ]);
  }
  const outcome = { whole: 0, brokenOff: 0, foreign: 0, empty: 0 };
  let left = TRANSACTIONS;
  const look = async (tx: Transaction, path: string) => {
    const rows = await tx.sql.selectFrom('files').select('path').execute();
    outcome.foreign += rows.filter((row) => row.path !== path).length;
    if (!rows.some((row) => row.path === path)) outcome.empty++;
  };

  /** Every way in which work can end, well or badly, with a look at what is seen before and after. */
  const WAYS: ((tx: Transaction, path: string) => Promise<void>)[] = [
    look,
    async (tx, path) => {
      await look(tx, path);
      throw new Abort();
    },
    async (tx, path) => {
      await look(tx, path);
      await sql`select 1 / 0`.execute(tx.sql);
    },
    async (tx, path) => {
      const all = await tx.beyondScope(() => tx.sql.selectFrom('files').select('path').execute());
      assert.equal(all.length, SCOPES);
      await look(tx, path);
    },
    async (tx, path) => {
      await tx
        .beyondScope(async () => {
          throw new Abort();
        })
        .catch(() => {});
      await look(tx, path);
      throw new Abort();
    },
    async (tx) => tx.beyondScope(async () => void (await sql`select 1 / 0`.execute(tx.sql))),
    async (tx) => tx.beyondScope(async () => Promise.reject(new Abort())),
  ];
  const worker = async () => {
    while (left-- > 0) {
      const path = pathOf(draw(SCOPES));
      const way = WAYS[draw(WAYS.length)]!;
      const cut = draw(250) === 0;
      const mode = draw(2) ? 'read' : 'write';
      try {
        await db[mode](rangeOf(path), async (tx) => {
          if (cut) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.sql);
          await way(tx, path);
        });
        outcome.whole++;
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        outcome.brokenOff++;
      }
    }
  };
  await Promise.all(Array.from({ length: 4 * CONNECTIONS }, worker));
  assert.deepEqual({ foreign: outcome.foreign, empty: outcome.empty }, { foreign: 0, empty: 0 }, `seed ${seed}`);
  assert.equal(outcome.whole + outcome.brokenOff, TRANSACTIONS);
  assert.ok(outcome.whole > TRANSACTIONS / 5 && outcome.brokenOff > TRANSACTIONS / 5, JSON.stringify(outcome));
});

const WRITES: Record<string, (tx: Transaction) => Promise<unknown>> = {
  'an INSERT': (tx) => tx.sql.insertInto('files').values(fileAt('41/')).execute(),
  'an UPDATE that hits nothing': (tx) =>
    tx.sql.updateTable('students').set({ version: 1 }).where('id', '=', newId()).execute(),
  'a DELETE': (tx) => tx.sql.deleteFrom('guardians').execute(),
  'an INSERT by COPY': (tx) => {
    const row = fileAt('41/');
    return tx.copyIn('files', Object.keys(row), [Object.values(row)]);
  },
  'an INSERT as plain text': (tx) =>
    sql`insert into duplicate_keys values (${randomBytes(8)}, ${newId()}, 'PINYIN_BIRTH')`.execute(tx.sql),
  'an INSERT inside a SELECT': (tx) => {
    const { kind, ...row } = fileAt('41/');
    return tx.sql
      .with('added', (query) =>
        query
          .insertInto('files')
          .values({ ...row, kind })
          .returning('id'),
      )
      .selectFrom('added')
      .select('id')
      .execute();
  },
  'an INSERT inside a SELECT, as plain text': (tx) =>
    sql`with added as (
      insert into duplicate_keys values (${randomBytes(8)}, ${newId()}, 'PINYIN_BIRTH') returning key_hash
    ) select * from added`.execute(tx.sql),
};

for (const [title, write] of Object.entries(WRITES)) {
  test(`${title} without its row in the trail is not committed; with it, it is`, async () => {
    const before = await rowsOf();
    await assert.rejects(db.write(NODE_SCOPE, write), /left no audit row/);
    assert.deepEqual(await rowsOf(), before);
    await db.write(NODE_SCOPE, async (tx) => {
      await write(tx);
      await record(tx, SYSTEM, { action: 'KEEP_FILE', subjectKind: 'FILE', path: '41/' });
    });
    assert.equal((await rowsOf()).audit, before.audit + 1);
  });
}

test('reading leaves no row and needs none; a read cannot write', async () => {
  const before = await rowsOf();
  await db.write(NODE_SCOPE, (tx) => tx.sql.selectFrom('files').select('id').execute());
  await assert.rejects(
    db.read(NODE_SCOPE, (tx) => tx.sql.insertInto('files').values(fileAt('41/')).execute()),
    { code: '25006' },
  );
  assert.deepEqual(await rowsOf(), before);
});

test('an act whose trail cannot be written does not happen', async () => {
  await owner.query('revoke insert on audit_events from xueji_app');
  try {
    const before = await rowsOf();
    const act = db.write(NODE_SCOPE, async (tx) => {
      await tx.sql.insertInto('files').values(fileAt('41/')).execute();
      await record(tx, SYSTEM, { action: 'KEEP_FILE', subjectKind: 'FILE', path: '41/' });
    });
    await assert.rejects(act, { code: '42501' });
    assert.deepEqual(await rowsOf(), before);
  } finally {
    await owner.query('grant insert on audit_events to xueji_app');
  }
});

test('work that swallowed a failed statement is told that nothing was committed', async () => {
  const before = await rowsOf();
  const act = db.write(NODE_SCOPE, async (tx) => {
    await record(tx, SYSTEM, { action: 'KEEP_FILE', subjectKind: 'FILE', path: '41/' });
    await sql`select 1 / 0`.execute(tx.sql).catch(() => {});
    return 'done';
  });
  await assert.rejects(act, /not committed/);
  assert.deepEqual(await rowsOf(), before);
});

async function rowsOf() {
  const { rows } = await owner.query<{ files: number; keys: number; audit: number }>(
    `select (select count(*)::int from files) as files, (select count(*)::int from duplicate_keys) as keys,
       (select count(*)::int from audit_events) as audit`,
  );
  return rows[0]!;
}
