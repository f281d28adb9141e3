/** 档案包: written, signed, locked, unlocked, checked; whatever is changed anywhere is found, whatever is hostile is not opened. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { guomi } from '../../../crypto/guomi.ts';
import { international } from '../../../crypto/international.ts';
import { type KeyRing, makeKeyRing, publicKeysOf } from '../../../crypto/key-ring.ts';
import { checkOffline, readTrustedKeys } from './check-offline.ts';
import { checkPackage, type TrustedKey } from './check-package.ts';
import { lockPackage, packageCode, unlockPackage } from './lock-package.ts';
import { readArchive, UnfitPackage } from './read-archive.ts';
import { type PackageEntry, writePackage } from './write-package.ts';

const facts = {
  madeAt: '2026-11-22T02:00:00.000Z',
  school: { code: '2111000001', name: '葛天路小学', placeCode: '411082' },
  receiver: '乌鲁木齐市第五小学',
  approval: { number: 'DA-2026-1120-K7Q2M', on: '2026-11-21' },
  student: {
    name: '李沐辰',
    registrationNumber: 'G411082201605120011',
    identityType: '1',
    identityNumber: '411082201605120011',
  },
};
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const entries: PackageEntry[] = [
  { name: 'student.json', bytes: json({ name: '李沐辰', bornOn: '2016-05-12' }) },
  { name: 'registrations.json', bytes: json([{ school: '葛天路小学', from: '2023-09-01' }]) },
  { name: 'heads.json', bytes: json([{ code: 'BASICS', items: [] }]) },
  { name: 'images/photo.jpg', bytes: randomBytes(900) },
  { name: 'papers/card.pdf', bytes: randomBytes(1200) },
];
const ringOf = (suite: KeyRing['suite']) => makeKeyRing(suite, randomBytes);
const trustIn = (ring: KeyRing): TrustedKey[] => publicKeysOf(ring).map((key) => ({ ...key, nodeName: '河南省节点' }));
const ring = ringOf(international);
const trusted = trustIn(ring);

for (const suite of [international, guomi]) {
  test(`${suite.id}: a package comes out as it went in, every line holds`, async () => {
    const own = ringOf(suite);
    const { archive, digest } = await writePackage(own, facts, entries);
    const code = packageCode(randomBytes(16));
    assert.match(code, /^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
    const locked = lockPackage(suite, archive, code, randomBytes(16));
    assert.ok(!locked.includes(Buffer.from('李沐辰')) && !locked.includes(Buffer.from('student.json')));
    const opened = unlockPackage(locked, ` ${code.toLowerCase().replaceAll('-', ' ')}`);
    const checked = await checkPackage(opened, trustIn(own));
    assert.deepEqual(
      checked.lines.filter(({ holds }) => !holds),
      [],
    );
    assert.equal(checked.sound, true);
    assert.deepEqual(checked.digest, digest);
    assert.deepEqual(checked.manifest?.student, facts.student);
    for (const { name, bytes } of entries) assert.deepEqual(checked.entries.get(name), Buffer.from(bytes));
    const other = packageCode(randomBytes(16));
    assert.throws(() => unlockPackage(locked, other), UnfitPackage);
  });
}

test('one byte flipped anywhere in the archive is found, and what was changed is named where it can be read', async () => {
  const { archive } = await writePackage(ring, facts, entries);
  let found = 0;
  let tried = 0;
  for (let at = 0; at < archive.length; at += 5) {
    tried++;
    const flipped = Buffer.from(archive);
    flipped[at]! ^= 1 << (at % 8);
    const { sound, entries: got } = await checkPackage(flipped, trusted);
    // A bit of the archive's own bookkeeping (a time, a flag) may change without any content changing.
    const same = sound && entries.every(({ name, bytes }) => got.get(name)?.equals(Buffer.from(bytes)));
    assert.ok(!sound || same, `byte ${at} changed something that was not found`);
    if (!sound) found++;
  }
  assert.ok(found > tried * 0.8, `${found} of ${tried}`);
});

test('one byte flipped anywhere in the locked file is found, without exception', () => {
  const locked = lockPackage(international, Buffer.from('a small archive'), 'AAAAA', randomBytes(16));
  for (let at = 0; at < locked.length; at++) {
    const flipped = Buffer.from(locked);
    flipped[at]! ^= 0x10;
    assert.throws(() => unlockPackage(flipped, 'AAAAA'), UnfitPackage, `byte ${at}`);
  }
  for (const short of [0, 5, 22, 30])
    assert.throws(() => unlockPackage(locked.subarray(0, short), 'AAAAA'), UnfitPackage);
});

test('a key that is not trusted, one that only takes a trusted name, and a removed signature do not hold', async () => {
  const stranger = ringOf(international);
  const foreign = await checkPackage((await writePackage(stranger, facts, entries)).archive, trusted);
  assert.deepEqual(
    foreign.lines.filter(({ holds }) => !holds).map(({ words }) => words.replace(/international:\w+/, '…')),
    ['签发节点的密钥…不在可信名单内，请核实来源，由两人登记后再接收'],
  );
  const [key] = trusted;
  const pretending = trustIn(stranger).map((one) => ({ ...one, publicKey: key!.publicKey }));
  const pretended = await checkPackage((await writePackage(stranger, facts, entries)).archive, pretending);
  assert.equal(pretended.sound, false);
  assert.match(pretended.lines[0]!.words, /签名无效/);
});

/** An archive made by somebody else, entry by entry. */
async function archiveOf(parts: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}
const whyNot = async (archive: Buffer) => {
  const { sound, lines } = await checkPackage(archive, trusted);
  assert.equal(sound, false);
  return lines.find(({ holds }) => !holds)!.words;
};

test('hostile archives are not opened: bombs, paths, names twice, foreign files, no archive at all', async () => {
  const { archive } = await writePackage(ring, facts, entries);
  const zeros = Buffer.alloc(129 * 1024 * 1024);
  assert.match(await whyNot(await archiveOf([['student.json', zeros]])), /展开后超过128MB/);
  const lying = await archiveOf([['student.json', zeros.subarray(0, 40 * 1024 * 1024)]]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(40 * 1024 * 1024);
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(1000, at);
  assert.match(await whyNot(lying), /已损坏/);
  assert.match(await whyNot(await archiveOf([['papers/run.exe', Buffer.from('MZ')]])), /不属于档案包的文件或路径/);
  const upwards = await archiveOf([['papers/aa-etc-passwd.pdf', Buffer.from('x')]]);
  for (let at = upwards.indexOf('papers/aa-etc'); at >= 0; at = upwards.indexOf('papers/aa-etc', at + 1)) {
    upwards.write('papers/../etc', at);
  }
  assert.match(await whyNot(upwards), /已损坏|路径/);
  const twice = await archiveOf([
    ['papers/a.pdf', Buffer.from('x')],
    ['papers/A.pdf', Buffer.from('y')],
  ]);
  assert.match(await whyNot(twice), /重名文件/);
  const many = await archiveOf(
    Array.from({ length: 403 }, (_, at) => [`papers/p${at}.pdf`, Buffer.from('x')] as const),
  );
  assert.match(await whyNot(many), /多于402个/);
  for (const none of [Buffer.alloc(0), Buffer.from('not a zip'), deflateRawSync(archive), archive.subarray(0, 400)]) {
    assert.match(await whyNot(none), /已损坏，或不是档案包/);
  }
  const unsigned = await archiveOf(entries.map(({ name, bytes }) => [name, Buffer.from(bytes)] as const));
  assert.match(await whyNot(unsigned), /目录缺失/);
});

test('what lies beside the list, and what the list names and is not there, is said', async () => {
  const { archive } = await writePackage(ring, facts, entries);
  const { entries: held } = await checkPackage(archive, trusted);
  const zip = new ZipFile();
  const all = await readArchive(archive);
  for (const [name, bytes] of all) if (name !== 'heads.json') zip.addBuffer(bytes, name);
  zip.addBuffer(Buffer.from('more'), 'papers/more.pdf');
  zip.end();
  const { sound, lines } = await checkPackage(await buffer(zip.outputStream), trusted);
  assert.equal(sound, false);
  assert.deepEqual(
    lines.filter(({ holds }) => !holds).map(({ words }) => words),
    ['档案目录：缺失', 'papers/more.pdf：不在目录内'],
  );
  assert.equal(held.size, entries.length);
});

test('offline: the same lines from a stick; a list of keys that is none is said to be none', async () => {
  const { archive } = await writePackage(ring, facts, entries);
  const locked = lockPackage(international, archive, 'AAAAA', randomBytes(16));
  const [own] = publicKeysOf(ring);
  const list = JSON.stringify([
    { nodeName: '河南省节点', suite: own!.suite, publicKey: own!.publicKey.toString('hex') },
  ]);
  const { sound, lines } = await checkOffline(locked, 'aaaaa', readTrustedKeys(list)!);
  assert.deepEqual([sound, lines.at(-1)], [true, '档案包完好，可以接收']);
  assert.equal((await checkOffline(locked, 'aaaaa', [])).sound, false);
  assert.deepEqual(await checkOffline(locked, 'BBBBB', []), {
    sound: false,
    lines: ['✕ 取件码不对，或文件在途中被改动、损坏，请核对取件码，仍不行的请转出单位重新提供'],
  });
  for (const text of ['', '{}', '[{"nodeName":"x"}]']) assert.equal(readTrustedKeys(text), undefined);
});
