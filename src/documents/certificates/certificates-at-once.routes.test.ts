/** 同时编号: eight schools whose batches are signed in the same moment share one series of the county, whole and single. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority } from '../../../tests/builders.ts';
import { decide, deskOf, graduated, JUNIOR_RESULTS, setCertificateForm, sign } from '../../../tests/graduands.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';

const app = await testApplication({ now: '2027-06-21T10:00:00+08:00' });

test('eight batches at once: no number twice, none missing, each school in one piece', async () => {
  const county = await deskOf(app, await anAuthority(app, { placeCode: '140106' }));
  await setCertificateForm(county, 'certificate-number-form', '{area:6}{year:4}{serial:5}');
  const caseIds: string[] = [];
  for (let school = 0; school < 8; school++) {
    const at = await graduated(
      app,
      { under: county.at, stage: 'JUNIOR', names: ['甲', '乙', '丙'] },
      JUNIOR_RESULTS,
      [],
    );
    const body = { stage: 'JUNIOR', year: 2027, outcome: 'GRADUATED' };
    const { caseId } = (await at.registrar.post<{ caseId: string }>('/api/certificate-batches', body)).body;
    await sign(at, caseId, []);
    assert.equal((await decide(county.registrar, caseId, 'APPROVE')).status, 200);
    caseIds.push(caseId);
  }
  const signed = await Promise.all(caseIds.map((caseId) => decide(county.leader, caseId, 'APPROVE')));
  assert.deepEqual(
    signed.map(({ status }) => status),
    Array(8).fill(200),
  );
  const given = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('certificates').select(['number', 'batch_id']).orderBy('number').execute(),
  );
  const wanted = Array.from({ length: 24 }, (_, place) => `1401062027${String(place + 1).padStart(5, '0')}`);
  assert.deepEqual(
    given.map(({ number }) => number),
    wanted,
  );
  const runs = given.filter(({ batch_id }, place) => batch_id !== given[place - 1]?.batch_id);
  assert.equal(runs.length, 8, 'the numbers of a school follow each other');
});
