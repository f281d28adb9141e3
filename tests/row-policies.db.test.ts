/** 行级权限: the holes of row policies that are known, looked for in the catalogue; and what the application's role sees. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { APP_ROLE } from '../src/db/migrate.ts';
import { scopeSettings } from '../src/db/transaction.ts';
import { installJobs } from '../src/jobs/index.ts';
import { rangeOf } from '../src/kernel/place-codes.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { fillTables, guardedTables, insertOf, isPath, type TableShape } from './safety/filler.ts';
import { HOLES } from './safety/holes.ts';

/** Two schools in two counties of one city, and the county of the first. */
const HERE = '41/10/82/2141000001/';
const COUNTY = '41/10/82/';
const THERE = '41/10/81/2141000002/';
const NOWHERE = '41/10/8/';

/** Everybody signed in reads the directory; only inside the own place may it be written. */
const DIRECTORY = new Set(['institutions', 'class_groups']);
/** An act's row is written whatever the scope, so that no act can happen without it; reading is scoped. */
const APPEND_ANYWHERE = new Set(['audit_events']);

let made: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let tables: TableShape[];

before(async () => {
  made = await testDatabase();
  await installJobs(made.ownerUrl, APP_ROLE); // what the job queue brings along is searched too
  owner = new pg.Client({ connectionString: made.ownerUrl });
  app = new pg.Client({ connectionString: made.appUrl });
  await owner.connect();
  await app.connect();
  tables = await guardedTables(owner);
  for (const path of [HERE, THERE]) await fillTables(owner, tables, path);
});

after(async () => {
  await owner.end();
  await app.end();
  await made.drop();
});

for (const { hole, find, breach } of HOLES) {
  test(`no ${hole}`, async () => {
    const { rows } = await owner.query<{ fault: string }>(find);
    assert.deepEqual(
      rows.map(({ fault }) => fault),
      [],
    );
    await owner.query('begin');
    try {
      await owner.query(breach);
      assert.notEqual((await owner.query(find)).rowCount, 0, 'the search does not find the hole that was just made');
    } finally {
      await owner.query('rollback');
    }
  });
}

test('every kind of row that names a place or a person was filled', () => {
  assert.ok(tables.length >= 18, `only ${tables.length} tables have row policies`);
  for (const { name, columns } of tables)
    assert.ok(
      columns.some((column) => isPath(column.name)),
      `${name} has no path`,
    );
});

test('without a scope nothing is seen and nothing can be changed', async () => {
  for (const table of tables) {
    if (!DIRECTORY.has(table.name)) assert.equal(await countOf(table), 0, table.name);
    assert.equal(
      await refusalOf(insertOf(table, HERE)),
      APPEND_ANYWHERE.has(table.name) ? 'NONE' : '42501',
      table.name,
    );
  }
});

test('after a transaction its scope is gone, though the connection has known the setting', async () => {
  await inScope('', async () => assert.ok((await countOf(tables[0]!)) > 0));
  const { rows } = await app.query<{ lo: string | null }>(`select current_setting('app.lo', true) as lo`);
  assert.equal(rows[0]?.lo, '', 'the setting is not absent but empty, which a policy must deny as well');
  for (const table of tables) if (!DIRECTORY.has(table.name)) assert.equal(await countOf(table), 0, table.name);
  await inScope('', () => app.query('select 1'), 'rollback');
  for (const table of tables) if (!DIRECTORY.has(table.name)) assert.equal(await countOf(table), 0, table.name);
});

test('a county sees its own rows and nothing of the next county, table by table', async () => {
  for (const table of tables) {
    const paths = await inScope(COUNTY, () => pathsIn(table));
    assert.ok(paths.includes(HERE), `${table.name}: the own row is not seen`);
    if (!DIRECTORY.has(table.name)) assert.deepEqual([...new Set(paths)], [HERE], table.name);
  }
});

test('a place whose code merely begins alike sees nothing', async () => {
  for (const scope of [NOWHERE, '41/10/82/214100000/', '41/1/']) {
    for (const table of tables) {
      if (!DIRECTORY.has(table.name)) assert.equal(await inScope(scope, () => countOf(table)), 0, table.name);
    }
  }
});

test('the whole node sees both counties', async () => {
  for (const table of tables) {
    const paths = await inScope('', () => pathsIn(table));
    assert.deepEqual([...new Set(paths)].sort(), [THERE, HERE], table.name);
  }
});

test('a row for another place is refused, a row for the own place is not', async () => {
  for (const table of tables) {
    const elsewhere = await inScope(COUNTY, () => refusalOf(insertOf(table, THERE)), 'rollback');
    assert.equal(elsewhere, APPEND_ANYWHERE.has(table.name) ? 'NONE' : '42501', table.name);
    const own = await inScope(COUNTY, () => refusalOf(insertOf(table, HERE)), 'rollback');
    assert.notEqual(own, '42501', table.name); // it may lack its school or be there already: no matter of scope
  }
});

test('rows of another place are neither changed nor deleted, and no row is moved there', async () => {
  for (const { name } of tables) {
    const { rows } = await owner.query<{ attname: string }>(
      `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0
       and has_column_privilege('xueji_app', $1, attname, 'UPDATE')`,
      [name],
    );
    for (const { attname: column } of rows.slice(0, 3)) {
      const changed = await inScope(COUNTY, () => app.query(`update ${name} set ${column} = ${column}`), 'rollback');
      assert.equal(changed.rowCount, 1, `${name}.${column}: exactly the own row`);
    }
    if (rows.some(({ attname }) => attname === 'path')) {
      const moved = { text: `update ${name} set path = $1`, values: [THERE] };
      assert.equal(await inScope(COUNTY, () => refusalOf(moved), 'rollback'), '42501', name);
    }
    const { rows: may } = await owner.query<{ may: boolean }>(
      `select has_table_privilege('xueji_app', $1, 'DELETE') as may`,
      [name],
    );
    if (!may[0]?.may) continue;
    const deleted = await inScope(COUNTY, () => app.query(`delete from ${name}`), 'rollback');
    assert.equal(deleted.rowCount, 1, name);
  }
});

test('what two sides take part in is seen by both and by nobody else', async () => {
  const third = '41/10/83/';
  await owner.query(`update cases set counterpart_path = $1 where path = $2`, [THERE, HERE]);
  await owner.query(`update case_events set counterpart_path = $1 where path = $2`, [THERE, HERE]);
  await owner.query(`update worklist set origin_path = $1 where origin_path = $2`, [THERE, HERE]);
  for (const name of ['cases', 'case_events', 'worklist']) {
    const table = tables.find((one) => one.name === name)!;
    assert.equal(await inScope(COUNTY, () => countOf(table)), 1, name);
    assert.equal(await inScope('41/10/81/', () => countOf(table)), 2, name);
    assert.equal(await inScope(third, () => countOf(table)), 0, name);
  }
});

async function inScope<T>(path: string, work: () => Promise<T>, end = 'commit'): Promise<T> {
  await app.query(`begin; ${scopeSettings(app as unknown as pg.PoolClient, rangeOf(path))}`);
  try {
    return await work();
  } finally {
    await app.query(end);
  }
}

async function countOf({ name }: TableShape): Promise<number> {
  const { rows } = await app.query<{ size: string }>(`select count(*)::int as size from ${name}`);
  return Number(rows[0]?.size);
}

async function pathsIn({ name, columns }: TableShape): Promise<string[]> {
  const path = columns.find((column) => isPath(column.name))!.name;
  return (await app.query<{ path: string }>(`select ${path} as path from ${name}`)).rows.map((row) => row.path);
}

/** SQLSTATE with which a statement is refused, NONE where it is not; leaves nothing behind. */
async function refusalOf(statement: { text: string; values: unknown[] }): Promise<string> {
  await app.query('savepoint attempt').catch(() => {});
  try {
    await app.query(statement);
    return 'NONE';
  } catch (error) {
    return String((error as { code?: string }).code);
  }
}
