import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount } from '../../../tests/builders.ts';
import { getInstitution } from '../../authorities/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { FIRST_COUNTIES, OTHER_SCHOOL } from '../region/counties.ts';
import { firstCounties, planCounties } from '../region/plan-part.ts';
import { insertStudentFiles } from './student-files.store.ts';
import { writeDirectory } from './write-directory.ts';
import { writeStudents } from './write-students.ts';

const app = await testApplication({ now: '2026-11-21T10:00:00+08:00' });
const texts = FIRST_COUNTIES.filter(({ code }) => code === '411082');
const plan = planCounties({ seed: '2026', schoolYear: 2026, students: 300 }, firstCounties(texts));
await writeDirectory(app.services, plan, async () => {});
await writeStudents(app.services, plan, { onWritten: () => {} });

test('most files of the demonstration are complete, and one class group has something to do', async () => {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL)!;
  const at = await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the demonstration tells of itself as a whole
    await insertStudentFiles(tx, app.services.cipher, plan);
    return getInstitution(tx, { id: school.id });
  });
  const registrar = app.as(await anAccount(app, { at, role: 'SCHOOL_REGISTRAR' }));
  type Gaps = {
    total: number;
    complete: number;
    overdue: number;
    classGroups: { id: string; complete: number; total: number }[];
  };
  const { body } = await registrar.get<Gaps>('/api/file-gaps');
  const open = body.classGroups.filter(({ complete, total }) => complete < total);
  assert.deepEqual([open.length, body.complete > body.total / 2, body.overdue > 0], [1, true, true]);
  const [group] = body.classGroups;
  type Grid = { students: { values: Record<string, string> }[] };
  const grid = await registrar.get<Grid>(`/api/class-groups/${group!.id}/health?kind=FITNESS`);
  assert.ok(grid.body.students.some(({ values }) => Number(values['height']) > 100));
});
