/**
 * 转学场: the product in a process of its own, on a database of its own, with children in 长葛 who move to schools in 禹州, and
 * everybody who has a hand in it signed in. For tests and measurements of many transfers at once, through HTTP.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSession } from '../../src/authorities/index.ts';
import { findCredentials } from '../../src/authorities/sign-in/credentials.store.ts';
import { readConfig } from '../../src/config.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { findEmbedded } from '../../src/db/embedded-server.ts';
import { applicationAccess, DATABASE_NAME, databaseUrl } from '../../src/db/provide-database.ts';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import { CSRF_HEADER, SESSION_COOKIE } from '../../src/http/index.ts';
import { addDays, civilDate } from '../../src/kernel/civil-date.ts';
import { keysFor, servicesOf } from '../../src/main.ts';
import type { Keys } from '../access/caller.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, HERE, NEXT_DOOR, type TestAccount } from '../builders.ts';
import { clockFrom, type ServedProduct, serve } from '../safety/serve.ts';
import { someStudents } from '../students.ts';
import { FORM } from '../two-towns.ts';
import { numberOf } from './region.ts';

/** An answer; status 0 where none came. */
export interface Answered {
  status: number;
  body: Record<string, unknown>;
}

/** One person, calling over the network. */
export interface Hand {
  account: TestAccount;
  get(address: string): Promise<Answered>;
  post(address: string, body: unknown): Promise<Answered>;
}

export interface Mover {
  id: string;
  name: string;
  number: string;
  receiving: { registrar: Hand; leader: Hand };
}

export interface Yard {
  db: Database;
  databaseUrl: string;
  movers: Mover[];
  /** Who acts on the transfer of a child, in order, with the act; the first opens it. */
  chainOf(mover: Mover): readonly (readonly [Hand, string])[];
  /** Looks for the child and opens the transfer. */
  open(mover: Mover): Promise<Answered>;
  act(by: Hand, caseId: string, action: string): Promise<Answered>;
  product(): ServedProduct;
  /** Starts it again after a kill. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const BEGINS = '2026-09-03T10:00:00+08:00';
/** A person may look for so many children of other schools a day. */
const LOOKS = 55;

/** Makes so many children who are to move. Close it at the end. */
export async function aTransferYard(count: number): Promise<Yard> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'xueji-yard-'));
  const now = clockFrom(BEGINS);
  let product = await serve({ dataDir, now: BEGINS });
  const ownerUrl = databaseUrl((await findEmbedded(dataDir))!.url, DATABASE_NAME);
  const db = openDatabase({ url: applicationAccess(ownerUrl).appUrl, now });
  const config = readConfig({ XUEJI_DATA: dataDir });
  const services = servicesOf(config, db, await keysFor(config, db), now);
  const home = { db, services };
  const hand = async (at: TestAccount['institution'], role: TestAccount['role']) => {
    const account = await anAccount(home, { at, role });
    const keys = await db.write(NODE_SCOPE, async (tx) => {
      const credentials = (await findCredentials(tx, { id: account.id }))!;
      return openSession({ randomBytes }, tx, credentials, { device: 'test', requestId: 'test', secondFactor: true });
    });
    return handOf(account, keys, () => product.url);
  };
  const office = async (at: TestAccount['institution'], kind: 'SCHOOL' | 'AUTHORITY') => ({
    registrar: await hand(at, `${kind}_REGISTRAR`),
    leader: await hand(at, `${kind}_LEADER`),
  });
  const [here, there] = [
    await anAuthority(home, { placeCode: HERE }),
    await anAuthority(home, { placeCode: NEXT_DOOR }),
  ];
  const [changge, yuzhou] = [await office(here, 'AUTHORITY'), await office(there, 'AUTHORITY')];
  const school = await aSchool(home, { under: here, name: '葛天路小学' });
  const sending = await office(school, 'SCHOOL');
  const receivers = [];
  for (let left = count; left > 0; left -= LOOKS)
    receivers.push(await office(await aSchool(home, { under: there }), 'SCHOOL'));
  const group = await aClassGroup(home, { school, grade: 4 });
  const wishes = Array.from({ length: count }, (_, nth) => ({
    ...{ school, classGroup: { ...group, firstGrade: 4 }, registeredOn: '2023-09-01' },
    name: `丁${numerals(nth)}`,
    bornOn: addDays(civilDate('2015-09-01'), nth % 366),
  }));
  const movers: Mover[] = [];
  for (const [nth, id] of (await someStudents(home, ...wishes)).entries()) {
    const number = await numberOf(home, id);
    movers.push({ id, name: wishes[nth]!.name, number, receiving: receivers[nth % receivers.length]! });
  }
  const chainOf = ({ receiving }: Mover) =>
    [
      [receiving.registrar, 'SUBMIT'],
      [receiving.leader, 'SUBMIT'],
      ...[yuzhou, sending, changge].flatMap(({ registrar, leader }) => [
        [registrar, 'APPROVE'] as const,
        [leader, 'APPROVE'] as const,
      ]),
    ] as const;
  return {
    ...{ db, movers, chainOf, databaseUrl: ownerUrl },
    product: () => product,
    open: async ({ name, number, receiving: { registrar } }) => {
      const found = await registrar.post('/api/transfers/finds', { name, number });
      if (found.status !== 200) return found;
      const { token } = found.body['child'] as { token: string };
      const form = { ...FORM, moved: 'ACROSS_COUNTIES' };
      return registrar.post('/api/transfers', { token, form, opinion: '父亲调到禹州工作' });
    },
    act: (by, caseId, action) => by.post(`/api/cases/${caseId}/acts`, { action, opinion: '情况属实' }),
    start: async () => {
      product = await serve({ dataDir, now: now().toISOString() });
    },
    close: async () => {
      await db.close();
      await product.stop();
      await (await findEmbedded(dataDir))?.stop(); // outlives a server that was killed and not started again
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function handOf(account: TestAccount, { token, csrfToken }: Keys, url: () => string): Hand {
  const headers = { cookie: `${SESSION_COOKIE}=${token}`, [CSRF_HEADER]: csrfToken };
  const call = async (address: string, init: RequestInit): Promise<Answered> => {
    try {
      const answer = await fetch(`${url()}${address}`, init);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    } catch {
      return { status: 0, body: {} }; // it died while it was asked, or before
    }
  };
  return {
    account,
    get: (address) => call(address, { headers }),
    post: (address, body) =>
      call(address, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

function numerals(nth: number): string {
  const digits = [...'零一二三四五六七八九'];
  return [...String(nth).padStart(3, '0')].map((digit) => digits[Number(digit)]).join('');
}
