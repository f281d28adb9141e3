import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { testDatabase, testServer } from '../../tests/database.ts';
import { migrate } from './migrate.ts';
import { provideDatabase } from './provide-database.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'xueji-provide-'));
await chmod(dataDir, 0o755);
after(() => rm(dataDir, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

test('without an address the embedded database is there, migrated and open to the application, at every start', async (t) => {
  for (const start of [1, 2]) {
    const database = await provideDatabase({ dataDir, log: () => {} });
    t.after(database.stop);
    await migrate(database);
    const { who, name } = await ask(database.appUrl, 'select current_user as who, current_database() as name');
    assert.deepEqual([start, who, name], [start, 'xueji_app', 'xueji']);
    await database.stop();
  }
});

test('with an address nothing is started, and stopping leaves the other server alone', async () => {
  const ownerUrl = await testServer();
  const database = await provideDatabase({ dataDir: path.join(dataDir, 'none'), ownerUrl, log: () => {} });
  await database.stop();
  assert.deepEqual(await ask(database.ownerUrl, 'select 1 as one'), { one: 1 });
});

test('each test database is its own: migrated, bound for the application, gone after drop', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  try {
    await ask(one.ownerUrl, 'create table mark (id int)');
    await assert.rejects(ask(other.ownerUrl, 'select * from mark'), { code: '42P01' });
    await assert.rejects(ask(one.appUrl, 'create table mine (id int)'), { code: '42501' });
    assert.deepEqual(await ask(one.appUrl, 'select count(*)::int as students from students'), { students: 0 });
  } finally {
    await Promise.all([one.drop(), other.drop()]);
  }
  await assert.rejects(ask(one.ownerUrl, 'select 1'), { code: '3D000' });
});
