/** 口令与动态口令: what passes as a password, and that each code works once. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { hash } from '@node-rs/argon2';
import { hashPassword, needsRehash, verifyPassword } from './password.ts';
import { findPasswordFaults, PASSWORD_PROFILES, passwordExpiresAt } from './password-profile.ts';
import { newTotpSecret, totpCode, totpUri, verifyTotp } from './totp.ts';

const DENGBAO = PASSWORD_PROFILES['dengbao-l3'];
const ASVS = PASSWORD_PROFILES.asvs;
const codesOf = async (...question: Parameters<typeof findPasswordFaults>) =>
  (await findPasswordFaults(...question)).map((finding) => finding.code);

test('a password is kept as argon2id and recognised, also with Chinese characters', async () => {
  const stored = await hashPassword('春风-Yu-3000-里');
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.ok(await verifyPassword(stored, '春风-Yu-3000-里'));
  assert.ok(!(await verifyPassword(stored, '春风-Yu-3000-裡')));
  assert.ok(!(await verifyPassword('not a hash', '春风-Yu-3000-里')));
  assert.ok(!needsRehash(stored));
});

test('a hash of weaker parameters asks to be made anew', async () => {
  assert.ok(needsRehash(await hash('x', { memoryCost: 8192, timeCost: 2, parallelism: 1 })));
  assert.ok(needsRehash('$2b$10$abcdefghijklmnopqrstuv'));
});

test('the level-3 profile wants twelve characters of three kinds', async () => {
  assert.deepEqual(await codesOf(DENGBAO, 'Fenhe-7y-Lu!'), []);
  assert.deepEqual(await codesOf(DENGBAO, 'Fenhe-7y-Lu'), ['TOO_SHORT']);
  assert.deepEqual(await codesOf(DENGBAO, 'fenheyuluobei'), ['TOO_FEW_CLASSES']);
  assert.deepEqual(await codesOf(DENGBAO, 'fenheyuluobei7'), ['TOO_FEW_CLASSES']);
  assert.deepEqual(await codesOf(DENGBAO, 'Fenheyuluobei7'), []);
  assert.deepEqual(await codesOf(ASVS, 'fenheyuluobei'), [], 'the other profile knows no composition');
  assert.deepEqual(await codesOf(DENGBAO, `A7-${'fenHeyu'.repeat(18)}`), ['TOO_LONG']);
});

test('the finding says in Chinese what is wrong and what to do', async () => {
  const [finding] = await findPasswordFaults(DENGBAO, 'Fenhe-7y');
  assert.equal(finding?.sentence, '密码不得少于12位，现为8位，请加长');
});

test('passwords of words everybody tries, runs and repeats are refused', async () => {
  const tried = [
    'Password1234!',
    'P@ssw0rd20262026',
    'Admin@123456',
    'Qwertyuiop123',
    'Woaini1314520',
    '1qaz2wsx3edC',
    'Aaaaaaaaaaa1',
    'Abcdefghijk1',
    '9876543210aB',
    'Xuexiao@2026',
    'Zhongguo888888',
  ];
  for (const password of tried) assert.deepEqual(await codesOf(DENGBAO, password), ['TOO_COMMON'], password);
});

test('a password may not hold the name of its account or person', async () => {
  const ownNames = ['liuyang02', '刘洋'];
  assert.deepEqual(await codesOf(DENGBAO, 'kd8-LiuYang02-vq', { ownNames }), ['HOLDS_OWN_NAME']);
  assert.deepEqual(await codesOf(DENGBAO, 'kd8-刘洋-Zpwxvq', { ownNames }), ['HOLDS_OWN_NAME']);
  assert.deepEqual(await codesOf(DENGBAO, 'kd8-Zpwxvq-ruem', { ownNames }), []);
});

test('the last five passwords may not come back, the sixth may', async () => {
  const passwords = Array.from({ length: 6 }, (_, round) => `Fenhe-${round}y-Luobei`);
  const earlierHashes = await Promise.all(passwords.map((password) => hashPassword(password)));
  assert.deepEqual(await codesOf(DENGBAO, passwords[4]!, { earlierHashes }), ['USED_BEFORE']);
  assert.deepEqual(await codesOf(DENGBAO, passwords[5]!, { earlierHashes }), []);
  assert.deepEqual(await codesOf(ASVS, passwords[0]!, { earlierHashes }), []);
});

test('under the level-3 profile a password lasts ninety days, under the other for ever', () => {
  const setAt = new Date('2026-09-01T00:00:00Z');
  assert.equal(passwordExpiresAt(DENGBAO, setAt)?.toISOString(), '2026-11-30T00:00:00.000Z');
  assert.equal(passwordExpiresAt(ASVS, setAt), undefined);
});

test('one-time codes follow RFC 6238 (six digits of its SHA-1 vectors)', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  assert.equal(totpCode(secret, new Date(59_000)), '287082');
  assert.equal(totpCode(secret, new Date(1_111_111_109_000)), '081804');
  assert.equal(totpCode(secret, new Date(20_000_000_000_000)), '353130');
});

test('a code is taken one step early or late, not two, and only once', () => {
  const secret = newTotpSecret(randomBytes);
  const shown = new Date('2026-09-01T08:00:10Z');
  const step = Math.floor(shown.getTime() / 30_000);
  const code = totpCode(secret, shown);
  const later = (seconds: number) => new Date(shown.getTime() + seconds * 1000);
  assert.equal(verifyTotp(secret, code, shown, null), step);
  assert.equal(verifyTotp(secret, code, later(30), step - 1), step);
  assert.equal(verifyTotp(secret, code, later(-30), null), step);
  for (const seconds of [-60, 60, 3600]) assert.equal(verifyTotp(secret, code, later(seconds), null), undefined);
  assert.equal(verifyTotp(secret, code, shown, step), undefined, 'used before');
  assert.equal(verifyTotp(secret, code, later(29), step), undefined, 'used before, a little later');
  for (const wrong of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
    assert.equal(verifyTotp(secret, wrong, shown, null), undefined);
  }
});

test('the authenticator shows the code under 学籍 and the login name', () => {
  const uri = new URL(totpUri('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'liuyang02'));
  assert.equal(uri.protocol, 'otpauth:');
  assert.equal(decodeURIComponent(uri.pathname), '/学籍:liuyang02');
  assert.equal(uri.searchParams.get('issuer'), '学籍');
  assert.equal(uri.searchParams.get('secret'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});
