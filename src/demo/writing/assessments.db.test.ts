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

test('two class groups have filed the term that is over, as their school sees it on its list', async () => {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL)!;
  const at = await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the demonstration tells of itself as a whole
    await insertAssessments(tx, plan);
    return getInstitution(tx, { id: school.id });
  });
  const registrar = app.as(await anAccount(app, { at, role: 'SCHOOL_REGISTRAR' }));
  type Overview = { classGroups: { name: string; filed: boolean; entered: number }[] };
  const filedIn = async (query: string) => {
    const { body } = await registrar.get<Overview>(`/api/assessments?${query}`);
    return body.classGroups.filter(({ filed }) => filed).length;
  };
  assert.equal(await filedIn('schoolYear=2025&term=2'), 2);
  assert.equal(await filedIn('schoolYear=2026&term=1'), 0, 'the running term has no finals yet');
});
