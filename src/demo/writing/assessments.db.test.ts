import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount } from '../../../tests/builders.ts';
import { getInstitution } from '../../authorities/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { FIRST_COUNTIES, OTHER_SCHOOL } from '../region/counties.ts';
import { firstCounties, planCounties } from '../region/plan-part.ts';
import { insertAssessments } from './assessments.store.ts';
import { writeDirectory } from './write-directory.ts';
import { writeStudents } from './write-students.ts';

const app = await testApplication({ now: '2026-11-21T10:00:00+08:00' });
const texts = FIRST_COUNTIES.filter(({ code }) => code === '411082');
const plan = planCounties({ seed: '2026', schoolYear: 2026, students: 300 }, firstCounties(texts));
await writeDirectory(app.services, plan, async () => {});
await writeStudents(app.services, plan, { onWritten: () => {} });

test('two class groups have their running term as far as it has come, as their school sees it', async () => {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL)!;
  const at = await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the demonstration tells of itself as a whole
    await insertAssessments(tx, plan);
    return getInstitution(tx, { id: school.id });
  });
  const registrar = app.as(await anAccount(app, { at, role: 'SCHOOL_REGISTRAR' }));
  type Overview = { classGroups: { id: string; filed: boolean }[] };
  type Grid = { columns: unknown[]; rows: { cells: object }[] };
  const { body } = await registrar.get<Overview>('/api/assessments');
  const full = [];
  for (const { id } of body.classGroups) {
    const path = `/api/class-groups/${id}/assessments?schoolYear=2026&term=1&kind=MIDTERM`;
    const { columns, rows } = (await registrar.get<Grid>(path)).body;
    if (rows.length > 0 && rows.every(({ cells }) => Object.keys(cells).length === columns.length)) full.push(id);
  }
  assert.equal(full.length, 2);
  assert.ok(
    body.classGroups.every(({ filed }) => !filed),
    'the finals are still to come',
  );
});
