import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../../kernel/refusal.ts';
import { MOST_TRIES, makeTriesPerAddress } from './attempts-per-address.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 8, 17, 2, 0, seconds));
const refusedFor = (seconds: number) => (error: unknown) =>
  error instanceof Refusal && error.code === 'TOO_MANY' && error.retryAfter === seconds;

test('the sixty-first failed try of a minute waits until the minute is over', () => {
  const tries = makeTriesPerAddress();
  for (let count = 0; count < MOST_TRIES; count++) tries.count('10.1.2.3', at(0));
  assert.throws(() => tries.count('10.1.2.3', at(20)), refusedFor(40));
  assert.throws(() => tries.count('10.1.2.3', at(59)), refusedFor(1));
  tries.count('10.1.2.3', at(60));
});

test('another address has tries of its own', () => {
  const tries = makeTriesPerAddress();
  for (let count = 0; count < MOST_TRIES; count++) tries.count('10.1.2.3', at(0));
  tries.count('10.1.2.4', at(0));
});

test('whoever comes in does not count, however many come in', () => {
  const tries = makeTriesPerAddress();
  for (let count = 0; count < 10 * MOST_TRIES; count++) tries.count('10.1.2.3', at(0))();
});

test('the addresses beside an IPv6 address are the same network, those of another are not', () => {
  const tries = makeTriesPerAddress();
  for (let count = 0; count < MOST_TRIES; count++) tries.count(`2001:db8:1:2::${count.toString(16)}`, at(0));
  assert.throws(() => tries.count('2001:db8:1:2:ffff::1', at(1)), refusedFor(59));
  tries.count('2001:db8:1:3::1', at(1));
  for (let count = 0; count < MOST_TRIES; count++) tries.count('::ffff:10.1.2.3', at(0));
  tries.count('::ffff:10.1.2.4', at(0));
});
