import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, faultsOf, moveOf, type Party, stepsFrom, type Workflow } from '../../../src/workflow/index.ts';
import { workflows } from '../../index.ts';
import { registration } from './registration/registration.ts';
import { registrationReviewed } from './registration/registration-reviewed.ts';
import {
  registrationUndocumented,
  registrationUndocumentedCity,
  registrationUndocumentedReviewed,
} from './registration/registration-undocumented.ts';

/** Walks a case along one action, proposed and signed where two people must act, and lists the states it enters. */
function walk(table: Workflow, first: string, then: string): string[] {
  const entered = [table.start];
  for (let state: string = table.start; !table.ends.includes(state); ) {
    const action = state === table.start ? first : then;
    const step = stepsFrom(table, state)[action];
    assert.ok(step, `${state} has no ${action}`);
    const act: Act = { action, parties: [step.by], rank: 'REGISTRAR', accountId: 'registrar', reason: '理由' };
    const standing = { state, pending: undefined, touched: false, overdue: false };
    const made = moveOf(table, standing, act);
    state = made.toState;
    if (made.step === 'PROPOSED') {
      const pending = { action, proposedBy: 'registrar' };
      state = moveOf(table, { ...standing, pending }, { ...act, rank: 'LEADER', accountId: 'leader' }).toState;
    }
    entered.push(state);
  }
  return entered;
}

for (const table of workflows) {
  test(`${table.id}: no fault as a graph`, () => {
    assert.deepEqual(faultsOf(table), []);
  });
}

for (const table of workflows.filter(({ kind }) => kind === 'REGISTRATION')) {
  test(`${table.id}: every office may return for mending, and what is mended goes the whole way again`, () => {
    for (const [state, { holder }] of Object.entries(table.states)) {
      if (!holder || holder === 'school') continue;
      const step = stepsFrom(table, state)['RETURN'];
      assert.deepEqual([step?.by, step?.to, step?.reason], [holder, 'RETURNED', 'required'], state);
    }
    assert.equal(stepsFrom(table, 'RETURNED')['SUBMIT']?.to, stepsFrom(table, 'PREPARING')['SUBMIT']?.to);
  });

  test(`${table.id}: every yes is signed by two and asks the law; a refusal is signed by two with a reason`, () => {
    for (const steps of Object.values(table.steps)) {
      const { APPROVE, REFUSE, SUBMIT } = (steps ?? {}) as ReturnType<typeof stepsFrom>;
      if (APPROVE) assert.deepEqual([APPROVE.twoPeople, APPROVE.needsLaw], [true, true]);
      if (REFUSE) assert.deepEqual([REFUSE.twoPeople, REFUSE.reason, REFUSE.needsLaw], [true, 'required', undefined]);
      if (SUBMIT) assert.equal(SUBMIT.twoPeople, true);
    }
  });

  test(`${table.id}: the school may take a case back until the first office begins, and nobody else may`, () => {
    const first = stepsFrom(table, table.start)['SUBMIT']!.to;
    for (const [state, steps] of Object.entries(table.steps)) {
      const step = (steps as ReturnType<typeof stepsFrom>)['WITHDRAW'];
      const expected = state === first ? true : table.states[state]?.holder === 'school' ? undefined : 'none';
      assert.equal(step ? step.onlyUntouched : 'none', expected, state);
      if (step) assert.equal(step.by, 'school');
    }
  });

  test(`${table.id}: whoever holds it stands on the track in the order of the way`, () => {
    const parties = table.track.map(({ party }) => party);
    const way = walk(table, 'SUBMIT', 'APPROVE').flatMap((state) => table.states[state]?.holder ?? []);
    assert.deepEqual(parties, way satisfies Party[]);
    for (const { state, party } of table.track) assert.equal(table.states[state]?.holder, party);
  });
}

test('each way passes the offices it is named for', () => {
  const way = (table: Workflow) => walk(table, 'SUBMIT', 'APPROVE').slice(1, -1);
  assert.deepEqual(way(registration), ['WITH_AUTHORITY']);
  assert.deepEqual(way(registrationReviewed), ['WITH_REVIEWER', 'WITH_AUTHORITY']);
  assert.deepEqual(way(registrationUndocumented), ['WITH_AUTHORITY', 'WITH_CITY', 'WITH_PROVINCE']);
  assert.deepEqual(way(registrationUndocumentedCity), ['WITH_AUTHORITY', 'WITH_PROVINCE']);
  assert.deepEqual(way(registrationUndocumentedReviewed), ['WITH_REVIEWER', 'WITH_AUTHORITY', 'WITH_PROVINCE']);
});

test('the county that reviews cannot refuse a child; the supervising authority can', () => {
  assert.equal(stepsFrom(registrationReviewed, 'WITH_REVIEWER')['REFUSE'], undefined);
  assert.deepEqual(walk(registration, 'SUBMIT', 'REFUSE').at(-1), 'REFUSED');
});
