/** 审计完整: whatever is done leaves its row, whatever is refused leaves nothing, and nobody else is touched (S6-28.2). */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, FAR_AWAY, type TestAccount } from './builders.ts';
import { type Act, type District, nextAct, type Outcome } from './safety/acts.ts';
import { changedTables, type Digests, digestsOf, touchedBystanders } from './safety/digests.ts';
import { someStudents } from './students.ts';

const ACTS = 300;
const SEED = Number(process.env['SEED'] ?? 20_260_917);

const app = await testApplication({ now: '2026-09-17T09:00:00+08:00' });
const owner = new pg.Client({ connectionString: app.ownerUrl });
let district: District;
let look: () => Promise<Digests>;

before(async () => {
  owner.on('error', () => {}); // the database is dropped under it at the end
  await owner.connect();
  const school = await aSchool(app);
  const county = await anAuthority(app);
  const city = await anAuthority(app, { placeCode: '411000' });
  const neighbour = await aSchool(app);
  const farAway = await aSchool(app, { under: await anAuthority(app, { placeCode: FAR_AWAY }) });
  const groups = [1, 2, 3].map((ordinal) => aClassGroup(app, { school, grade: 1, ordinal }));
  const classGroups = await Promise.all(groups);
  const account = (at: typeof school, role?: TestAccount['role']) => anAccount(app, role ? { at, role } : { at });
  const people = [
    await account(school, 'SCHOOL_REGISTRAR'),
    await account(school, 'SCHOOL_LEADER'),
    await anAccount(app, { at: school, role: 'CLASS_TEACHER' }),
    await account(county, 'AUTHORITY_REGISTRAR'),
    await account(county, 'AUTHORITY_LEADER'),
    await account(city, 'AUTHORITY_REGISTRAR'),
    await account(neighbour, 'SCHOOL_REGISTRAR'),
    await account(farAway, 'SCHOOL_REGISTRAR'),
  ];
  const spares = [await anAccount(app, { at: school, role: 'CLASS_TEACHER' }), await account(school, 'CLASS_TEACHER')];
  const names = ['甲一', '甲二', '甲三', '甲四', '甲五', '甲六'];
  const students = await someStudents(
    app,
    ...names.map((name, nth) => ({ school, name, classGroup: classGroups[nth % 3]! })),
  );
  const strangers = await someStudents(app, { school: neighbour, name: '乙一' }, { school: farAway, name: '丙一' });
  const ids = classGroups.map(({ id }) => id);
  district = { school, people, spares, students, strangers, classGroups: ids, cases: [], imports: [] };
  for (const person of people) await app.as(person).get('/api/session'); // signs in: no act of this test
  look = await digestsOf(owner, [neighbour.path, farAway.path]);
});

after(() => owner.end());

function chance(seed: number): <T>(from: readonly T[]) => T {
  let state = seed;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)]!;
  };
}

interface Trail {
  account_id: string | null;
  subject_id: string | null;
  action: string;
}

const trailOf = async (requestId: string) =>
  (
    await owner.query<Trail>('select account_id, subject_id, action from audit_events where request_id = $1', [
      requestId,
    ])
  ).rows;

const sizeOfTrail = (digests: Digests): number => digests.get('audit_events')!.size;

/** What a success must have left. */
async function checkSuccess(act: Act, outcome: Outcome, changed: string[], told: string): Promise<void> {
  const trail = await trailOf(outcome.requestId);
  if (act.mayBeIdle && changed.every((table) => table === 'audit_events')) return;
  assert.ok(trail.length > 0, `${told}: no row in the trail`);
  assert.ok(changed.includes('audit_events'), told);
  for (const { account_id } of trail) assert.equal(account_id, act.who.id, `${told}: another account is named`);
  if (act.about.length === 0) return;
  const named = trail.map(({ subject_id }) => subject_id);
  assert.ok(
    act.about.some((id) => named.includes(id)),
    `${told}: the trail speaks of ${trail.map(({ action }) => action).join(', ')} and not of the subject`,
  );
}

/** What a refusal may have left: nothing, but for what stays on purpose and says so on the trail. */
async function checkRefusal({ staysRefused }: Act, { requestId }: Outcome, changed: string[], told: string) {
  const actions = (await trailOf(requestId)).map(({ action }) => action);
  const stays = staysRefused !== undefined && actions.length === 1 && actions[0] === staysRefused.action;
  const allowed = stays ? staysRefused.tables : [];
  const faults = changed.filter((table) => !allowed.includes(table));
  assert.deepEqual(faults, [], `${told}: refused, and yet something changed`);
}

test(`${ACTS} random acts of eight officers: what succeeds is on the trail, what is refused changes nothing`, async () => {
  console.log(`seed ${SEED}`);
  const draw = chance(SEED);
  const tally = { succeeded: 0, refused: 0, codes: new Map<string, number>(), titles: new Map<string, number>() };
  let before = await look();
  for (let nth = 1; nth <= ACTS; nth++) {
    app.clock.advance(1_500);
    const act = await nextAct(app, district, draw, nth);
    const outcome = await act.run();
    const after = await look();
    const told = `seed ${SEED}, act ${nth}: ${act.who.role} of ${act.who.institution.name} ${act.title} → ${outcome.status} ${outcome.code ?? ''}`;
    const changed = changedTables(before, after);
    assert.ok(outcome.status < 500, `${told} ${outcome.text}`);
    assert.deepEqual(touchedBystanders(before, after), [], `${told}: another school was touched`);
    if (outcome.status >= 400) {
      await checkRefusal(act, outcome, changed, told);
      tally.refused++;
      tally.codes.set(outcome.code ?? '', (tally.codes.get(outcome.code ?? '') ?? 0) + 1);
    } else {
      await checkSuccess(act, outcome, changed, told);
      tally.succeeded++;
      const title = act.title.replaceAll(/[0-9a-f-]{36}/g, ':id');
      tally.titles.set(title, (tally.titles.get(title) ?? 0) + 1);
    }
    assert.ok(sizeOfTrail(after) >= sizeOfTrail(before), `${told}: the trail has lost rows`);
    before = after;
  }
  assert.ok(tally.succeeded > ACTS / 6 && tally.refused > ACTS / 6, `${tally.succeeded} / ${tally.refused}`);
  assert.ok(tally.titles.size >= 10, 'too few kinds of acts succeeded');
  assert.ok(tally.codes.size >= 6, 'too few reasons to refuse were met');
});

test('every row of the trail names a person and the institution that this person acts for', async () => {
  const { rows } = await owner.query<{ fault: string }>(
    `select e.action as fault from audit_events e left join accounts a on a.id = e.account_id
     where (e.account_id is null and e.person_name <> '系统')
       or (e.account_id is not null and (a.person_name, a.institution_id) is distinct from (e.person_name, e.institution_id))`,
  );
  assert.deepEqual(rows, []);
});

test('the two read models say what the facts say', async () => {
  const { rows: roster } = await owner.query(
    `select student_id, school_id, grade from roster except select student_id, school_id, grade from registrations where valid_to is null
     union all
     (select student_id, school_id, grade from registrations where valid_to is null except select student_id, school_id, grade from roster)`,
  );
  assert.deepEqual(roster, []);
  const { rows: worklist } = await owner.query(
    `with last as (select distinct on (case_id) case_id, holder_id, to_state, pending_action from case_events order by case_id, seq desc)
     select w.case_id from worklist w left join last l using (case_id)
     where l.holder_id is distinct from w.holder_id or l.to_state <> w.state or l.pending_action is distinct from w.pending_action
     union all
     select l.case_id from last l left join worklist w using (case_id) where l.holder_id is not null and w.case_id is null`,
  );
  assert.deepEqual(worklist, []);
});
