import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { FIRST_COUNTIES } from '../region/counties.ts';
import { firstCounties, planCounties } from '../region/plan-part.ts';
import { insertAttendance } from './attendance.store.ts';
import { writeDirectory } from './write-directory.ts';
import { writeStudents } from './write-students.ts';

const app = await testApplication({ now: '2026-09-21T10:00:00+08:00' });
const texts = FIRST_COUNTIES.filter(({ code }) => code === '411082' || code === '510107');
const plan = planCounties({ seed: '2026', schoolYear: 2026, students: 400 }, firstCounties(texts));
await writeDirectory(app.services, plan, async () => {});
await writeStudents(app.services, plan, { onWritten: () => {} });

test('a fortnight of roll calls by the class teachers, few absences, and one child who has stayed away all the while', async () => {
  await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the demonstration tells of itself as a whole
    await insertAttendance(tx, plan);
    const days = await tx.sql.selectFrom('attendance_days').select(['taken_on', 'taken_by_name']).execute();
    assert.equal(new Set(days.map(({ taken_on }) => taken_on)).size, 8);
    assert.ok(days.every(({ taken_by_name }) => taken_by_name !== ''));
    const marks = await tx.sql.selectFrom('absences').select(['student_id', 'kind']).execute();
    const truant = marks.filter(({ kind }) => kind === 'TRUANT');
    assert.deepEqual([truant.length, new Set(truant.map(({ student_id }) => student_id)).size], [16, 1]);
  });
});
