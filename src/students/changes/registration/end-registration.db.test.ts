import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { anAuthority, aSchool, writing } from '../../../../tests/builders.ts';
import { someStudents } from '../../../../tests/students.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import { checkDuplicates } from '../../matching/duplicate-check.ts';
import { rebuildRoster } from '../../search/rebuild-roster.ts';
import { endRegistration } from './end-registration.store.ts';
import { resumeRegistration } from './resume-registration.ts';

const app = await testApplication();
const county = await anAuthority(app);
const [school, other] = [await aSchool(app, { under: county }), await aSchool(app, { under: county })];
const on = civilDate('2026-09-15');

const end = (studentId: string, from = ['ENROLLED']) =>
  writing(app, (tx) => endRegistration(tx, { studentId, caseId: newId(), on, from, reason: 'WITHDRAWN' }));
const resume = (studentId: string, to = school) =>
  writing(app, (tx) =>
    resumeRegistration(tx, app.services, {
      ...{ studentId, caseId: newId(), on, to },
      ...{ stage: 'PRIMARY', grade: 1, intakeYear: 2026 },
    }),
  );
const identityOf = async (studentId: string) =>
  app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('key_data').selectAll().where('student_id', '=', studentId).executeTakeFirstOrThrow(),
  );

test('who has left is still found by the number: with the last place, and as one who has left', async () => {
  const [student] = await someStudents(app, { school });
  const child = await identityOf(student!);
  const look = () =>
    app.db.read(NODE_SCOPE, async (tx) => {
      const subject = {
        ...{ id: newId(), identityHash: child.identity_hash, guardianHashes: [], keys: [] },
        ...{ name: '某某', plainPinyin: 'moumou', gender: '1', bornOn: on, residentNumber: null },
      };
      const { exact } = (await checkDuplicates(tx, app.services, [subject])).get(subject.id) ?? {};
      return exact && [exact.studentId, exact.placeName !== undefined, exact.left];
    });
  assert.deepEqual(await look(), [student, true, false]);
  await end(student!);
  assert.deepEqual(await look(), [student, true, true]);
});

test('a registration ends once, from the state the case found, and begins again once', async () => {
  const [student] = await someStudents(app, { school });
  await assert.rejects(end(student!, ['ON_LEAVE']), /学籍状态已变动/);
  await assert.rejects(resume(student!), /现已在籍/);
  await end(student!);
  await assert.rejects(end(student!), /学籍状态已变动/);
  await resume(student!);
  await assert.rejects(resume(student!), /现已在籍/);
});

test('the roster row of who comes back, at the old school or another, is the one that the facts make', async () => {
  const [same, moved, bystander] = await someStudents(app, { school }, { school }, { school });
  const row = (id: string) =>
    app.db.read(NODE_SCOPE, (tx) =>
      tx.sql.selectFrom('roster').selectAll().where('student_id', '=', id).executeTakeFirst(),
    );
  const [before, atHome] = [await row(same!), await row(bystander!)];
  await end(same!);
  await end(moved!);
  assert.equal(await row(same!), undefined);
  await resume(same!);
  await resume(moved!, other);
  const { registered_on: _, ...there } = (await row(same!))!;
  const { registered_on: __, ...was } = before!;
  assert.deepEqual(there, was);
  assert.deepEqual([(await row(moved!))?.school_id, (await row(moved!))?.path], [other.id, other.path]);
  assert.deepEqual(await row(bystander!), atHome);
  const { mended, added, removed } = await rebuildRoster(app.services);
  assert.deepEqual([mended, added, removed], [0, 0, 0]);
});
