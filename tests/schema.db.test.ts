/** 数据库说明: every table and column says what it means, and every article it names exists. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { type TestDatabase, testDatabase } from './database.ts';

const MIGRATIONS = new URL('../migrations/', import.meta.url);

let made: TestDatabase;
let client: pg.Client;

before(async () => {
  made = await testDatabase();
  client = new pg.Client({ connectionString: made.ownerUrl });
  await client.connect();
});

after(async () => {
  await client.end();
  await made.drop();
});

/** Every table and column of the product with its comment; a table stands as `students`, a column as `students.path`. */
const COMMENTS = `
  select c.relname as name, obj_description(c.oid, 'pg_class') as comment from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname not like 'kysely%'
  union all
  select c.relname || '.' || a.attname, col_description(c.oid, a.attnum) from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname not like 'kysely%'
  order by 1`;

const commentsOf = async () =>
  (await client.query<{ name: string; comment: string | null }>(COMMENTS)).rows.map(({ name, comment }) => ({
    name,
    comment: comment ?? '',
  }));

test('every table and every column says what it means: the Chinese term, a colon, the English meaning', async () => {
  const all = await commentsOf();
  assert.ok(all.length > 300, 'the catalogue was not read');
  const silent = all.filter(({ comment }) => !/^\p{Script=Han}[\p{Script=Han}（）、A-Z]*: \S/u.test(comment));
  const faults = silent.map(({ name, comment }) => `${name}: ${comment || 'no comment'}`);
  assert.deepEqual(faults, [], "write it in a migration: comment on column … is '中文: meaning, unit, code table'");
});

test('the articles that comments name are those of the regulation texts', async () => {
  const text = await readFile(new URL('../policies/clauses/clauses.json', import.meta.url), 'utf8');
  const known = new Set((JSON.parse(text) as { id: string }[]).map(({ id }) => id));
  const named = (await commentsOf()).flatMap(({ name, comment }) =>
    [...comment.matchAll(/\b(?:MOE|SC|SX|CG|S[1-6])-\d[\w.]*/g)].map(([id]) => ({ name, id })),
  );
  assert.ok(named.length > 20, 'no article was found');
  const faults = named.filter(({ id }) => !known.has(id));
  assert.deepEqual(faults, []);
});

test('two tables do not call one column by two Chinese terms', async () => {
  const terms = new Map<string, Set<string>>();
  for (const { name, comment } of await commentsOf()) {
    const column = name.split('.')[1];
    if (!column || !SAME_EVERYWHERE.has(column)) continue;
    terms.set(column, (terms.get(column) ?? new Set()).add(comment.split(':')[0]!));
  }
  assert.equal(terms.size, SAME_EVERYWHERE.size);
  for (const [column, found] of terms) assert.equal(found.size, 1, `${column}: ${[...found].join(', ')}`);
});

test('a unique key holds the shard key of its table, or it could not be kept on a cluster', async () => {
  const shardKeys = await shardKeysOf();
  assert.ok(shardKeys.size > 15, 'no shard key was found in the migrations');
  const { rows } = await client.query<{ table_name: string; name: string; columns: string[] }>(`
    select i.indrelid::regclass::text as table_name, i.indexrelid::regclass::text as name, array_agg(a.attname::text) as columns
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where (i.indisunique or i.indisexclusion) and i.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    group by 1, 2`);
  const faults = rows.filter(({ table_name, columns }) => {
    const key = shardKeys.get(table_name);
    return key !== undefined && !columns.includes(key);
  });
  assert.deepEqual(faults, []);
});

test('foreign keys lead to reference tables, from local to local ones, or stay with one shard key', async () => {
  const shardKeys = await shardKeysOf();
  const { rows } = await client.query<{ name: string; child: string; target: string; columns: string[] }>(`
    select conname as name, conrelid::regclass::text as child, confrelid::regclass::text as target,
      (select array_agg(attname::text) from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  assert.ok(rows.length > 15);
  const faults = rows.filter(({ child, target, columns }) => {
    const [from, to] = [shardKeys.get(child), shardKeys.get(target)];
    return to !== undefined && !(from !== undefined && columns.includes(from));
  });
  assert.deepEqual(faults, []);
});

test('ids are made by the application: no sequence, no identity column', async () => {
  const { rows } = await client.query(`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
    union all select attrelid::regclass || '.' || attname from pg_attribute where attidentity <> ''`);
  assert.deepEqual(rows, []);
});

/** By table the column that the migrations name in brackets behind `create table`; reference and local tables have none. */
async function shardKeysOf(): Promise<Map<string, string>> {
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql'));
  const text = (await Promise.all(files.map((file) => readFile(new URL(file, MIGRATIONS), 'utf8')))).join('\n');
  const found = [...text.matchAll(/^create table (\w+) \( -- (?:\[(\w+)\]|local)/gm)];
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely%'`,
  );
  const declared = new Set(found.map(([, table]) => table));
  const silent = rows.filter(({ name }) => !declared.has(name));
  assert.deepEqual(silent, [], 'name the shard key in brackets, or "local", behind the opening of the table');
  return new Map(found.flatMap(([, table, key]) => (table && key && key !== 'reference' ? [[table, key]] : [])));
}

/** Columns whose name says the whole idea, whatever the table. */
const SAME_EVERYWHERE = new Set([
  ...['path', 'stage', 'grade', 'intake_year', 'gender', 'born_on', 'study_mode', 'seat_no', 'photo_id', 'version'],
  ...['identity_type', 'ethnic_group', 'law_day', 'class_group_id'],
]);
