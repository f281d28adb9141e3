/** 超计划招收: whoever is admitted beyond the plan keeps the roster of a senior school from being confirmed, counted and not typed in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup } from '../../../tests/builders.ts';
import { admitted, aRollDesk, decide, type RollDesk } from '../../../tests/roll-desk.ts';
import { someStudents } from '../../../tests/students.ts';
import type { CaseView } from '../../cases/index.ts';

const app = await testApplication({ now: '2026-09-14T10:00:00+08:00' });
const desk = await aRollDesk(app, { placeCode: '510107', stage: 'SENIOR' });
const bystander = await aRollDesk(app, { placeCode: '510107', stage: 'SENIOR' });

/** Its roster as the county has it, and how it may be confirmed. */
async function rosterOf({ school, registrar, leader, officer }: RollDesk): Promise<CaseView> {
  const classGroup = { ...(await aClassGroup(app, { school, grade: 10 })), firstGrade: 10 };
  await someStudents(app, { school, classGroup, name: '甲一' });
  const { body, detail } = await registrar.post<{ caseId: string }>('/api/roster-confirmations', { stage: 'SENIOR' });
  assert.ok(body.caseId, detail);
  await decide(leader, body.caseId, 'SUBMIT');
  return (await officer.get<CaseView>(`/api/cases/${body.caseId}`)).body;
}

async function setPlan({ school, officer, chief }: RollDesk, places: number, reason?: string): Promise<void> {
  app.clock.advance(60_000);
  const drawn = await officer.post<{ caseId: string }>('/api/admission-plans', {
    ...{ intakeYear: 2026, paper: { title: '2026年普通高中招生计划', issuedOn: '2026-06-01' } },
    items: [{ schoolId: school.id, stage: 'SENIOR', places }],
    ...(reason ? { reason } : {}),
  });
  assert.equal(drawn.status, 200, drawn.detail);
  await decide(chief, drawn.body.caseId, 'SET');
}

test('two admitted and a plan cut down to one: the roster is not confirmed', async () => {
  await setPlan(desk, 2);
  for (let child = 0; child < 2; child++) await admitted(desk, desk.city, { way: '统一招生' });
  await setPlan(desk, 1, '校舍维修，压缩计划');
  const { id, findings } = await rosterOf(desk);
  const against = findings.find(({ verdict }) => verdict === 'REFUSE');
  assert.deepEqual([against?.sentence, against?.chip], ['花名册上有违规招收的学生1人，不予注册', '四川·第十一条']);
  const refused = await desk.officer.post(`/api/cases/${id}/acts`, { action: 'APPROVE', opinion: '已核对' });
  assert.equal(refused.code, 'LAW_REFUSES');
});

test('within the plan nothing is said of it, and the authority’s own look still counts', async () => {
  await setPlan(bystander, 2);
  await admitted(bystander, bystander.city, { way: '统一招生' });
  const { findings } = await rosterOf(bystander);
  assert.equal(
    findings.find(({ verdict }) => verdict === 'REFUSE'),
    undefined,
  );
});
