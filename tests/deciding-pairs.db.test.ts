/**
 * 两人同时核办: two officers who have read the same step decide on it at the same moment, with the same act or with different
 * ones, each of them first in half of the races: one wins, the other is told who it was and when, and nothing is lost.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { addDays, civilDate } from '../src/kernel/civil-date.ts';
import type { Answer } from './access/caller.ts';
import { testApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, type TestAccount } from './builders.ts';
import { ILL } from './leave-desks.ts';
import { BROKEN, PROMISES } from './proof/promises.ts';
import { numberOf } from './proof/region.ts';
import { someStudents } from './students.ts';
import { FORM } from './two-towns.ts';

const RACES_OF_A_KIND = 20;

const app = await testApplication({ now: '2026-09-03T10:00:00+08:00' });
const owner = new pg.Client({ connectionString: app.ownerUrl });
const county = await anAuthority(app);
const [sending, receiving] = [await aSchool(app, { name: '葛天路小学' }), await aSchool(app, { name: '双洎河小学' })];

type Two = [TestAccount, TestAccount];
const two = async (at: typeof county, role: TestAccount['role']): Promise<Two> => [
  await anAccount(app, { at, role }),
  await anAccount(app, { at, role }),
];
const officers = await two(county, 'AUTHORITY_REGISTRAR');
const chiefs = await two(county, 'AUTHORITY_LEADER');
const registrars = { from: await two(sending, 'SCHOOL_REGISTRAR'), to: await two(receiving, 'SCHOOL_REGISTRAR') };
const leaders = { from: await two(sending, 'SCHOOL_LEADER'), to: await two(receiving, 'SCHOOL_LEADER') };

before(async () => {
  owner.on('error', () => undefined); // the database is dropped under it at the end
  await owner.connect();
});
after(() => owner.end());

interface Racer {
  who: TestAccount;
  action: string;
}

interface Race {
  what: string;
  /** Brings a case of another child to where both have read it. */
  ready(child: string): Promise<string>;
  /** The days that go by before. */
  on?: string;
  racers: [Racer, Racer];
}

type Acted = Answer<{ seq: number; state: string }>;
const act = (who: TestAccount, caseId: string, action: string, seq?: number): Promise<Acted> =>
  app.as(who).post(`/api/cases/${caseId}/acts`, { action, opinion: '核对材料后办理', ...(seq ? { seq } : {}) });

async function goOn(caseId: string, ...acts: (readonly [TestAccount, string])[]): Promise<string> {
  for (const [who, action] of acts) {
    const answer = await act(who, caseId, action);
    assert.equal(answer.status, 200, answer.detail);
  }
  return caseId;
}

async function opened(answer: Promise<Answer<{ caseId: string }>>): Promise<string> {
  const { status, body, detail } = await answer;
  assert.equal(status, 200, detail);
  return body.caseId;
}

/** A change of name that waits for the county. */
const withCounty = async (studentId: string): Promise<string> => {
  const values = { values: { name: '李沐辰' }, papers: ['HOUSEHOLD_REGISTER', 'COPY'], reason: '户口簿已更名' };
  const one = await opened(app.as(registrars.from[0]).post('/api/key-data-changes', { studentId, ...values }));
  return goOn(one, [leaders.from[0], 'SUBMIT']);
};
const forSignature = async (child: string) => goOn(await withCounty(child), [officers[0], 'APPROVE']);

/** A leave that waits for the county: it may be withdrawn also once the county has begun on it. */
const leaveForSignature = async (studentId: string): Promise<string> => {
  const form = { ...ILL, beginsOn: '2026-09-01', endsOn: '2027-08-20' };
  const body = { studentId, matter: { kind: 'LEAVE', form }, opinion: '住院治疗' };
  const one = await opened(app.as(registrars.from[0]).post('/api/leaves', body));
  return goOn(one, [leaders.from[0], 'SUBMIT'], [officers[0], 'APPROVE']);
};

/** A transfer that waits for the sending school. */
const transferWithSchool = async (child: string): Promise<string> => {
  const by = app.as(registrars.to[0]);
  const found = await by.post<{ child: { token: string } }>('/api/transfers/finds', {
    name: names.get(child),
    number: await numberOf(app, child),
  });
  const form = { ...FORM, moved: 'WITHIN_COUNTY' };
  const body = { token: found.body.child.token, form, opinion: '搬迁' };
  return goOn(await opened(by.post('/api/transfers', body)), [leaders.to[0], 'SUBMIT']);
};
const transferForSignature = async (child: string) =>
  goOn(
    await transferWithSchool(child),
    [registrars.from[0], 'APPROVE'],
    [leaders.from[0], 'APPROVE'],
    [officers[0], 'APPROVE'],
  );

const by = (who: TestAccount, action: string): Racer => ({ who, action });
const RACES: readonly Race[] = [
  { what: 'two propose the same', ready: withCounty, racers: [by(officers[0], 'APPROVE'), by(officers[1], 'APPROVE')] },
  {
    what: 'one proposes yes, one no',
    ready: withCounty,
    racers: [by(officers[0], 'APPROVE'), by(officers[1], 'REFUSE')],
  },
  {
    what: 'yes and back for mending',
    ready: withCounty,
    racers: [by(officers[0], 'APPROVE'), by(officers[1], 'RETURN')],
  },
  {
    what: 'yes and withdrawn',
    ready: withCounty,
    racers: [by(officers[0], 'APPROVE'), by(registrars.from[1], 'WITHDRAW')],
  },
  { what: 'two sign', ready: forSignature, racers: [by(chiefs[0], 'APPROVE'), by(chiefs[1], 'APPROVE')] },
  { what: 'signed and sent back', ready: forSignature, racers: [by(chiefs[0], 'APPROVE'), by(chiefs[1], 'SEND_BACK')] },
  {
    what: 'signed and taken back',
    ready: forSignature,
    racers: [by(chiefs[0], 'APPROVE'), by(officers[0], 'RETRACT')],
  },
  {
    what: 'signed and withdrawn',
    ready: leaveForSignature,
    racers: [by(chiefs[0], 'APPROVE'), by(registrars.from[0], 'WITHDRAW')],
  },
  {
    what: 'a transfer is signed twice',
    ready: transferForSignature,
    racers: [by(chiefs[0], 'APPROVE'), by(chiefs[1], 'APPROVE')],
  },
  {
    what: 'a transfer is signed and withdrawn',
    ready: transferForSignature,
    racers: [by(chiefs[1], 'APPROVE'), by(registrars.to[1], 'WITHDRAW')],
  },
  {
    what: 'a step is forced and done after all',
    ready: transferWithSchool,
    on: '2026-09-28T10:00:00+08:00',
    racers: [by(officers[1], 'FORCE'), by(registrars.from[1], 'APPROVE')],
  },
];

/** Children who are not taken for each other: of other names, born on other days. */
const names = new Map<string, string>();
const group = await aClassGroup(app, { school: sending, grade: 4 });
const wish = { school: sending, classGroup: { ...group, firstGrade: 4 }, registeredOn: '2023-09-01' };
const wishes = Array.from({ length: RACES.length * RACES_OF_A_KIND }, (_, nth) => ({
  ...wish,
  name: `丁${numerals(nth)}`,
  bornOn: addDays(civilDate('2015-09-01'), nth),
}));
for (const [place, id] of (await someStudents(app, ...wishes)).entries()) names.set(id, wishes[place]!.name);
const waiting = [...names.keys()];

function numerals(nth: number): string {
  const digits = [...'零一二三四五六七八九'];
  return [...String(nth).padStart(3, '0')].map((digit) => digits[Number(digit)]).join('');
}

for (const { what, ready, on, racers } of RACES) {
  test(`${RACES_OF_A_KIND} times at the same moment: ${what}`, async () => {
    const children = waiting.splice(0, RACES_OF_A_KIND);
    const cases: string[] = [];
    for (const child of children) cases.push(await ready(child));
    if (on) app.clock.set(on);
    for (const { who } of racers) await app.as(who).get('/api/session'); // signed in before the race
    const wins = [0, 0];
    for (const [nth, caseId] of cases.entries()) {
      const { rows } = await owner.query<{ seq: number }>(
        'select max(seq) as seq from case_events where case_id = $1',
        [caseId],
      );
      const { seq } = rows[0]!;
      const order = nth % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
      const answers: Acted[] = [];
      await Promise.all(
        order.map(async (place) => {
          answers[place] = await act(racers[place].who, caseId, racers[place].action, seq);
        }),
      );
      const winner = answers.findIndex(({ status }) => status === 200);
      wins[winner] = (wins[winner] ?? 0) + 1;
      await checkRace(caseId, seq, { won: answers[winner], lost: answers[1 - winner]!, by: racers[winner]! });
    }
    assert.ok(wins[0]! > 0 && wins[1]! > 0, `one of the two never won: ${wins.join(' to ')}`);
  });
}

interface Raced {
  won: Acted | undefined;
  lost: Acted;
  by: Racer;
}

async function checkRace(caseId: string, seq: number, { won, lost, by: { who, action } }: Raced): Promise<void> {
  assert.ok(won, `nobody won: ${lost.text}`);
  assert.deepEqual([lost.status, lost.code], [409, 'ALREADY_DECIDED'], lost.text);
  assert.ok(
    lost.detail?.includes(`${who.institution.name}${who.personName}`),
    `who it was is not told: ${lost.detail}`,
  );
  assert.match(lost.detail ?? '', /9月(3|28)日10:\d\d/, 'when it was is not told');
  const events = await owner.query('select seq, account_id, action from case_events where case_id = $1 and seq > $2', [
    caseId,
    seq,
  ]);
  assert.deepEqual(events.rows, [{ seq: seq + 1, account_id: who.id, action }]);
  const trail = await owner.query('select action from audit_events where request_id = $1', [
    String(lost.headers['x-request-id']),
  ]);
  assert.deepEqual(trail.rows, [], 'the act that came too late left something');
}

test('whatever the races led to: one registration a child, no case lost, both read models right', async () => {
  const { rows } = await owner.query<{ promise: number; id: string }>(BROKEN);
  assert.deepEqual(
    rows.map(({ promise, id }) => `${PROMISES[promise]?.what}: ${id}`),
    [],
  );
  assert.equal(waiting.length, 0);
});
