/**
 * 毕业生: last grades that have graduated, and what authorities set of their certificates, for tests of what comes afterwards.
 *
 *     const school = await graduated(app, { under: county.at, stage: 'JUNIOR', names: ['乙一'] }, JUNIOR_RESULTS, []);
 */
import assert from 'node:assert/strict';
import type { ResultFacts } from '../src/graduation/graduation.ts';
import type { TestApplication } from './application.ts';
import { aLastGrade, type Desk, decide, enterResults, handIn, type LastGradeDesk } from './graduands.ts';

/** The school's leader signs, then both people of each office. */
export async function sign(school: Pick<Desk, 'leader'>, caseId: string, offices: readonly Desk[]): Promise<void> {
  const answers = [await decide(school.leader, caseId, 'SUBMIT')];
  for (const { registrar, leader } of offices) {
    answers.push(await decide(registrar, caseId, 'APPROVE'), await decide(leader, caseId, 'APPROVE'));
  }
  for (const { status, detail } of answers) assert.equal(status, 200, detail);
}

/** A new school's last grade with the same results, graduated; `offices` decide after the school. */
export async function graduated(
  app: TestApplication,
  wish: Parameters<typeof aLastGrade>[1],
  facts: ResultFacts,
  offices: readonly Desk[],
): Promise<LastGradeDesk> {
  const school = await aLastGrade(app, wish);
  const entered = await enterResults(
    school,
    school.ids.map((studentId) => [studentId, facts]),
  );
  assert.equal(entered.status, 200, entered.detail);
  await sign(school, (await handIn(school)).body.caseId, offices);
  return school;
}

/** 编号规则 set by an authority in its place. */
export async function setCertificateForm({ registrar, leader }: Desk, ruleId: string, value: string): Promise<void> {
  const drawn = await registrar.post<{ caseId: string }>('/api/local-settings', {
    notice: { title: '毕业证书编号办法', number: '教〔2027〕3号', issuedOn: '2027-03-01' },
    from: '2027-04-01',
    items: [{ kind: 'PARAMETER', ruleId, parameter: 'pattern', value, article: '第二条' }],
    reason: '补录已公布的编号办法',
  });
  assert.equal(drawn.status, 200, drawn.detail);
  assert.equal((await decide(leader, drawn.body.caseId, 'SET')).status, 200);
}
