import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Factors,
  isTemporaryPasswordOver,
  mustChangePassword,
  needsTotp,
  restrictionOf,
  signInPolicy,
} from './sign-in-policy.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-09-17T10:00:00+08:00');
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);
const factors = (change: Partial<Factors> = {}): Factors => ({
  role: 'SCHOOL_REGISTRAR',
  hasPassword: true,
  passwordSetAt: ago(DAY),
  mustChangePassword: false,
  totpConfirmedAt: null,
  ...change,
});
const dengbao = signInPolicy({ passwordProfile: 'dengbao-l3', totpForAll: false });
const asvs = signInPolicy({ passwordProfile: 'asvs', totpForAll: false });

test('those who decide need a second factor, and everybody where the installation says so', () => {
  const everybody = signInPolicy({ passwordProfile: 'asvs', totpForAll: true });
  for (const role of ['SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] as const) {
    assert.equal(needsTotp(role, dengbao), true, role);
  }
  for (const role of ['SCHOOL_REGISTRAR', 'CLASS_TEACHER'] as const) {
    assert.deepEqual([needsTotp(role, dengbao), needsTotp(role, everybody)], [false, true], role);
  }
});

test('a password is changed on the ninetieth day under 等保, never by age under ASVS', () => {
  for (const [age, old] of [
    [90 * DAY - 1, false],
    [90 * DAY, true],
  ] as const) {
    assert.equal(mustChangePassword(factors({ passwordSetAt: ago(age) }), dengbao, NOW), old);
    assert.equal(mustChangePassword(factors({ passwordSetAt: ago(age) }), asvs, NOW), false);
  }
});

test('an account without a password here is never told to change it', () => {
  const elsewhere = factors({ hasPassword: false, passwordSetAt: null, mustChangePassword: true });
  assert.equal(mustChangePassword(elsewhere, dengbao, NOW), false);
});

test('first the code, then the password, then the second factor', () => {
  const leader = factors({ role: 'SCHOOL_LEADER', mustChangePassword: true });
  const withTotp = { ...leader, totpConfirmedAt: ago(DAY) };
  const first = (one: Factors, secondFactor: boolean) => restrictionOf(one, { secondFactor }, dengbao, NOW);
  assert.equal(first(withTotp, false), 'SECOND_FACTOR');
  assert.equal(first(withTotp, true), 'PASSWORD');
  assert.equal(first({ ...leader, mustChangePassword: false }, false), 'TOTP_SET_UP');
  assert.equal(first({ ...withTotp, mustChangePassword: false }, true), undefined);
});

test('a password that was handed out is good for seven days and no longer', () => {
  const handedOut = (age: number) => factors({ mustChangePassword: true, passwordSetAt: ago(age) });
  assert.equal(isTemporaryPasswordOver(handedOut(7 * DAY), NOW), false);
  assert.equal(isTemporaryPasswordOver(handedOut(7 * DAY + 1), NOW), true);
  assert.equal(isTemporaryPasswordOver(factors({ passwordSetAt: ago(80 * DAY) }), NOW), false);
});
