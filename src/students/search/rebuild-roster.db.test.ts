import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { makeDemo } from '../../demo/index.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { changeRegistration } from '../index.ts';
import { rebuildRoster } from './rebuild-roster.ts';

const app = await testApplication();
await makeDemo(app.services, { students: 300, log: () => {} });

const writing = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the test is the accident
    return work(tx);
  });
const roster = () =>
  app.db.read(NODE_SCOPE, (tx) => tx.sql.selectFrom('roster').selectAll().orderBy('student_id').execute());
const rebuildings = () =>
  app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('audit_events').select('detail').where('action', '=', 'REBUILD_ROSTER').execute(),
  );

const kept = await roster();

test('what is rebuilt from the facts is what was kept, and nothing is written', async () => {
  assert.deepEqual(await rebuildRoster(app.services), { right: 300, mended: 0, added: 0, removed: 0 });
  assert.deepEqual(await roster(), kept);
  assert.deepEqual(await rebuildings(), []);
});

test('rows that were changed, lost, moved to another county or left behind are put right, the others stay as they are', async () => {
  const [changed, lost, moved] = kept.map(({ student_id }) => student_id);
  await writing(async (tx) => {
    await tx.sql
      .updateTable('roster')
      .set({ name: '某某', grade: 12, identity_masked: '', seat_no: null })
      .where('student_id', '=', changed!)
      .execute();
    await tx.sql.deleteFrom('roster').where('student_id', '=', lost!).execute();
    await tx.sql.updateTable('roster').set({ county: '411000' }).where('student_id', '=', moved!).execute();
    await tx.sql
      .insertInto('roster')
      .values({ ...kept.at(-1)!, student_id: tx.newId() })
      .execute();
  });
  assert.deepEqual(await rebuildRoster(app.services), { right: 297, mended: 1, added: 2, removed: 2 });
  assert.deepEqual(await roster(), kept);
  assert.equal((await rebuildings()).length, 2);
});

test('a class group that was left shows in the rebuilt row', async () => {
  const { student_id } = kept.find(({ class_group_id }) => class_group_id)!;
  await writing((tx) =>
    tx.sql
      .updateTable('class_memberships')
      .set({ valid_to: '2026-10-01' })
      .where('student_id', '=', student_id)
      .execute(),
  );
  assert.equal((await rebuildRoster(app.services)).mended, 1);
  const row = (await roster()).find((one) => one.student_id === student_id);
  assert.deepEqual([row?.class_group_id, row?.seat_no], [null, null]);
});

test('whoever goes on leave and comes back has been registered since the same day, in the rebuilt row as in the kept one', async () => {
  const { student_id, registered_on, grade } = kept[7]!;
  const change = (from: string, to: string, on: string) =>
    writing((tx) =>
      changeRegistration(tx, { studentId: student_id, caseId: tx.newId(), on: civilDate(on), from, to, grade }),
    );
  await change('ENROLLED', 'ON_LEAVE', '2026-10-12');
  assert.equal((await rebuildRoster(app.services)).mended, 0);
  await change('ON_LEAVE', 'ENROLLED', '2027-03-01');
  assert.equal((await rebuildRoster(app.services)).mended, 0);
  const row = (await roster()).find((one) => one.student_id === student_id);
  assert.equal(row?.registered_on, registered_on);
});
