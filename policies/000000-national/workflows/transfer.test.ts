import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsFrom } from '../../../src/workflow/index.ts';
import {
  transferBetweenTowns,
  transferFourParties,
  transferOneAuthority,
  transferTwoCities,
  transferWorkflows,
} from './transfer.ts';

for (const table of transferWorkflows) {
  const waiting = Object.entries(table.states).filter(([state]) => state.startsWith('WITH_'));

  test(`${table.id}: every decider has ten working days, decides by two people and may return or refuse with a reason`, () => {
    assert.ok(waiting.length >= 2);
    for (const [state, { holder, term }] of waiting) {
      assert.deepEqual(term, { workingDays: 10 }, state);
      const { APPROVE, RETURN, REFUSE } = stepsFrom(table, state);
      assert.deepEqual([APPROVE?.by, APPROVE?.twoPeople, APPROVE?.needsLaw], [holder, true, true]);
      assert.deepEqual([RETURN?.by, RETURN?.reason, RETURN?.twoPeople], [holder, 'required', undefined]);
      assert.deepEqual([REFUSE?.by, REFUSE?.reason, REFUSE?.twoPeople], [holder, 'required', true]);
    }
  });

  test(`${table.id}: what is returned pauses the clock and comes back to who returned it`, () => {
    for (const [state] of waiting) {
      const mending = stepsFrom(table, state)['RETURN']!.to;
      assert.deepEqual([table.states[mending]?.pausesClock, table.states[mending]?.term], [true, undefined]);
      assert.equal(stepsFrom(table, mending)['SUBMIT']?.to, state);
    }
  });

  test(`${table.id}: the receiving school alone opens, and may withdraw until the end`, () => {
    for (const [state, steps] of Object.entries(table.steps)) {
      assert.equal(steps?.['WITHDRAW']?.by, 'receiving-school', state);
      if (steps?.['SUBMIT']) assert.equal(steps['SUBMIT'].by, 'receiving-school', state);
    }
  });
}

test('the parties act in the order of the law', () => {
  const parties = (table: typeof transferFourParties) => table.track.map(({ party }) => party);
  assert.deepEqual(parties(transferOneAuthority), ['receiving-school', 'sending-school', 'authority']);
  assert.deepEqual(parties(transferFourParties).slice(1), [
    'receiving-authority',
    'sending-school',
    'sending-authority',
  ]);
  assert.deepEqual(parties(transferBetweenTowns).slice(1, -1), [
    'sending-school',
    'sending-centre',
    'receiving-centre',
  ]);
  assert.deepEqual(parties(transferTwoCities).slice(-2), ['receiving-city', 'sending-city']);
});
