import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../tests/database.ts';
import { signIn } from '../authorities/index.ts';
import { makeBlindIndex } from '../crypto/blind-index.ts';
import { makeFieldCipher } from '../crypto/field-cipher.ts';
import { international } from '../crypto/international.ts';
import { makeKeyRing } from '../crypto/key-ring.ts';
import { openDatabase } from '../db/database.ts';
import { NODE_SCOPE, type Transaction } from '../db/transaction.ts';
import { newId } from '../kernel/ids.ts';
import { rangeOf } from '../kernel/place-codes.ts';
import { SetupFault } from '../kernel/setup-fault.ts';
import { findHolders, identityHashOf, numberHashOf } from '../students/index.ts';
import { DEMO_PASSWORD, demoCode } from './accounts.ts';
import { findDemo, finishDemo, isUntouched, makeDemo } from './make-demo.ts';
import { drawClassGroup } from './people/draw-class-group.ts';
import { FIRST_COUNTIES } from './region/counties.ts';
import { firstCounties, planCounties, rollsOf } from './region/plan-part.ts';
import { writeDirectory } from './writing/write-directory.ts';
import { writeStudents } from './writing/write-students.ts';

const now = () => new Date('2026-09-21T02:00:00Z');
const ring = makeKeyRing(international, randomBytes);
const cipher = makeFieldCipher(ring);
const index = makeBlindIndex(ring);

/** Keys are the same everywhere, so that two databases can be compared. */
async function anInstallation() {
  const database = await testDatabase();
  const db = openDatabase({ url: database.appUrl, now });
  after(async () => {
    await db.close();
    await database.drop();
  });
  return { db, cipher, index, now, newId, randomBytes };
}

const part = { seed: '2026', schoolYear: 2026, students: 300 };
const small = planCounties(part, firstCounties(FIRST_COUNTIES.slice(0, 2)));
const drawn = small.schools.flatMap((school) =>
  rollsOf(small, school).flatMap(({ roll }) => [...drawClassGroup(roll)]),
);

async function aSmallRegion() {
  const needs = await anInstallation();
  await writeDirectory(needs, small, async () => {});
  await writeStudents(needs, small, { onWritten: () => {} });
  return needs;
}

const region = await aSmallRegion();
const reading = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => region.db.read(NODE_SCOPE, work);
const sizeOf = async (tx: Transaction, table: Parameters<Transaction['copyIn']>[0]) => {
  const { rows } = await sql<{ size: number }>`select count(*)::int as size from ${sql.table(table)}`.execute(tx.sql);
  return rows[0]!.size;
};

test('three hundred children of two counties are students with everything that a registration writes', async () => {
  assert.equal(drawn.length, 300);
  await reading(async (tx) => {
    for (const table of [
      'students',
      'key_data',
      'numbers',
      'number_holders',
      'registrations',
      'class_memberships',
      'roster',
    ] as const) {
      assert.equal(await sizeOf(tx, table), 300, table);
    }
    const documented = drawn.filter(({ record }) => record.identityNumber).length;
    assert.equal(await sizeOf(tx, 'identities'), documented);
    const guardians = drawn.reduce((sum, { record }) => sum + record.guardians.length, 0);
    assert.equal(await sizeOf(tx, 'guardians'), guardians);
    assert.ok((await sizeOf(tx, 'duplicate_keys')) > 900);
  });
});

test('the roster stands for the open registrations, each in its class group', async () => {
  const rows = await reading((tx) =>
    tx.sql
      .selectFrom('registrations as r')
      .innerJoin('roster as o', 'o.student_id', 'r.student_id')
      .innerJoin('class_groups as g', 'g.id', 'o.class_group_id')
      .select(['r.student_id'])
      .whereRef('o.school_id', '=', 'r.school_id')
      .whereRef('o.county', '=', 'r.county')
      .whereRef('g.school_id', '=', 'r.school_id')
      .whereRef('g.intake_year', '=', 'r.intake_year')
      .where('r.valid_to', 'is', null)
      .execute(),
  );
  assert.equal(rows.length, 300);
});

test('every child is found by the document and by the number, and what is sealed opens', async () => {
  await reading(async (tx) => {
    for (const { id, record, number } of drawn) {
      const { identityType, identityNumber } = record;
      if (identityType && identityNumber) {
        const hash = identityHashOf(index, identityType, identityNumber);
        assert.equal((await findHolders(tx, [hash])).get(hash.toString('hex'))?.studentId, id);
      }
      const holder = await tx.sql
        .selectFrom('number_holders as h')
        .innerJoin('numbers as n', 'n.student_id', 'h.student_id')
        .select(['h.student_id', 'n.kind', 'n.sealed'])
        .where('h.number_hash', '=', numberHashOf(index, number.number))
        .executeTakeFirstOrThrow();
      assert.deepEqual([holder.student_id, holder.kind], [id, number.kind]);
      assert.equal(cipher.open('numbers', id, holder.sealed), number.number);
    }
  });
});

test('each stage of a school came in by one closed case, proposed and signed by the school and by its authority', async () => {
  const events = await reading((tx) =>
    tx.sql
      .selectFrom('cases as c')
      .innerJoin('case_events as e', 'e.case_id', 'c.id')
      .innerJoin('accounts as a', 'a.id', 'e.account_id')
      .select(['c.id', 'e.seq', 'e.step', 'e.to_state', 'a.role'])
      .where('c.kind', '=', 'REGISTRATION')
      .orderBy('c.id')
      .orderBy('e.seq')
      .execute(),
  );
  const cases = Map.groupBy(events, ({ id }) => id);
  assert.ok(cases.size >= 11);
  for (const course of cases.values()) {
    assert.deepEqual(
      course.map(({ step, to_state, role }) => `${role} ${step} ${to_state}`),
      [
        'SCHOOL_REGISTRAR PROPOSED PREPARING',
        'SCHOOL_LEADER SIGNED WITH_AUTHORITY',
        'AUTHORITY_REGISTRAR PROPOSED WITH_AUTHORITY',
        'AUTHORITY_LEADER SIGNED COMPLETED',
      ],
    );
  }
});

test('a province has set its yearly windows by a case that two persons have signed', async () => {
  const rows = await reading((tx) =>
    tx.sql
      .selectFrom('local_settings as s')
      .innerJoin('cases as c', 'c.id', 's.case_id')
      .innerJoin('accounts as a', 'a.id', 's.set_by')
      .select(['s.place_code', 's.name', 'c.kind', 'a.role'])
      .orderBy('s.place_code')
      .orderBy('s.name')
      .execute(),
  );
  const provinces = new Set(rows.map(({ place_code }) => place_code));
  assert.ok(provinces.size > 0 && [...provinces].every((code) => /^\d{2}0000$/.test(code)));
  assert.equal(rows.length, provinces.size * 2);
  for (const { kind, role } of rows) assert.deepEqual([kind, role], ['LOCAL_SETTING', 'AUTHORITY_LEADER']);
});

test('a county sees its own children and none of the county next door', async () => {
  const [changge, yuzhou] = await Promise.all(
    ['41/10/82/', '41/10/81/'].map((path) => region.db.read(rangeOf(path), (tx) => sizeOf(tx, 'students'))),
  );
  assert.equal(changge! + yuzhou!, 300);
  assert.ok(changge! > 0 && yuzhou! > 0);
});

test('two regions of one seed are the same, row by row', async () => {
  const other = await aSmallRegion();
  const all = (needs: typeof region) =>
    needs.db.read(NODE_SCOPE, async (tx) => ({
      roster: await tx.sql.selectFrom('roster').selectAll().orderBy('student_id').execute(),
      holders: await tx.sql.selectFrom('number_holders').selectAll().orderBy('number_hash').execute(),
      institutions: await tx.sql.selectFrom('institutions').selectAll().orderBy('path').execute(),
      accounts: await tx.sql.selectFrom('accounts').select(['id', 'login_name', 'person_name']).orderBy('id').execute(),
      classGroups: await tx.sql.selectFrom('class_groups').selectAll().orderBy('id').execute(),
    }));
  assert.deepEqual(await all(other), await all(region));
});

test('a region broken off in the middle is finished later, and nobody stands in it twice', async () => {
  const needs = await anInstallation();
  const aborter = new AbortController();
  const breakOff = (sentence: string) => {
    if (sentence.startsWith('已建立')) aborter.abort(new Error('broken off'));
  };
  assert.ok(await isUntouched(needs));
  await assert.rejects(makeDemo(needs, { students: 400, log: breakOff, signal: aborter.signal }), /broken off/);
  const begun = await findDemo(needs);
  assert.deepEqual([begun?.parts.length, begun?.finished], [1, 0]);
  const size = () => needs.db.read(NODE_SCOPE, (tx) => sizeOf(tx, 'roster'));
  const written = await size();
  assert.ok(written > 0 && written < 400, `${written}`);
  const state = await finishDemo(needs, begun!, { log: () => {} });
  assert.equal(state.finished, 1);
  assert.equal(await size(), 400);
  // Asked for less than there is, it stays; asked for more, it grows by the difference.
  assert.equal((await makeDemo(needs, { students: 100, log: () => {} })).parts.length, 1);
  assert.equal((await makeDemo(needs, { students: 450, log: () => {} })).parts.length, 2);
  assert.equal(await size(), 450);
});

test('where somebody works already no demonstration is made', async () => {
  await assert.rejects(makeDemo(region, { students: 100, log: () => {} }), SetupFault);
});

test('a person of the table signs in with the published password and, deciding, with the code', async () => {
  const person = { device: 'test', requestId: 'test', password: DEMO_PASSWORD };
  const enter = (loginName: string, code?: string) =>
    signIn(region as never, { ...person, loginName, ...(code ? { code } : {}) });
  await enter('muzhilu.jingban');
  await assert.rejects(enter('muzhilu.lingdao'), { code: 'SECOND_FACTOR_NEEDED' });
  await enter('muzhilu.lingdao', demoCode(now()).code);
  await enter('changge.lingdao', demoCode(now()).code);
});
