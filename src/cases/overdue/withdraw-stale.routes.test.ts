/** 久置撤回: nothing where the place has set nothing; where it has, on the day after, by the system, with notice and trail. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { act, anAdmissionDesk, type Desk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { childRows } from '../../../tests/entrant-rows.ts';
import type { CaseView } from '../cases.api.ts';

const app = await testApplication({ now: '2026-09-14T10:00:00+08:00' });
let desk: Desk;
let caseId: string;
let begun: string;

/** Handed in by the school and sent back by the county on 14 September: ten working days are over on 27 September. */
async function returned(first: number): Promise<string> {
  const importId = await importRows(app, desk.registrar, childRows(1, first));
  const { body } = await desk.registrar.post<{ caseIds: string[] }>(`/api/admissions/imports/${importId}/submissions`, {
    mode: 'GOOD',
    signedForms: true,
  });
  await act(desk.leader, body.caseIds[0]!, 'SUBMIT');
  await act(desk.officer, body.caseIds[0]!, 'RETURN', '户口簿首页不清晰');
  return body.caseIds[0]!;
}

before(async () => {
  desk = await anAdmissionDesk(app);
  caseId = await returned(1);
  begun = await returned(2);
});

const runJob = () =>
  app.features.jobs.find(({ name }) => name === 'withdraw-stale-cases')!.run({}, new AbortController().signal);
const stateOf = async (id: string) => (await desk.registrar.get<CaseView>(`/api/cases/${id}`)).body;
const setLimit = async (from: string) => {
  const drawn = await desk.officer.post<{ caseId: string }>('/api/local-settings', {
    notice: { title: '长葛市学籍办件办理规程', issuedOn: '2026-09-01' },
    from,
    items: [
      { kind: 'PARAMETER', ruleId: 'stale-case', parameter: 'within', value: { workingDays: 10 }, article: '第三条' },
    ],
  });
  assert.equal(drawn.status, 200, drawn.detail);
  await act(desk.chief, drawn.body.caseId, 'SET');
};

test('where the place has set nothing a case lies as long as it lies', async () => {
  app.clock.set('2026-12-01T02:30:00+08:00');
  await runJob();
  assert.equal((await stateOf(caseId)).state, 'RETURNED');
  app.clock.set('2026-09-14T11:00:00+08:00');
});

test('on the last day it still lies; the day after the system withdraws it and says by which notice', async () => {
  await setLimit('2026-09-15');
  await act(desk.registrar, begun, 'SUBMIT');
  const { calendar } = app.services;
  const last = calendar.addWorkingDays('2026-09-14' as never, 10);
  app.clock.set(`${last}T02:30:00+08:00`);
  await runJob();
  assert.equal((await stateOf(caseId)).state, 'RETURNED');
  app.clock.set('2026-09-30T02:30:00+08:00');
  await runJob();
  const { state, events } = await stateOf(caseId);
  const event = events.at(-1)!;
  assert.deepEqual([state, event.label, event.step, event.personName], ['WITHDRAWN', '系统撤回', 'LAPSED', '系统']);
  assert.match(event.opinion!, /退回补正后10个工作日内未再提交，由系统撤回（.*第三条）/);
  const trail = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql
      .selectFrom('audit_events')
      .select(['subject_id', 'account_id', 'person_name'])
      .where('action', '=', 'CASE_LAPSED')
      .execute(),
  );
  assert.deepEqual(trail, [{ subject_id: caseId, account_id: null, person_name: '系统' }]);
});

test('what the school has begun to hand in again is left alone, and nothing is withdrawn twice', async () => {
  await runJob();
  assert.equal((await stateOf(begun)).state, 'RETURNED');
  assert.equal((await stateOf(caseId)).events.filter(({ step }) => step === 'LAPSED').length, 1);
});

test('the children are the school’s to put forward again, and their identities are free', async () => {
  const rows = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql.selectFrom('entrants').select(['state', 'case_id']).where('state', '=', 'DRAFT').execute(),
  );
  assert.deepEqual(rows, [{ state: 'DRAFT', case_id: null }]);
});
