/** 档案包: a thousand packages written, signed and locked, one byte flipped in each of a hundred; unlocked and checked again. */
import { randomBytes } from 'node:crypto';
import {
  checkPackage,
  lockPackage,
  packageCode,
  UnfitPackage,
  unlockPackage,
  writePackage,
} from '../../src/archives/index.ts';
import { international } from '../../src/crypto/international.ts';
import { makeKeyRing, publicKeysOf } from '../../src/crypto/key-ring.ts';
import { type Line, milliseconds } from '../measure.ts';

const PACKAGES = 1_000;
const FLIPPED_EACH = 10;
/** A photo, a card and three scanned papers. */
const PAPERS = [30_000, 120_000, 180_000, 180_000, 180_000];

/** Half of the flips strike the locked file, half the archive inside, as somebody with the code could change it. */
export async function measureFilePackages(): Promise<Line[]> {
  const ring = makeKeyRing(international, randomBytes);
  const trusted = publicKeysOf(ring).map((key) => ({ ...key, nodeName: '河南省节点' }));
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  let [found, falseAlarms, bytes] = [0, 0, 0];
  let ceiling = 0;
  const begun = performance.now();
  for (let at = 0; at < PACKAGES; at++) {
    const entries = [
      { name: 'student.json', bytes: json({ at, name: '李沐辰' }) },
      { name: 'registrations.json', bytes: json([{ school: '葛天路小学' }]) },
      { name: 'heads.json', bytes: json([]) },
      ...PAPERS.map((size, paper) => ({ name: `images/p${paper}.jpg`, bytes: randomBytes(size) })),
    ];
    const student = { name: '李沐辰', registrationNumber: null, identityType: null, identityNumber: null };
    const facts = {
      ...{ madeAt: '2026-10-12T02:00:00.000Z', receiver: '锦里西路小学', student },
      school: { code: '2141000001', name: '葛天路小学', placeCode: '411082' },
      approval: { number: 'DA-2026-1012-K7Q2M', on: '2026-10-12' },
    };
    const { archive } = await writePackage(ring, facts, entries);
    const flip = at % FLIPPED_EACH === 0;
    const inside = flip && at % (2 * FLIPPED_EACH) === 0;
    // Past the archive's own headers, in the content of a picture.
    if (inside) archive[40_000 + ((at * 7919) % (archive.length - 60_000))]! ^= 1;
    const code = packageCode(randomBytes(16));
    const locked = lockPackage(ring.suite, archive, code, randomBytes(16));
    if (flip && !inside) locked[(at * 7919) % locked.length]! ^= 1;
    bytes += locked.length;
    ceiling += bare(locked);
    const sound = await isSound(locked, code, trusted);
    if (flip && !sound) found++;
    if (!flip && !sound) falseAlarms++;
  }
  const each = (performance.now() - begun - ceiling) / PACKAGES;
  const flipped = PACKAGES / FLIPPED_EACH;
  const megabytes = `${Math.round(bytes / 2 ** 20)} MB`;
  return [
    { what: 'packages with a flipped byte found', measured: `${found}`, ceiling: `${flipped}`, ratio: '', aim: 'all' },
    { what: 'whole packages refused', measured: `${falseAlarms}`, ceiling: '', ratio: '', aim: '0' },
    {
      what: `write, sign, lock, unlock and check a package (${megabytes} in all)`,
      measured: milliseconds(each),
      ceiling: `${milliseconds(ceiling / PACKAGES)}, its bytes digested and encrypted twice`,
      ratio: (each / (ceiling / PACKAGES)).toFixed(1),
      aim: '',
    },
  ];
}

/** Milliseconds for what cannot be saved: two digests and two encryptions of the same bytes. */
function bare(bytes: Buffer): number {
  const key = international.importDataKey(randomBytes(32));
  const from = performance.now();
  for (let time = 0; time < 2; time++) {
    international.digest(bytes);
    international.encrypt(key, bytes, Buffer.alloc(0));
  }
  return performance.now() - from;
}

async function isSound(locked: Buffer, code: string, trusted: Parameters<typeof checkPackage>[1]): Promise<boolean> {
  try {
    return (await checkPackage(unlockPackage(locked, code), trusted)).sound;
  } catch (error) {
    if (error instanceof UnfitPackage) return false;
    throw error;
  }
}
