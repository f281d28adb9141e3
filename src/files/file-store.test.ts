import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { makeFieldCipher } from '../crypto/field-cipher.ts';
import { guomi } from '../crypto/guomi.ts';
import { international } from '../crypto/international.ts';
import { makeKeyRing } from '../crypto/key-ring.ts';
import { SealBroken } from '../crypto/suite.ts';
import { newId } from '../kernel/ids.ts';
import { collect, makeFileStore } from './file-store.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'file-store-'));
after(() => rm(folder, { recursive: true }));

/** More than is read at a time, and no whole number of it. */
const BYTES = randomBytes(700_001);
const inPieces = () => Readable.from([BYTES.subarray(0, 1), BYTES.subarray(1, 300_000), BYTES.subarray(300_000)]);

for (const suite of [international, guomi]) {
  const cipher = makeFieldCipher(makeKeyRing(suite, randomBytes));
  const store = makeFileStore(folder, cipher, newId);
  const placeOf = (id: string) => path.join(folder, id.slice(-2), id);

  test(`${suite.id}: a paper that came in pieces is kept like one that came whole, and comes back as it was`, async () => {
    for (const content of [BYTES, inPieces()]) {
      const { id, size, digest } = await store.keep(content);
      assert.equal(size, BYTES.length);
      assert.deepEqual(digest, createHash('sha256').update(BYTES).digest());
      assert.ok(BYTES.equals(await store.fetch(id)));
      assert.ok(BYTES.equals(cipher.openBytes('files', id, await readFile(placeOf(id)))));
    }
  });

  test(`${suite.id}: an empty paper comes back empty`, async () => {
    const { id } = await store.keep(new Uint8Array());
    assert.equal((await store.fetch(id)).length, 0);
  });

  test(`${suite.id}: a kept paper that was altered, cut short or exchanged for another does not open`, async () => {
    const [{ id }, other] = [await store.keep(BYTES), await store.keep(inPieces())];
    const sealed = await readFile(placeOf(id));
    const altered = Buffer.from(sealed);
    altered[400_000]! ^= 1;
    const relabelled = Buffer.from(sealed);
    relabelled[1]! ^= 3;
    for (const wrong of [altered, relabelled, sealed.subarray(0, -1), sealed.subarray(0, 9), Buffer.alloc(0)]) {
      await writeFile(placeOf(id), wrong);
      await assert.rejects(store.fetch(id), SealBroken);
    }
    await writeFile(placeOf(id), await readFile(placeOf(other.id)));
    await assert.rejects(store.fetch(id), SealBroken);
  });
}

const store = makeFileStore(
  path.join(folder, 'limits'),
  makeFieldCipher(makeKeyRing(international, randomBytes)),
  newId,
);

test('an upload past its limit is refused with the limit, is not read to its end, and leaves nothing behind', async () => {
  const limit = { bytes: 2 ** 20, what: '工作簿' };
  let given = 0;
  const endless = () =>
    Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(++given && 2 ** 16);
      })(),
    );
  await assert.rejects(store.keep(endless(), limit), /工作簿.*1MB/);
  assert.ok(given < 40);
  await assert.rejects(collect(endless(), limit.bytes, limit.what), /工作簿.*1MB/);
  const left = await readdir(path.join(folder, 'limits'), { recursive: true, withFileTypes: true });
  assert.deepEqual(
    left.filter((entry) => entry.isFile()),
    [],
  );
});

test('an upload that breaks off leaves nothing behind', async () => {
  const broken = new Readable({ read() {} });
  broken.push(Buffer.alloc(2 ** 16));
  setImmediate(() => broken.destroy(new Error('the line is gone')));
  await assert.rejects(store.keep(broken), /the line is gone/);
  const left = await readdir(path.join(folder, 'limits'), { recursive: true, withFileTypes: true });
  assert.deepEqual(
    left.filter((entry) => entry.isFile()),
    [],
  );
});

test('a paper that is not there is refused, removing it twice is nothing', async () => {
  const { id } = await store.keep(BYTES);
  await store.remove(id);
  await store.remove(id);
  await assert.rejects(store.fetch(id), { code: 'NOT_FOUND' });
});
