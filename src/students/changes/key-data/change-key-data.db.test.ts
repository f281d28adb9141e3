/** 关键数据变更的写入: what holds when two write at once, whatever either of them saw before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { anAuthority, aSchool, nextNumber } from '../../../../tests/builders.ts';
import { someStudents } from '../../../../tests/students.ts';
import { SYSTEM_ACTOR } from '../../../access/index.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import { makeIdentityNumber } from '../../identity/identity-number.ts';
import { readRecord } from '../../view/read-record.ts';
import { assessKeyData } from './assess-key-data.ts';
import { changeKeyData } from './change-key-data.ts';

const app = await testApplication();
const school = await aSchool(app, { under: await anAuthority(app) });
const { db, services } = app;
const actor = { ...SYSTEM_ACTOR, institution: school } as unknown as Parameters<typeof changeKeyData>[2];
const wanted = () =>
  makeIdentityNumber({
    area: school.placeCode,
    bornOn: civilDate('2020-02-27'),
    sequence: 501 + 2 * (nextNumber() % 200),
  });
const recordOf = (id: string) => db.read(NODE_SCOPE, (tx) => readRecord(tx, services, id));
const keysOf = (id: string) =>
  db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('duplicate_keys').selectAll().where('student_id', '=', id).orderBy('key_hash').execute(),
  );

class NotWritten extends Error {}

test('two who both saw the number free: one has it, of the other nothing is written', async () => {
  const ids = await someStudents(app, { school, name: '周一一' }, { school, name: '吴二二' });
  const identityNumber = wanted();
  let looking = ids.length;
  let allLooked = () => {};
  const looked = new Promise<void>((done) => {
    allLooked = done;
  });
  const change = (id: string) =>
    db.write(NODE_SCOPE, async (tx) => {
      const assessed = await assessKeyData(tx, services, id, { identityNumber, gender: '1' });
      assert.equal(assessed.duplicates?.exact, undefined);
      if (--looking === 0) allLooked();
      await looked;
      const act = { id: newId(), number: 'GJ' };
      if (!(await changeKeyData(tx, services, actor, assessed, act))) throw new NotWritten();
    });
  const outcomes = await Promise.allSettled(ids.map(change));
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  const lost = outcomes.find((one) => one.status === 'rejected');
  assert.ok(lost?.reason instanceof NotWritten);
  for (const [at, id] of ids.entries()) {
    const { record, keyData } = await recordOf(id);
    const won = outcomes[at]!.status === 'fulfilled';
    assert.deepEqual([record.identityNumber === identityNumber, keyData.length], [won, won ? 2 : 1]);
  }
});

test('the duplicate check finds the child by what it is now called, and no longer by what it was', async () => {
  const [id = '', bystander = ''] = await someStudents(app, { school, name: '郑三三' }, { school, name: '冯四四' });
  const [before, untouched] = [await keysOf(id), await keysOf(bystander)];
  const assessed = await db.write(NODE_SCOPE, async (tx) => {
    const found = await assessKeyData(tx, services, id, { name: '陈三三' });
    assert.equal(await changeKeyData(tx, services, actor, found, { id: newId(), number: 'GJ' }), true);
    return found;
  });
  const hashes = (rows: readonly { key_hash: Buffer }[]) => rows.map(({ key_hash }) => key_hash.toString('hex'));
  const after = hashes(await keysOf(id));
  assert.deepEqual(after, assessed.keys.map(({ hash }) => hash.toString('hex')).toSorted());
  assert.notDeepEqual(after, hashes(before));
  assert.deepEqual(await keysOf(bystander), untouched);
});
