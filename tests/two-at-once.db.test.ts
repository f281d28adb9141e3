/** 同时办理: of two who act on one thing at the same moment one does it, the other is told, and it is done once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Answer } from './access/caller.ts';
import { testApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, type TestAccount } from './builders.ts';
import { childRow } from './entrant-rows.ts';

const CHILDREN = 12;

const app = await testApplication({ now: '2026-09-17T09:00:00+08:00' });
const owner = new pg.Client({ connectionString: app.ownerUrl });
type Two = [TestAccount, TestAccount];
let registrars: Two; // of two schools
let leaders: [Two, Two]; // two in each school
let officers: Two;
let chiefs: Two;

before(async () => {
  owner.on('error', () => {}); // the database is dropped under it at the end
  await owner.connect();
  const schools = [await aSchool(app), await aSchool(app)] as const;
  const county = await anAuthority(app);
  const two = async (at: typeof county, role: TestAccount['role']): Promise<Two> => [
    await anAccount(app, { at, role }),
    await anAccount(app, { at, role }),
  ];
  for (const school of schools) {
    for (const ordinal of [1, 2, 3]) await aClassGroup(app, { school, grade: 1, ordinal });
  }
  registrars = [
    await anAccount(app, { at: schools[0], role: 'SCHOOL_REGISTRAR' }),
    await anAccount(app, { at: schools[1], role: 'SCHOOL_REGISTRAR' }),
  ];
  leaders = [await two(schools[0], 'SCHOOL_LEADER'), await two(schools[1], 'SCHOOL_LEADER')];
  officers = await two(county, 'AUTHORITY_REGISTRAR');
  chiefs = await two(county, 'AUTHORITY_LEADER');
});

after(() => owner.end());

/** Lets two persons act at once; exactly one succeeds. Returns whose turn it was, and both answers. */
async function race<T>(two: readonly [Promise<Answer<T>>, Promise<Answer<T>>]) {
  const answers = await Promise.all(two);
  const won = answers.map(({ status }) => status === 200);
  assert.deepEqual(won.toSorted(), [false, true], answers.map(({ status, text }) => `${status} ${text}`).join('\n'));
  const winner = won[0] ? 0 : 1;
  return { winner, answer: answers[winner]!, refusal: answers[1 - winner]! } as const;
}

const act = (who: TestAccount, caseId: string, action: string, seq?: number) =>
  app.as(who).post(`/api/cases/${caseId}/acts`, { action, opinion: '核对材料后办理', ...(seq ? { seq } : {}) });

async function putForward(who: TestAccount, nth: number): Promise<string> {
  const answer = await app
    .as(who)
    .post<{ id: string; red: number }>('/api/admissions/entrants', { values: childRow(nth) });
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.body.red, 0, answer.text);
  return answer.body.id;
}

const cases: { caseId: string; school: 0 | 1 }[] = [];

test('a child that two schools hand in at once is claimed by one, and registered once', async () => {
  for (let nth = 0; nth < CHILDREN; nth++) {
    const ids = [await putForward(registrars[0], nth), await putForward(registrars[1], nth)] as const;
    const handIn = (place: 0 | 1) =>
      app
        .as(registrars[place])
        .post<{ caseIds: string[] }>('/api/admissions/submissions', { entrantIds: [ids[place]], signedForms: true });
    const { winner, answer, refusal } = await race([handIn(0), handIn(1)]);
    assert.ok(['DUPLICATE_IDENTITY', 'BAD_INPUT'].includes(refusal.code ?? ''), refusal.text);
    cases.push({ caseId: answer.body.caseIds[0]!, school: winner });
  }
  const { rows } = await owner.query('select count(*)::int as held from identities');
  assert.deepEqual(rows, [{ held: CHILDREN }]);
});

test('of two who decide on a case at once one does, and the other is told', async () => {
  for (const { caseId, school } of cases) {
    const [first, second] = leaders[school];
    const handedIn = await race([act(first, caseId, 'SUBMIT'), act(second, caseId, 'SUBMIT')]);
    assert.ok(['STEP_NOT_ALLOWED', 'NOT_ALLOWED'].includes(handedIn.refusal.code ?? ''), handedIn.refusal.text);

    const proposed = await race([act(officers[0], caseId, 'APPROVE', 2), act(officers[1], caseId, 'RETURN', 2)]);
    assert.equal(proposed.refusal.code, 'ALREADY_DECIDED', proposed.refusal.text);
    if (proposed.winner === 1) continue; // returned to the school: nothing to sign
    const signed = await race([act(chiefs[0], caseId, 'APPROVE', 3), act(chiefs[1], caseId, 'SEND_BACK', 3)]);
    assert.equal(signed.refusal.code, 'ALREADY_DECIDED', signed.refusal.text);
  }
});

test('whatever the races led to: events without a gap, one student for each approval, no claim lost', async () => {
  const { rows: gaps } = await owner.query(
    'select case_id from case_events group by case_id having max(seq) <> count(*) or min(seq) <> 1',
  );
  assert.deepEqual(gaps, []);
  const { rows } = await owner.query<Record<string, number>>(
    `select (select count(*)::int from case_events where to_state = 'COMPLETED') as approved,
       (select count(*)::int from students) as students, (select count(*)::int from registrations) as registrations,
       (select count(*)::int from identities) as held`,
  );
  const { approved, students, registrations, held } = rows[0]!;
  assert.equal(students, approved);
  assert.equal(registrations, approved);
  assert.equal(held, CHILDREN);
});
