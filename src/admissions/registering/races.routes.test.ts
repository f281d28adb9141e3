/** 抢注: many offices at once over one child, one case, one number. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import { act, anAdmissionDesk, type Desk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { childRow, childRows, type Row } from '../../../tests/entrant-rows.ts';
import { LOOKS_A_DAY } from '../../students/index.ts';
import type { EntrantView, SuspicionsView } from '../entrants/entrants.api.ts';
import type { CaseEntrantPage, SubmittedView } from './registering.api.ts';

const app = await testApplication({ now: '2026-09-10T10:00:00+08:00' });
const owner = new pg.Client({ connectionString: app.ownerUrl });
const desks: Desk[] = [];
const SCHOOLS = 8;

before(async () => {
  await owner.connect();
  for (let school = 0; school < SCHOOLS; school++) desks.push(await anAdmissionDesk(app));
});

const putForward = async ({ registrar }: Desk, values: Row): Promise<string> => {
  const { body, detail, status } = await registrar.post<EntrantView>('/api/admissions/entrants', { values });
  assert.equal(status, 200, detail);
  return body.id;
};
const submit = ({ registrar }: Desk, entrantIds: string[]) =>
  registrar.post<SubmittedView>('/api/admissions/submissions', { entrantIds, signedForms: true });
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  Number((await owner.query(text, values)).rows[0].count);

/** A case on the county's desk, prepared by the officer. */
async function proposed(desk: Desk, rows: readonly Row[]): Promise<string> {
  const importId = await importRows(app, desk.registrar, rows);
  await owner.query('update entrants set photo_id = id where import_id = $1', [importId]);
  const path = `/api/admissions/imports/${importId}/submissions`;
  const { body } = await desk.registrar.post<SubmittedView>(path, { mode: 'ALL', signedForms: true });
  await act(desk.leader, body.caseIds[0]!, 'SUBMIT');
  await act(desk.officer, body.caseIds[0]!, 'APPROVE', '材料齐全');
  return body.caseIds[0]!;
}

test('64 submissions of one identity number at once: exactly one lives', async () => {
  const child = childRow(0);
  const drafts: { desk: Desk; id: string }[] = [];
  for (let turn = 0; turn < 64; turn++) {
    const desk = desks[turn % SCHOOLS]!;
    drafts.push({ desk, id: await putForward(desk, child) });
  }
  const bystander = { desk: desks[0]!, id: await putForward(desks[0]!, childRow(1)) };
  const answers = await Promise.all([...drafts, bystander].map(({ desk, id }) => submit(desk, [id])));
  const won = answers.slice(0, 64).filter(({ status }) => status === 200);
  const lost = answers.slice(0, 64).filter(({ status }) => status !== 200);
  assert.deepEqual([won.length, lost.length], [1, 63]);
  for (const { code } of lost) assert.ok(code === 'DUPLICATE_IDENTITY' || code === 'BAD_INPUT', code);
  assert.equal(answers.at(-1)!.status, 200, 'another child is in nobody’s way');
  assert.equal(await count('select count(*) from identities'), 2);
  assert.equal(await count(`select count(*) from entrants where state = 'SUBMITTED'`), 2);
  assert.equal(await count('select count(*) from cases'), 2, 'no loser leaves a case behind');
});

test('two leaders who sign one case at once: one signs, the other is told that it is done', async () => {
  const caseId = await proposed(desks[1]!, childRows(20, 100));
  const { chief } = desks[1]!;
  const { seq } = (await chief.get<{ seq: number }>(`/api/cases/${caseId}`)).body;
  const sign = () => chief.post(`/api/cases/${caseId}/acts`, { action: 'APPROVE', seq });
  const answers = await Promise.all([sign(), sign(), sign(), sign()]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
  for (const { status, code } of answers) if (status === 409) assert.equal(code, 'ALREADY_DECIDED');
  assert.equal(await count('select count(*) from registrations where begun_by = $1', [caseId]), 20);
});

test('cases that draw the same numbers at once are all decided, and no number is given twice', async () => {
  // One birthday, and a generator that gives every case the same digits first: they meet at each number.
  const draw = app.services.randomBytes;
  const turns = new Map<number, number>();
  app.services.randomBytes = (size) => {
    const turn = (turns.get(size) ?? 0) % 40;
    turns.set(size, turn + 1);
    if (size !== 4) return draw(size);
    const drawn = Buffer.alloc(4);
    drawn.writeUInt32BE(turn % 20);
    return drawn;
  };
  const caseIds: { desk: Desk; id: string }[] = [];
  for (const [place, desk] of desks.slice(2, 6).entries()) {
    caseIds.push({ desk, id: await proposed(desk, childRows(5, 499 * 3 + place * 5)) });
  }
  const answers = await Promise.all(
    caseIds.map(({ desk, id }) => desk.chief.post(`/api/cases/${id}/acts`, { action: 'APPROVE' })),
  );
  app.services.randomBytes = draw;
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  );
  const begun = [caseIds.map(({ id }) => id)];
  assert.equal(await count('select count(distinct number_hash) from numbers where issued_by = any($1)', begun), 20);
});

test('a returning and a deciding officer at once: one of them wins, no child is in two cases or in none', async () => {
  const desk = desks[6]!;
  const importId = await importRows(app, desk.registrar, childRows(6, 300));
  const { body } = await desk.registrar.post<SubmittedView>(`/api/admissions/imports/${importId}/submissions`, {
    mode: 'ALL',
    signedForms: true,
  });
  const caseId = body.caseIds[0]!;
  await act(desk.leader, caseId, 'SUBMIT');
  const children = (await desk.officer.get<CaseEntrantPage>(`/api/cases/${caseId}/entrants`)).body.items;
  const [returned, refused] = await Promise.all([
    desk.officer.post(`/api/admissions/cases/${caseId}/returns`, {
      entrantIds: children.slice(0, 2).map(({ id }) => id),
      opinion: '请核对',
    }),
    desk.officer.post(`/api/cases/${caseId}/acts`, { action: 'RETURN', opinion: '全部核对' }),
  ]);
  // Whoever comes second finds the case as the first left it: what is then still to be done is done.
  assert.ok([returned!.status, refused!.status].includes(200));
  assert.equal(
    await count(`select count(*) from entrants where import_id = $1 and state = 'SUBMITTED'`, [importId]),
    6,
  );
  const orphans = `select count(*) from entrants e where import_id = $1
    and not exists (select from identities i where i.student_id = e.id and i.claimed_by = e.case_id)`;
  assert.equal(await count(orphans, [importId]), 0, 'every claim is held by the case that the child is in');
});

test('a likely double is shown side by side with reasons and weights, both masked', async () => {
  const [one, other] = [desks[1]!, desks[7]!];
  const known = childRow(100);
  // The same child, its number miscopied in one digit of the birth place, its name in another character.
  const alike = {
    ...known,
    name: `${known['name']!.slice(0, 1)}木辰`,
    identityNumber: childRow(499 * 363 + 100)['identityNumber']!,
  };
  const id = await putForward(other, { ...alike, identityNumber: '', identityType: '其他（无证件）' });
  const { body, status } = await other.registrar.get<SuspicionsView>(`/api/admissions/entrants/${id}/suspicions`);
  assert.equal(status, 200);
  const [pair] = body.pairs;
  assert.ok(pair, 'the pair is found by sound, birthday and guardian');
  assert.equal(pair.student.schoolName, one.school.name);
  assert.equal(pair.student.name, known['name']);
  assert.match(pair.student.identityMasked, /^\d{4}\*{10}/);
  assert.match(pair.student.numberMasked, /^L\d{4}\*/);
  assert.match(pair.student.guardian, /^父 .\*+$/);
  assert.equal(pair.student.guardian, body.entrant.guardian, 'the same father in the same words');
  assert.deepEqual(pair.reasons.find(({ code }) => code === 'SAME_BIRTH')?.weight, 15);
  assert.equal(
    pair.score,
    Math.min(
      100,
      pair.reasons.reduce((sum, { weight }) => sum + weight, 0),
    ),
  );
  assert.equal(JSON.stringify(body).includes(known['identityNumber']!), false);

  // The look is told where the other child's record lies, and counts against the day's measure: each entrant once.
  const { rows: looks } = await owner.query(
    `select path, institution_id, detail from audit_events where action = 'COMPARE_STUDENT' and subject_id = $1`,
    [pair.studentId],
  );
  assert.deepEqual(looks, [{ path: one.school.path, institution_id: other.school.id, detail: { entrant: id } }]);
  const look = (entrant: string) =>
    other.registrar.get<SuspicionsView>(`/api/admissions/entrants/${entrant}/suspicions`);
  for (let again = 0; again < LOOKS_A_DAY; again++) assert.equal((await look(id)).status, 200);
  await owner.query(
    `insert into audit_events (id, at, account_id, path, action, subject_kind, request_id)
     select gen_random_uuid(), at, account_id, '', 'REVEAL_VALUE', 'STUDENT', 'another' from audit_events
     cross join generate_series(2, $2) where id = (select max(id::text)::uuid from audit_events where action = 'COMPARE_STUDENT' and subject_id = $1)`,
    [pair.studentId, LOOKS_A_DAY],
  );
  const refused = await look(id);
  assert.deepEqual([refused.status, refused.code], [429, 'TOO_MANY']);
  assert.match(refused.detail!, /比对疑似学籍/);
  const alone = await putForward(other, childRow(7_100));
  assert.equal((await look(alone)).status, 200, 'whom nobody resembles can be looked at without end');
  await owner.end();
});
