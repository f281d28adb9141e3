/** 一人一籍: what the database itself refuses, whatever the code above it does (MOE-6.2, MOE-5.2). */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openDatabase } from '../src/db/database.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import { newId } from '../src/kernel/ids.ts';
import { claimIdentities } from '../src/students/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { guardedTables, rowOf, type TableShape } from './safety/filler.ts';

const PATH = '41/10/82/2141000001/';
const UNIQUE = '23505';
const OVERLAP = '23P01';
const CHECK = '23514';

let made: TestDatabase;
let owner: pg.Client;
let tables: Map<string, TableShape>;

before(async () => {
  made = await testDatabase();
  owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  // Only keys and constraints are asked here: what a row refers to is made up.
  await owner.query('set session_replication_role = replica');
  tables = new Map((await guardedTables(owner)).map((table) => [table.name, table]));
});

after(async () => {
  await owner.end();
  await made.drop();
});

type Row = Record<string, unknown>;

/** Inserts a row; returns NONE, or the SQLSTATE of the refusal. */
async function insert(table: string, row: Row): Promise<string> {
  const shape = tables.get(table);
  const { names, values } = shape ? rowOf(shape, PATH) : { names: [], values: [] };
  const whole: Row = { ...Object.fromEntries(names.map((name, place) => [name, values[place]])), ...row };
  const columns = Object.keys(whole);
  const places = columns.map((_, place) => `$${place + 1}`).join(', ');
  return owner
    .query(`insert into ${table} (${columns.join(', ')}) values (${places})`, Object.values(whole))
    .then(() => 'NONE')
    .catch((error: { code?: string }) => String(error.code));
}

const registered = (student: string, from: string, to: string | null) =>
  insert('registrations', { student_id: student, valid_from: from, valid_to: to });

test('a second live registration of one student is refused, by each of two constraints without the other', async () => {
  const student = newId();
  assert.equal(await registered(student, '2026-09-01', null), 'NONE');
  assert.ok([UNIQUE, OVERLAP].includes(await registered(student, '2027-03-01', null)));
  for (const [without, code] of [
    ['alter table registrations drop constraint one_registration_at_a_time', UNIQUE],
    ['drop index registrations_one_open', OVERLAP],
  ] as const) {
    await owner.query(`begin; ${without}`);
    assert.equal(await registered(student, '2027-03-01', null), code, without);
    await owner.query('rollback');
  }
  assert.equal(await registered(newId(), '2027-03-01', null), 'NONE', 'another student is another matter');
});

test('registrations of one student may touch and may not overlap by a day', async () => {
  const student = newId();
  assert.equal(await registered(student, '2020-09-01', '2026-07-01'), 'NONE');
  assert.equal(await registered(student, '2026-06-30', '2026-08-01'), OVERLAP);
  assert.equal(await registered(student, '2019-09-01', '2020-09-02'), OVERLAP);
  assert.equal(await registered(student, '2022-09-01', '2023-07-01'), OVERLAP);
  assert.equal(await registered(student, '2021-09-01', null), OVERLAP);
  assert.equal(await registered(student, '2026-07-01', null), 'NONE');
  assert.equal(await registered(student, '2019-09-01', '2020-09-01'), 'NONE');
});

test('no registration ends before it begins', async () => {
  assert.equal(await registered(newId(), '2026-09-01', '2026-08-31'), CHECK);
});

test('an ended registration comes back to life only where nothing else lives', async () => {
  const student = newId();
  await registered(student, '2020-09-01', '2026-07-01');
  await registered(student, '2026-07-01', null);
  const revive = owner.query('update registrations set valid_to = null where student_id = $1', [student]);
  await assert.rejects(revive, (error: { code?: string }) => error.code === UNIQUE || error.code === OVERLAP);
});

test('one identity document belongs to one student on the whole node', async () => {
  const identity = { identity_hash: randomBytes(32), claimed_at: new Date() };
  assert.equal(await insert('identities', { ...identity, student_id: newId() }), 'NONE');
  assert.equal(await insert('identities', { ...identity, student_id: newId() }), UNIQUE);
});

test('a registration number is given once, also to the same student', async () => {
  const held = { number_hash: randomBytes(32), student_id: newId() };
  assert.equal(await insert('number_holders', held), 'NONE');
  assert.equal(await insert('number_holders', held), UNIQUE);
  assert.equal(await insert('number_holders', { ...held, student_id: newId() }), UNIQUE);
});

for (const [table, what] of [
  ['key_data', 'version of the key data'],
  ['numbers', 'registration number'],
  ['class_memberships', 'seat in a class group'],
] as const) {
  test(`a student has one current ${what}`, async () => {
    const order = table === 'key_data' ? 'version' : table === 'numbers' ? 'ordinal' : undefined;
    const nth = (place: number, row: Row) => insert(table, { ...row, ...(order ? { [order]: place } : {}) });
    const student = { student_id: newId(), valid_from: '2026-09-01' };
    assert.equal(await nth(1, { ...student, valid_to: '2026-09-02' }), 'NONE');
    assert.equal(await nth(2, { ...student, valid_to: null }), 'NONE');
    assert.equal(await nth(3, { ...student, valid_to: null }), UNIQUE);
    if (order) assert.equal(await nth(2, { ...student, valid_to: '2026-09-02' }), UNIQUE, 'the same version twice');
  });
}

test('two decisions on one case cannot take the same place in its events', async () => {
  const event = { case_id: newId(), seq: 2 };
  assert.equal(await insert('case_events', event), 'NONE');
  assert.equal(await insert('case_events', event), UNIQUE);
});

test('an account has one live login', async () => {
  const login = (more: Row) =>
    insert('login_sessions', {
      token_hash: randomBytes(32),
      csrf_token: 'x',
      second_factor: true,
      started_at: new Date(),
      seen_at: new Date(),
      ...more,
    });
  const account = newId();
  assert.equal(await login({ account_id: account, ended_at: new Date() }), 'NONE');
  assert.equal(await login({ account_id: account }), 'NONE');
  assert.equal(await login({ account_id: account }), UNIQUE);
});

test('of 64 schools that claim one identity at once exactly one gets it', async () => {
  const db = openDatabase({ url: made.appUrl, now: () => new Date('2026-09-17T02:00:00Z'), max: 16 });
  try {
    const hash = randomBytes(32);
    const claims = Array.from({ length: 64 }, () => ({ hash, studentId: newId(), caseId: newId() }));
    const lost = await Promise.all(
      claims.map((claim) =>
        db.write(NODE_SCOPE, async (tx) => {
          tx.markAudited();
          return (await claimIdentities(tx, [claim])).length;
        }),
      ),
    );
    assert.equal(lost.filter((count) => count === 0).length, 1);
    assert.equal(lost.filter((count) => count === 1).length, 63);
    const { rows } = await owner.query('select student_id from identities where identity_hash = $1', [hash]);
    assert.deepEqual(rows, [{ student_id: claims[lost.indexOf(0)]!.studentId }]);
  } finally {
    await db.close();
  }
});

test('of 64 plain inserts of one identity at once exactly one is taken, the others fail as doubles', async () => {
  const db = openDatabase({ url: made.appUrl, now: () => new Date('2026-09-17T02:00:00Z'), max: 16 });
  try {
    const identity_hash = randomBytes(32);
    const codes = await Promise.all(
      Array.from({ length: 64 }, () =>
        db
          .write(NODE_SCOPE, async (tx) => {
            tx.markAudited();
            await tx.sql
              .insertInto('identities')
              .values({ identity_hash, student_id: newId(), claimed_at: tx.now })
              .execute();
            return 'NONE';
          })
          .catch((error: { code?: string }) => String(error.code)),
      ),
    );
    assert.equal(codes.filter((code) => code === 'NONE').length, 1);
    assert.equal(codes.filter((code) => code === UNIQUE).length, 63);
  } finally {
    await db.close();
  }
});
