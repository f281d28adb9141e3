/** 核对者也要核对: each promise is broken by hand, and the checker says so; a checker that finds nothing proves nothing. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Answer } from '../access/caller.ts';
import { lookAt } from './look.ts';
import { PROMISES } from './promises.ts';
import { aRegion } from './region.ts';
import { type Act, step, type World } from './step.ts';

const region = await aRegion();
const look = await lookAt(region.owner);
const { owner, people, schools } = region;
const [school, another] = schools as [(typeof schools)[0], (typeof schools)[0]];
const registrar = people.find((one) => one.institution.id === school.id && one.role === 'SCHOOL_REGISTRAR')!;
const leader = people.find((one) => one.institution.id === school.id && one.role === 'SCHOOL_LEADER')!;
/** With an open case, with a changed registration, and one with a seat and nothing else. */
const [busy, changed, quiet] = region.children.map(({ id }) => id) as [string, string, string];
const OPEN = `(select case_id from open_cases where student_id = '${busy}')`;

before(async () => {
  for (const [studentId, action] of [[busy], [changed, 'WITHDRAW']] as const) {
    const form = { reason: 'ILLNESS', orderedBySchool: false, termHours: 600, hoursMissed: 300, hospital: 'COUNTY' };
    const papers = { hospitalPapers: ['RECEIPT', 'RECORD_COPY'], beginsOn: '2026-09-01', endsOn: '2027-08-20' };
    const opened = await registrar.call.post<{ caseId: string }>('/api/leaves', {
      studentId,
      matter: { kind: 'LEAVE', form: { ...form, ...papers } },
      opinion: '住院治疗',
    });
    assert.equal(opened.status, 200, opened.detail);
    if (action) await registrar.call.post(`/api/cases/${opened.body.caseId}/acts`, { action });
  }
});

/** How each promise is broken: by what is broken in words, and the words are those of the promise. */
const BREAKS: Record<string, string> = {
  'a student has at most one live registration': `alter table registrations drop constraint one_registration_at_a_time;
    drop index registrations_one_open;
    insert into registrations select student_id, gen_random_uuid(), school_id, path, county, stage, grade, intake_year,
      study_mode, state, begun_by, ended_by, end_reason, valid_from, valid_to from registrations where student_id = '${quiet}'`,
  'an identity has at most one live registration': `update key_data set identity_hash =
    (select identity_hash from key_data where student_id = '${busy}') where student_id = '${quiet}'`,
  'whoever bears an identity number holds the claim on it, and nobody else; a cancelled record holds none': `delete from identities where student_id = '${quiet}'`,
  'a child that has not left by a decided case has a live registration': `update registrations set valid_to = '2026-09-03',
    ended_by = ${OPEN}, end_reason = 'WITHDRAWN' where student_id = '${quiet}'`,
  'registrations of a student follow each other without a day between, but after a leaving': `with gone as (
      update registrations set valid_to = '2026-08-01' where student_id = '${quiet}' returning *)
    insert into registrations select student_id, gen_random_uuid(), school_id, path, county, stage, grade, intake_year,
      study_mode, state, begun_by, null, null, '2026-08-02', null from gone`,
  'what ends a registration, and what begins the next, is a decided case': `update registrations set begun_by = ${OPEN}
    where student_id = '${quiet}'`,
  'the roster is the live registrations': `update roster set grade = 5 where student_id = '${quiet}'`,
  'a seat is one of the school of the live registration, and in the roster': `update class_memberships set valid_to = '2026-09-03'
    where student_id = '${quiet}'`,
  'the record lies where the child is registered': `update guardians set path = '${another.path}' where student_id = '${quiet}'`,
  'one version of key data holds, and one number': `update numbers set valid_to = '2026-09-03' where student_id = '${quiet}'`,
  'no case is lost: each has its events, the first to the last without a gap, each from where the one before led': `
    delete from case_events where case_id = ${OPEN}`,
  'a case that has not ended is held by one of its parties, one that has ended by nobody': `update case_events
    set holder_id = '${another.id}' where case_id = ${OPEN}`,
  'every party can reach its case': `update cases set path = '${another.path}' where id = ${OPEN}`,
  'whoever acted on a case takes part in it, or stands above somebody who does': `update case_events
    set institution_id = '${another.id}' where case_id = ${OPEN}`,
  'a signature is that of a leader, and of another person than proposed': `update case_events set step = 'SIGNED'
    where case_id = ${OPEN}`,
  'the worklist says what the last events say': `delete from worklist where subject_id = '${busy}'`,
  'whom an open case is about is taken by it, and nobody by a case that has ended': `insert into open_cases
    select '${changed}', id from cases where subject_id = '${changed}'`,
  'every event of a case has its row in the trail': `delete from audit_events where subject_kind = 'CASE' and subject_id = ${OPEN}`,
  'every registration that a case began or ended has its row in the trail of its school, with the number of the case': `update registrations
    set begun_by = ${OPEN} where student_id = '${busy}'`,
};

test('of a sound world nothing is said to be broken', async () => {
  assert.deepEqual((await look()).broken, []);
});

for (const { what } of PROMISES) {
  test(`broken by hand, it is found: ${what}`, async () => {
    const by = BREAKS[what];
    assert.ok(by, 'nobody has tried to break this promise');
    await owner.query('begin; set local session_replication_role = replica');
    try {
      await owner.query(by);
      const { broken } = await look();
      assert.ok(
        broken.some((told) => told.startsWith(`${what}: `)),
        `not found; said: ${broken.join('; ') || 'nothing'}`,
      );
    } finally {
      await owner.query('rollback');
    }
  });
}

/** An act as the test would let it happen, that does something else besides. */
async function stepThat(besides: string | undefined, act: Partial<Act>): Promise<unknown> {
  const fresh = { tally: { steps: 0, outcomes: new Map() }, story: [], earlier: new Map() };
  const world: World = { region, look, seen: await look(), ...fresh };
  await owner.query('begin; set local session_replication_role = replica');
  try {
    const sent = act.run!;
    const run = async () => {
      const answer = await sent();
      if (besides) await owner.query(besides);
      return answer;
    };
    return await step(world, { what: 'an act', by: leader, children: [busy], caseId: 'x', ...act, run });
  } finally {
    await owner.query('rollback');
  }
}

const refused = (): Promise<Answer<object>> =>
  leader.call.post(`/api/cases/${region.app.services.newId()}/acts`, { action: 'SUBMIT' });
const caseIdOf = async () => String((await look()).cases.find(({ subjectId }) => subjectId === busy)?.id);

test('a refused act that has changed something is found, whatever it is', async () => {
  await stepThat(undefined, { run: refused });
  for (const besides of [
    `update students set version = version where id = '${busy}'`,
    `delete from worklist where subject_id = '${busy}'`,
    `insert into node_facts values ('x', '1', now())`,
  ]) {
    await assert.rejects(stepThat(besides, { run: refused }), /nothing came of it|broken/, besides);
  }
});

test('an act that somebody should not have succeeded with is found', async () => {
  const caseId = await caseIdOf();
  const run = () => leader.call.post<object>(`/api/cases/${caseId}/acts`, { action: 'SEND_BACK', opinion: '再核对' });
  await assert.rejects(stepThat(undefined, { caseId, run, mustFail: 'it was too late' }), /it was too late/);
});

test('an act that touches another child, moves a registration unasked or leaves no row is found', async () => {
  const caseId = await caseIdOf();
  const run = () => registrar.call.post<object>(`/api/cases/${caseId}/acts`, { action: 'SUBMIT', opinion: '住院治疗' });
  const again = { caseId, by: registrar, run };
  await assert.doesNotReject(stepThat(undefined, again));
  for (const [besides, found] of [
    [`update students set version = version where id = '${quiet}'`, /a child was touched/],
    [`update students set version = version where id = '${region.bystanders[0]}'`, /a child was touched|bystander/],
    [`update students set version = version where id = '${busy}'`, /the trail does not name the child/],
    [`delete from audit_events where subject_id = '${caseId}'`, /broken|no row in the trail/],
  ] as const) {
    const retract = () => registrar.call.post<object>(`/api/cases/${caseId}/acts`, { action: 'RETRACT' });
    await retract();
    await assert.rejects(stepThat(besides, again), found, besides);
  }
});
