/** 密钥、字段加密与盲索引: what rotation keeps readable, what a moved blob may not do, what an index tells. */
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { SetupFault } from '../kernel/setup-fault.ts';
import { makeBlindIndex } from './blind-index.ts';
import { makeFieldCipher } from './field-cipher.ts';
import { guomi } from './guomi.ts';
import { international } from './international.ts';
import { loadOrCreateKeys, readKeys, saveKeys } from './key-file.ts';
import {
  addDataKey,
  addIndexKey,
  addSigningKey,
  checkerFor,
  dropDataKey,
  fingerprint,
  makeKeyRing,
  publicKeysOf,
  signWith,
} from './key-ring.ts';
import { SealBroken } from './suite.ts';

const ROW = '0190a1b2-0000-7000-8000-000000000001';
const OTHER_ROW = '0190a1b2-0000-7000-8000-000000000002';
const DETAILS = { identityNumber: '11010119900307783X', phones: ['13800000000'], note: '寄宿' };

for (const suite of [international, guomi]) {
  test(`${suite.id}: classified fields open in their own row and nowhere else`, () => {
    const cipher = makeFieldCipher(makeKeyRing(suite, randomBytes));
    const blob = cipher.seal('students', ROW, DETAILS);
    assert.deepEqual(cipher.open('students', ROW, blob), DETAILS);
    assert.deepEqual(cipher.open('students', ROW, new Uint8Array(blob)), DETAILS);
    assert.ok(!blob.toString('latin1').includes('11010119900307783X'));
    assert.throws(() => cipher.open('students', OTHER_ROW, blob), SealBroken);
    assert.throws(() => cipher.open('guardians', ROW, blob), SealBroken);
    for (let index = 0; index < blob.length; index++) {
      const bent = Buffer.from(blob);
      bent[index]! ^= 1;
      assert.throws(() => cipher.open('students', ROW, bent), Error, `byte ${index}`);
    }
    for (const size of [0, 1, 5, 6, 20]) {
      assert.throws(() => cipher.open('students', ROW, blob.subarray(0, size)), SealBroken);
    }
  });
}

test('after a data key is added old rows stay readable, and say that they wait to be sealed anew', () => {
  const before = makeKeyRing(international, randomBytes);
  const old = makeFieldCipher(before).seal('students', ROW, DETAILS);
  const after = addDataKey(before, randomBytes);
  const cipher = makeFieldCipher(after);
  const renewed = cipher.seal('students', ROW, cipher.open('students', ROW, old));
  assert.ok(cipher.isStale(old));
  assert.ok(!cipher.isStale(renewed));

  const destroyed = makeFieldCipher(dropDataKey(after, 1));
  assert.deepEqual(destroyed.open('students', ROW, renewed), DETAILS);
  assert.throws(() => destroyed.open('students', ROW, old), /数据密钥1不在密钥文件中/);
  assert.throws(() => dropDataKey(after, 2), /in use/);
});

test('rows sealed under one suite open after the installation has changed to the other', () => {
  const ring = makeKeyRing(international, randomBytes);
  const old = makeFieldCipher(ring).seal('students', ROW, DETAILS);
  const cipher = makeFieldCipher(ring, guomi);
  assert.deepEqual(cipher.open('students', ROW, old), DETAILS);
  assert.ok(cipher.isStale(old));
});

test('a blind index is the keyed digest of its kind: equal texts meet, kinds and nodes do not', () => {
  const ring = makeKeyRing(international, randomBytes);
  const index = makeBlindIndex(ring);
  const number = '11010119900307783X';
  const key = international.deriveKey(ring.indexKeys[0]!.secret, 'xueji/index/identity');
  assert.deepEqual(index.blindIndex('identity', number), createHmac('sha256', key).update(number).digest());
  assert.deepEqual(makeBlindIndex(ring).blindIndex('identity', number), index.blindIndex('identity', number));
  assert.notDeepEqual(index.blindIndex('phone', number), index.blindIndex('identity', number));
  assert.notDeepEqual(
    makeBlindIndex(makeKeyRing(international, randomBytes)).blindIndex('identity', number),
    index.blindIndex('identity', number),
  );
});

test('during index rotation a look-up asks under the new key and the old', () => {
  const ring = makeKeyRing(guomi, randomBytes);
  const old = makeBlindIndex(ring).blindIndex('identity', 'X');
  const rotated = makeBlindIndex(addIndexKey(ring, randomBytes));
  const answers = rotated.underEveryKey('identity', 'X');
  assert.deepEqual(
    answers.map((answer) => answer.keyId),
    [2, 1],
  );
  assert.deepEqual(answers[0]!.index, rotated.blindIndex('identity', 'X'));
  assert.deepEqual(answers[1]!.index, old);
});

test('a short index fits a signed 64-bit column, fills its range and refuses other widths', () => {
  const index = makeBlindIndex(makeKeyRing(international, randomBytes));
  const seen = new Set<string>();
  for (let tail = 0; tail < 2000; tail++) {
    const value = BigInt(index.shortIndex('tail', String(tail), 63));
    assert.ok(value >= 0n && value < 1n << 63n);
    seen.add(index.shortIndex('tail', String(tail), 4));
  }
  assert.deepEqual(
    [...seen].map(Number).sort((a, b) => a - b),
    Array.from({ length: 16 }, (_, value) => value),
  );
  assert.equal(index.shortIndex('tail', '7783X', 20), index.shortIndex('tail', '7783X', 20));
  for (const bits of [0, 64, 1.5, -1]) assert.throws(() => index.shortIndex('tail', '1', bits), RangeError);
});

test('the key file is made once, for its owner only, and read back the same', async (t) => {
  const file = await aKeyFile(t);
  const first = await loadOrCreateKeys(file, guomi, randomBytes);
  const second = await loadOrCreateKeys(file, guomi, randomBytes);
  assert.deepEqual([first.made, second.made], [true, false]);
  assert.deepEqual(second.ring, first.ring);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.equal(fingerprint(second.ring), fingerprint(first.ring));
});

test('the fingerprint survives adding keys and tells two rings apart without showing a key', async (t) => {
  const file = await aKeyFile(t);
  const { ring } = await loadOrCreateKeys(file, international, randomBytes);
  const grown = addSigningKey(addIndexKey(addDataKey(ring, randomBytes), randomBytes), randomBytes);
  await saveKeys(file, grown);
  const read = (await readKeys(file))!;
  assert.deepEqual(read, grown);
  assert.equal(fingerprint(read), fingerprint(ring));
  assert.notEqual(fingerprint(makeKeyRing(international, randomBytes)), fingerprint(ring));
  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('a key file that is damaged, open to others or of the other suite is refused in words that help', async (t) => {
  const file = await aKeyFile(t);
  await loadOrCreateKeys(file, international, randomBytes);
  await assert.rejects(loadOrCreateKeys(file, guomi, randomBytes), (error: Error) => {
    return error instanceof SetupFault && /配置为国密套件；请改回原算法套件/.test(error.message);
  });
  const text = await readFile(file, 'utf8');
  for (const damaged of ['', '{}', text.slice(0, -20), text.replace('"version": 1', '"version": 2')]) {
    await writeFile(file, damaged);
    await assert.rejects(readKeys(file), /已损坏或版本不符，请从密钥备份中恢复/);
  }
  await writeFile(file, text);
  await chmod(file, 0o644);
  await assert.rejects(readKeys(file), /chmod 600/);
});

test('signatures name their key and stay verifiable with public keys after rotation', () => {
  const ring = makeKeyRing(international, randomBytes);
  const message = Buffer.from('head');
  const old = signWith(ring, message);
  const rotated = addSigningKey(ring, randomBytes);
  const recent = signWith(rotated, message);
  const check = checkerFor(publicKeysOf(rotated));
  assert.notEqual(recent.keyId, old.keyId);
  assert.equal(check(old.keyId, message, old.signature), 'VALID');
  assert.equal(check(recent.keyId, message, recent.signature), 'VALID');
  assert.equal(check(recent.keyId, message, old.signature), 'INVALID');
  assert.equal(checkerFor(publicKeysOf(ring))(recent.keyId, message, recent.signature), 'UNKNOWN_KEY');
});

async function aKeyFile(t: { after(work: () => Promise<void>): void }): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xueji-keys-'));
  t.after(() => rm(folder, { recursive: true }));
  return path.join(folder, 'private', 'keys.json');
}
