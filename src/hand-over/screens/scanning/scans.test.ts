import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandOver } from '../../hand-over.api.ts';
import { addScan, doableOf, NO_SCANS, type Scanned, takeAway } from './scans.screen.ts';

const scanned = (code: string, may: HandOver['may']): Scanned => ({
  code,
  handOver: { id: `of ${code}`, may } as HandOver,
  words: null,
});
const strange: Scanned = { code: 'C', handOver: null, words: '没有与本校有关的待转档案' };

test('folders are counted once, the latest stands on top, and they go in the order in which they were scanned', () => {
  const all = [scanned('A', 'SEND'), strange, scanned('B', 'RECEIVE'), scanned('D', 'SEND'), scanned('A', 'SEND')];
  const scans = all.reduce(addScan, NO_SCANS);
  assert.deepEqual(
    scans.map(({ code }) => code),
    ['A', 'D', 'B', 'C'],
  );
  const { toSend, toReceive } = doableOf(scans);
  assert.deepEqual(
    toSend.map(({ id }) => id),
    ['of D', 'of A'],
  );
  assert.equal(toReceive.length, 1);
});

test('what was done leaves the list; what could not be done stays to be seen', () => {
  const scans = [scanned('A', 'SEND'), strange].reduce(addScan, NO_SCANS);
  assert.deepEqual(
    takeAway(scans, ['of A']).map(({ code }) => code),
    ['C'],
  );
});
