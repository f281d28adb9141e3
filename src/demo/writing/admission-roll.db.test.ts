import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount } from '../../../tests/builders.ts';
import type { RollList } from '../../admissions/intake/roll/roll.api.ts';
import { getInstitution } from '../../authorities/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { FIRST_COUNTIES, OTHER_SCHOOL } from '../region/counties.ts';
import { firstCounties, planCounties } from '../region/plan-part.ts';
import { insertAdmissionRolls } from './admission-roll.store.ts';
import { writeDirectory } from './write-directory.ts';

const app = await testApplication({ now: '2026-11-21T10:00:00+08:00' });
const texts = FIRST_COUNTIES.filter(({ code }) => code === '411082');
const plan = planCounties({ seed: '2026', schoolYear: 2026, students: 300 }, firstCounties(texts));
await writeDirectory(app.services, plan, async () => {});

test('a demonstration has a roll on which most have come and some are awaited', async () => {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL)!;
  const at = await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the demonstration tells of itself as a whole
    await insertAdmissionRolls(tx, app.services.cipher, plan);
    return getInstitution(tx, { id: school.id });
  });
  const registrar = app.as(await anAccount(app, { at, role: 'SCHOOL_REGISTRAR' }));
  const { body } = await registrar.get<RollList>('/api/admission-roll');
  assert.deepEqual(body.counts, { CHECKED_IN: 14, NO_SHOW: 4 });
  const entry = await registrar.get(`/api/admission-roll/${body.items[0]!.id}`);
  assert.equal(entry.status, 200, entry.detail);
});
