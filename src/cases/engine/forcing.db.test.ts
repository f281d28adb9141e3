/** 强制办理: only overdue, only the superior, only where the law of the holder's place gives the power, by two people. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, aSchool, type TestAccount } from '../../../tests/builders.ts';
import { type Actor, scopeOf } from '../../access/index.ts';
import { type Institution, institutionLevelOf } from '../../authorities/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { calendar } from '../../kernel/working-days.ts';
import { forceBy, workflow } from '../../workflow/index.ts';
import type { Case, CaseKind } from '../case.ts';
import { viewCase } from '../case-view.ts';
import { makeCaseEngine } from './advance.ts';

const TEN = { workingDays: 10 } as const;
/** A matter between a school that asks and one that must answer. */
const TABLE = workflow({
  id: 'sample',
  kind: 'SAMPLE',
  title: '示例办件',
  states: {
    PREPARING: { words: '填报', holder: 'receiving-school' },
    MENDING: { words: '退回补正', holder: 'receiving-school', pausesClock: true },
    WITH_SENDING_SCHOOL: { words: '待转出学校核办', holder: 'sending-school', term: TEN },
    WITH_SENDING_AUTHORITY: { words: '待转出主管部门核办', holder: 'sending-authority', term: TEN },
    COMPLETED: { words: '已办结', tone: 'DONE' },
  },
  start: 'PREPARING',
  ends: ['COMPLETED'],
  steps: {
    PREPARING: { SUBMIT: { by: 'receiving-school', to: 'WITH_SENDING_SCHOOL', label: '提交' } },
    MENDING: { SUBMIT: { by: 'receiving-school', to: 'WITH_SENDING_SCHOOL', label: '提交' } },
    WITH_SENDING_SCHOOL: {
      APPROVE: {
        by: 'sending-school',
        to: 'WITH_SENDING_AUTHORITY',
        label: '同意转出',
        twoPeople: true,
        needsLaw: true,
      },
      RETURN: { by: 'sending-school', to: 'MENDING', label: '退回补正', reason: 'required' },
      ...forceBy('superior', 'WITH_SENDING_AUTHORITY'),
    },
    WITH_SENDING_AUTHORITY: {
      APPROVE: { by: 'sending-authority', to: 'COMPLETED', label: '同意转出', twoPeople: true },
      ...forceBy('superior', 'COMPLETED'),
    },
  },
  track: [
    { party: 'receiving-school', state: 'PREPARING', role: '转入学校' },
    { party: 'sending-school', state: 'WITH_SENDING_SCHOOL', role: '转出学校' },
    { party: 'sending-authority', state: 'WITH_SENDING_AUTHORITY', role: '转出主管部门' },
  ],
});
const KIND: CaseKind = {
  workflows: [TABLE],
  check: async () => ({ findings: [], red: 0, amber: 0, green: 0, note: null }),
  dueOn: () => Promise.reject(new Error('no rule')),
  effects: {},
};

const app = await testApplication({ now: '2026-09-07T10:00:00+08:00' });
const engine = makeCaseEngine({ SAMPLE: KIND }, calendar, app.services.law);

interface Side {
  school: Institution;
  authority: Institution;
  registrar: Actor;
  principal: Actor;
  officer: Actor;
  chief: Actor;
  cityOfficer: Actor;
  cityChief: Actor;
}

const actorOf = ({ id, personName, role, institution }: TestAccount): Actor => ({
  accountId: id,
  personName,
  role,
  institution: { ...institution, level: institutionLevelOf(institution) },
  classGroupIds: [],
  requestId: 'test',
});
const person = async (at: Institution, role: TestAccount['role']) => actorOf(await anAccount(app, { at, role }));

async function aSide(placeCode: string): Promise<Side> {
  const authority = await anAuthority(app, { placeCode });
  const city = await anAuthority(app, { placeCode: `${placeCode.slice(0, 4)}00` });
  const school = await aSchool(app, { under: authority });
  return {
    school,
    authority,
    registrar: await person(school, 'SCHOOL_REGISTRAR'),
    principal: await person(school, 'SCHOOL_LEADER'),
    officer: await person(authority, 'AUTHORITY_REGISTRAR'),
    chief: await person(authority, 'AUTHORITY_LEADER'),
    cityOfficer: await person(city, 'AUTHORITY_REGISTRAR'),
    cityChief: await person(city, 'AUTHORITY_LEADER'),
  };
}

let changge: Side;
let wuhou: Side;
let yingze: Side;

before(async () => {
  changge = await aSide('411082');
  wuhou = await aSide('510107');
  yingze = await aSide('140106');
});

const act = (actor: Actor, caseId: string, action: string, opinion?: string) =>
  app.db.write(scopeOf(actor), (tx) => engine.advance(tx, actor, caseId, { action, opinion }));
const refusedWith =
  (code: string, sentence = /./) =>
  (error: unknown) =>
    error instanceof Refusal && error.code === code && sentence.test(error.message);
const seenBy = (actor: Actor, caseId: string) =>
  app.db.read(scopeOf(actor), (tx) => viewCase(tx, actor, engine, calendar, caseId));

/** A case that the receiving school has handed in on Monday 7 September: the sending side has until 20 September. */
async function handedIn(receiving: Side, sending: Side): Promise<string> {
  app.clock.set('2026-09-07T10:00:00+08:00');
  const id = newId();
  const one: Case = {
    id,
    subjectId: newId(),
    subjectKind: 'STUDENT',
    number: `YB-${id.slice(-6)}`,
    kind: 'SAMPLE',
    workflow: 'sample',
    title: '李沐辰',
    schoolId: receiving.school.id,
    authorityId: receiving.authority.id,
    parties: {
      'receiving-school': receiving.school.id,
      'sending-school': sending.school.id,
      'sending-authority': sending.authority.id,
    },
    path: receiving.school.path,
    counterpartPath: sending.school.path,
    lawDay: dayOf(app.clock.now()),
    data: {},
    openedAt: app.clock.now(),
  };
  const { registrar } = receiving;
  await app.db.write(scopeOf(registrar), (tx) => engine.open(tx, registrar, one, { action: 'SUBMIT' }));
  return id;
}

test('F7.1: a sending school of Changge idle for ten working days: its authority forces the step, and all parties see it', async () => {
  const id = await handedIn(wuhou, changge);
  app.clock.set('2026-09-20T10:00:00+08:00');
  await assert.rejects(act(changge.officer, id, 'FORCE', '逾期'), refusedWith('STEP_NOT_ALLOWED', /尚未逾期/));
  app.clock.set('2026-09-21T10:00:00+08:00');
  const before = await seenBy(changge.officer, id);
  assert.deepEqual(before.superior, { name: changge.authority.name, mayForce: true, isSuperior: true });
  assert.deepEqual(
    before.actions.map(({ action, step, reasonRequired, lockedBecause }) => [
      action,
      step,
      reasonRequired,
      lockedBecause,
    ]),
    [
      ['REMIND', 'ACT', false, null],
      ['FORCE', 'PROPOSE', true, null],
    ],
  );
  assert.match(before.findings[0]!.sentence, /10个工作日内未办，9月20日已到期，可以强制办理/);
  await assert.rejects(act(changge.officer, id, 'FORCE'), refusedWith('REASON_NEEDED'));
  const { event: proposed } = await act(changge.officer, id, 'FORCE', '学校逾期不办，材料齐全');
  assert.deepEqual(
    [proposed.step, proposed.holderId, proposed.holderRole],
    ['PROPOSED', changge.school.id, 'SCHOOL_REGISTRAR'],
  );
  await assert.rejects(act(changge.officer, id, 'FORCE', '逾期'), refusedWith('SAME_PERSON'));
  assert.deepEqual(
    (await seenBy(changge.chief, id)).actions.map(({ action }) => action),
    ['REMIND', 'SEND_BACK', 'FORCE'],
  );
  const { event } = await act(changge.chief, id, 'FORCE', '情况属实');
  assert.deepEqual([event.step, event.toState], ['SIGNED', 'WITH_SENDING_AUTHORITY']);
  assert.deepEqual(
    event.findings.map(({ ruleId, clauses }) => [ruleId, clauses[0]]),
    [['forced-step', 'CG-3.1.3.c']],
  );
  for (const reader of [wuhou.registrar, changge.registrar, wuhou.officer, changge.cityOfficer]) {
    const { events, track } = await seenBy(reader, id);
    assert.deepEqual(
      events.slice(-2).map(({ label, step, institutionName, opinion }) => [label, step, institutionName, opinion]),
      [
        ['强制办理', 'PROPOSED', changge.authority.name, '学校逾期不办，材料齐全'],
        ['强制办理', 'SIGNED', changge.authority.name, '情况属实'],
      ],
    );
    assert.deepEqual([track[1]?.status, track[1]?.forcedBy], ['DONE', changge.authority.name]);
  }
  const trail = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql.selectFrom('audit_events').select(['action', 'reason']).where('subject_id', '=', id).orderBy('id').execute(),
  );
  assert.deepEqual(trail.slice(-2), [
    { action: 'CASE_PROPOSED', reason: '学校逾期不办，材料齐全' },
    { action: 'CASE_SIGNED', reason: '情况属实' },
  ]);
});

test('F7.3: neither a counterpart nor its authority forces a step, nor who stands two levels up, nor the holder itself', async () => {
  const id = await handedIn(wuhou, changge);
  app.clock.set('2026-10-15T10:00:00+08:00');
  for (const actor of [wuhou.registrar, wuhou.officer, wuhou.cityOfficer, changge.registrar, changge.cityOfficer]) {
    for (const action of ['FORCE', 'REMIND']) {
      await assert.rejects(
        act(actor, id, action, '逾期'),
        refusedWith('NOT_ALLOWED'),
        `${actor.institution.name} ${action}`,
      );
    }
  }
  await assert.rejects(act(yingze.officer, id, 'FORCE', '逾期'), refusedWith('NOT_FOUND'));
});

test('what the holder has proposed and nobody signed does not stop the superior, who may let go of it again', async () => {
  const id = await handedIn(wuhou, changge);
  await act(changge.registrar, id, 'APPROVE');
  app.clock.set('2026-09-21T10:00:00+08:00');
  await act(changge.officer, id, 'FORCE', '逾期');
  await assert.rejects(act(changge.principal, id, 'APPROVE'), refusedWith('STEP_NOT_ALLOWED', /强制办理/));
  await act(changge.chief, id, 'SEND_BACK', '先催办');
  assert.equal((await act(changge.registrar, id, 'APPROVE')).event.step, 'PROPOSED');
  assert.equal((await act(changge.principal, id, 'APPROVE')).event.toState, 'WITH_SENDING_AUTHORITY');
});

test('an authority that lets its term pass is forced by its own superior, the city', async () => {
  const id = await handedIn(wuhou, changge);
  await act(changge.registrar, id, 'APPROVE');
  await act(changge.principal, id, 'APPROVE');
  app.clock.set('2026-09-21T10:00:00+08:00');
  await act(changge.cityOfficer, id, 'FORCE', '逾期');
  assert.equal((await act(changge.cityChief, id, 'FORCE', '同意')).event.toState, 'COMPLETED');
});

test('in Sichuan a mere delay is for the city to judge, the county is told so', async () => {
  const id = await handedIn(changge, wuhou);
  app.clock.set('2026-09-21T10:00:00+08:00');
  await assert.rejects(
    act(wuhou.officer, id, 'FORCE', '逾期'),
    refusedWith('LAW_REFUSES', /限于特殊情况.*四川·第三十五条/),
  );
  assert.match(
    (await seenBy(wuhou.officer, id)).actions.find(({ action }) => action === 'FORCE')!.lockedBecause!,
    /四川/,
  );
  await act(wuhou.registrar, id, 'APPROVE');
  await act(wuhou.principal, id, 'APPROVE');
  app.clock.set('2026-10-15T10:00:00+08:00');
  assert.equal((await act(wuhou.cityOfficer, id, 'FORCE', '学校停办，须统筹安排')).event.step, 'PROPOSED');
});

test('in Shanxi no text gives the power: the superior may press and no more', async () => {
  const id = await handedIn(changge, yingze);
  app.clock.set('2026-09-21T10:00:00+08:00');
  await assert.rejects(act(yingze.officer, id, 'FORCE', '逾期'), refusedWith('LAW_REFUSES', /没有规定强制办理/));
  assert.equal((await seenBy(yingze.officer, id)).superior?.mayForce, false);
  assert.equal((await act(yingze.officer, id, 'REMIND')).event.step, 'REMINDED');
});

test('F7.2: returned before National Day the term stands still, and what was left of it is forced only once it is over', async () => {
  const id = await handedIn(wuhou, changge);
  // Six of ten working days are left on Friday 11 September.
  app.clock.set('2026-09-11T10:00:00+08:00');
  await act(changge.registrar, id, 'RETURN', '缺学籍证明');
  const away = await seenBy(wuhou.registrar, id);
  assert.deepEqual([away.track[1]?.status, away.track[1]?.pausedDaysLeft], ['LATER', 6]);
  assert.deepEqual(away.events.at(-1)?.clock, { change: 'STOPPED', daysLeft: 6 });
  app.clock.set('2026-09-28T10:00:00+08:00');
  assert.equal((await seenBy(changge.officer, id)).superior, null);
  await act(wuhou.registrar, id, 'SUBMIT');
  const back = await seenBy(changge.registrar, id);
  assert.deepEqual([back.clock?.dueOn, back.clock?.daysLeft, back.clock?.termDays], ['2026-10-12', 6, 10]);
  assert.deepEqual(back.events.at(-1)?.clock, { change: 'GOES_ON', daysLeft: 6 });
  app.clock.set('2026-10-12T10:00:00+08:00');
  await assert.rejects(act(changge.officer, id, 'FORCE', '逾期'), refusedWith('STEP_NOT_ALLOWED'));
  app.clock.set('2026-10-13T10:00:00+08:00');
  assert.equal((await act(changge.officer, id, 'FORCE', '逾期')).event.step, 'PROPOSED');
});
