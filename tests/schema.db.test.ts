/** 数据库说明: every table and column says what it means, and every article it names exists. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { type TestDatabase, testDatabase } from './database.ts';

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
  const text = await readFile(new URL('../policies/clauses.json', import.meta.url), 'utf8');
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

/** Columns whose name says the whole idea, whatever the table. */
const SAME_EVERYWHERE = new Set([
  ...['path', 'stage', 'grade', 'intake_year', 'gender', 'born_on', 'study_mode', 'seat_no', 'photo_id', 'version'],
  ...['identity_type', 'ethnic_group', 'law_day', 'class_group_id'],
]);
