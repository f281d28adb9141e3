/**
 * 测试应用: the whole product behind its HTTP interface, on a database of its own, with real keys and a clock that the
 * test sets. Nothing is mocked: calls go through the routes, sessions, row policies and the audit trail.
 *
 *     const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });   // at the top of the test file
 *     test('…', async () => {
 *       const registrar = await anAccount(app, { at: await aSchool(app) });
 *       const answer = await app.as(registrar).post('/api/accounts', { … });
 *       assert.equal(answer.status, 200);
 *     });
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { lawLibrary } from '../policies/clauses/law-library.ts';
import { packs, workflows } from '../policies/index.ts';
import type { Services } from '../src/access/index.ts';
import { makeSealer } from '../src/audit/seal.ts';
import { makeSessions, type SignInPolicy, signInPolicy } from '../src/authorities/index.ts';
import type { IdentityProvider } from '../src/authorities/sign-in/identity-provider.ts';
import { makeBlindIndex } from '../src/crypto/blind-index.ts';
import { makeFieldCipher } from '../src/crypto/field-cipher.ts';
import { international } from '../src/crypto/international.ts';
import { makeKeyRing } from '../src/crypto/key-ring.ts';
import { type Database, openDatabase } from '../src/db/database.ts';
import { openPrinter } from '../src/documents/index.ts';
import { type Features, featuresOf } from '../src/features.ts';
import { makeFileStore } from '../src/files/file-store.ts';
import { makeIdempotencyKeys, makeServer } from '../src/http/index.ts';
import { newId } from '../src/kernel/ids.ts';
import { calendar } from '../src/kernel/working-days.ts';
import type { NoticeSettings } from '../src/notices/index.ts';
import { makeLaw, type Pack } from '../src/policy/index.ts';
import { type Caller, callAs, signedIn } from './access/caller.ts';
import { testDatabase } from './database.ts';

export interface TestClock {
  now(): Date;
  /** Jumps to an instant, `2026-09-17T10:00:00+08:00`. */
  set(instant: string): void;
  /** Goes on by so many milliseconds. */
  advance(milliseconds: number): void;
}

export interface TestApplication {
  services: Services;
  db: Database;
  /** Of the role that is above row policies: for looking at what really lies in the tables. */
  ownerUrl: string;
  clock: TestClock;
  features: Features;
  server: FastifyInstance;
  /** Background work that was asked for and not done: name, key and data. */
  sent: { name: string; key: string; data: Record<string, unknown> }[];
  /** Calls as the person of an account, signed in with both factors. */
  as(account: { id: string }): Caller;
  /** Calls without a session. */
  anonymous: Caller;
}

export interface TestOptions {
  /** The first instant of the clock. */
  now?: string;
  policy?: SignInPolicy;
  identityProvider?: IdentityProvider;
  /** Ways by which people are told outside the product. */
  notices?: NoticeSettings;
  /** Networks to which changes may be delivered. */
  deliverTo?: readonly string[];
  /** Folder of attached texts of law. */
  lawTexts?: string;
  /** Texts that schools work by beside the law of their place. */
  schoolPacks?: readonly Pack[];
  /** Folder of the built pages, for journeys. */
  pages?: string;
}

/** Makes the application; it is taken down after the file's last test. Call it at the top of the file. */
export async function testApplication(options: TestOptions = {}): Promise<TestApplication> {
  const clock = testClock(options.now ?? '2026-09-17T10:00:00+08:00');
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'xueji-test-'));
  const db = openDatabase({ url: database.appUrl, max: 8, now: clock.now });
  const ring = makeKeyRing(international, randomBytes);
  const cipher = makeFieldCipher(ring);
  const services: Services = {
    db,
    law: makeLaw([...packs, ...(options.schoolPacks ?? [])]),
    calendar,
    cipher,
    index: makeBlindIndex(ring),
    files: makeFileStore(path.join(folder, 'files'), cipher, newId),
    now: clock.now,
    newId,
    randomBytes,
  };
  const policy = options.policy ?? signInPolicy({ passwordProfile: 'dengbao-l3', totpForAll: false });
  const printer = openPrinter();
  const sent: TestApplication['sent'] = [];
  const features = featuresOf({
    services,
    workflows,
    calendar,
    regulations: { library: lawLibrary, textFolder: options.lawTexts },
    sessions: makeSessions(db, policy, clock.now),
    policy,
    identityProvider: options.identityProvider,
    sealer: makeSealer({ db, ring, witnessFile: path.join(folder, 'audit-heads.jsonl'), now: clock.now }),
    ring,
    printer,
    ...(options.notices ? { notices: options.notices } : {}),
    ...(options.deliverTo ? { deliverTo: options.deliverTo } : {}),
    send: async (name, key, data) => void sent.push({ name, key, data }),
  });
  const server = await makeServer({
    routes: features.routes,
    sessions: features.sessions,
    systems: features.systems,
    families: features.families,
    keys: makeIdempotencyKeys(db, cipher),
    newId,
    ...(options.pages ? { pages: options.pages } : {}),
    secure: false,
    log: 'silent',
    uploadLimitBytes: 16 * 2 ** 20,
    isHealthy: () => db.isAlive(),
    version: 'test',
  });
  await server.ready();
  after(async () => {
    await server.close();
    await printer.close();
    await db.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const { ownerUrl } = database;
  const sessions = signedIn(services, clock);
  return {
    services,
    db,
    ownerUrl,
    clock,
    features,
    server,
    sent,
    as: ({ id }) => callAs(server, () => sessions(id)),
    anonymous: callAs(server, async () => undefined),
  };
}

function testClock(instant: string): TestClock {
  let at = new Date(instant);
  return {
    now: () => new Date(at),
    set: (next) => {
      at = new Date(next);
    },
    advance: (milliseconds) => {
      at = new Date(at.getTime() + milliseconds);
    },
  };
}
