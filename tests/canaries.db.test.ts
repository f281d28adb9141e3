/** 敏感信息不落明文: what is classified lies in the open nowhere: not in the database, not in a file, not in a log. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import sharp from 'sharp';
import { type FieldCipher, makeFieldCipher } from '../src/crypto/field-cipher.ts';
import { readKeys } from '../src/crypto/key-file.ts';
import { type Database, openDatabase } from '../src/db/database.ts';
import { CSRF_HEADER, SESSION_COOKIE } from '../src/http/index.ts';
import { columns } from '../src/students/index.ts';
import { writeRows } from '../src/workbooks/write-rows.ts';
import { type Keys, signedIn } from './access/caller.ts';
import { aClassGroup, anAccount, aSchool, type TestAccount } from './builders.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type Canary, canaryChild, findInDatabase, findInFiles, findInText } from './safety/canaries.ts';
import { clockFrom, type ServedProduct, serve } from './safety/serve.ts';
import { aReadablePdf } from './sample-pdf.ts';

const NOW = '2026-09-17T10:00:00+08:00';
const NAMES = ['金丝甲', '金丝乙', '金丝丙', '金丝丁', '金丝戊'];

let made: TestDatabase;
let folder: string;
let product: ServedProduct;
let db: Database;
let owner: pg.Client;
let cipher: FieldCipher;
let sessions: (accountId: string) => Promise<Keys>;
const people: Record<'registrar' | 'leader' | 'officer' | 'chief', TestAccount> = {} as never;

const children = NAMES.map((name) => canaryChild(name, '一(1)班'));
const canaries: Canary[] = children.flatMap((child) => child.canaries);
let studentIds: string[] = [];

before(async () => {
  made = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'canaries-'));
  product = await serve({ ownerUrl: made.ownerUrl, dataDir: folder, now: NOW });
  const now = clockFrom(NOW);
  db = openDatabase({ url: made.appUrl, now });
  owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  const ring = (await readKeys(path.join(folder, 'keys.json')))!;
  cipher = makeFieldCipher(ring);
  sessions = signedIn({ db, randomBytes } as Parameters<typeof signedIn>[0], { now });

  const home = { db };
  const school = await aSchool(home);
  await aClassGroup(home, { school, grade: 1 });
  const { rows } = await owner.query('select authority_id as id from supervisions where school_id = $1', [school.id]);
  const authority = { ...school, id: rows[0].id as string, kind: 'AUTHORITY' as const, path: '41/10/82/' };
  people.registrar = await anAccount(home, { at: school, role: 'SCHOOL_REGISTRAR' });
  people.leader = await anAccount(home, { at: school, role: 'SCHOOL_LEADER' });
  people.officer = await anAccount(home, { at: authority, role: 'AUTHORITY_REGISTRAR' });
  people.chief = await anAccount(home, { at: authority, role: 'AUTHORITY_LEADER' });
});

after(async () => {
  await product.stop();
  await owner.end();
  await db.close();
  await made.drop();
  await rm(folder, { recursive: true });
});

/** Calls the running product as a person's browser does. */
async function call(who: TestAccount, method: string, address: string, body?: unknown, headers: HeadersInit = {}) {
  const { token, csrfToken } = await sessions(who.id);
  const answer = await fetch(product.url + address, {
    method,
    headers: {
      cookie: `${SESSION_COOKIE}=${token}`,
      [CSRF_HEADER]: csrfToken,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Hands in a paper whose file name, metadata and content hold canaries, as a phone and a scanner would leave them there. */
async function handInPapers(caseId: string): Promise<void> {
  const [one, two] = children.map(({ items }) => items);
  const create = { width: 300, height: 300, channels: 3 as const, background: '#fff' };
  const exif = { IFD0: { ImageDescription: one!['homeAddress']! } };
  const photo = await sharp({ create }).withExif(exif).jpeg().toBuffer();
  const scan = Buffer.concat([aReadablePdf(1), Buffer.from(`%${two!['homeAddress']}\n%%EOF\n`)]);
  for (const bytes of [photo, scan]) {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), `${one!['identityNumber']}.jpg`);
    const { token, csrfToken } = await sessions(people.officer.id);
    const headers = { cookie: `${SESSION_COOKIE}=${token}`, [CSRF_HEADER]: csrfToken };
    const what = new URLSearchParams({ paper: one!['identityNumber']!, what: '居民户口簿' });
    const wrong = await fetch(`${product.url}/api/cases/${caseId}/evidence?${what}`, { method: 'POST', headers });
    assert.equal(wrong.status < 500, true);
    const address = `${product.url}/api/cases/${caseId}/evidence?what=${encodeURIComponent('居民户口簿')}`;
    const answer = await fetch(address, { method: 'POST', headers, body: form });
    assert.equal(answer.status, 200, await answer.clone().text());
  }
}

/** Sends a workbook of these rows, as the school does, and waits until the product has read it. */
async function upload(rows: readonly Record<string, string>[]): Promise<string> {
  const used = columns.filter(({ field }) => field.kind !== 'photo');
  const cells = rows.map((row) => used.map((column) => row[column.path] || null));
  const bytes = await buffer(
    writeRows({ name: '新生', columns: used.map(({ heading }) => ({ heading })), rows: cells }),
  );
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), '新生.xlsx');
  const { token, csrfToken } = await sessions(people.registrar.id);
  const headers = { cookie: `${SESSION_COOKIE}=${token}`, [CSRF_HEADER]: csrfToken };
  const answer = await fetch(`${product.url}/api/admissions/imports`, { method: 'POST', headers, body: form });
  assert.equal(answer.status, 200, await answer.clone().text());
  const { id } = (await answer.json()) as { id: string };
  for (let tries = 0; tries < 600; tries++) {
    const { rows: found } = await owner.query<{ state: string }>('select state from imports where id = $1', [id]);
    if (found[0]?.state === 'CHECKED') return id;
    await pause(50);
  }
  throw new Error('the workbook was not read in half a minute');
}

test('children with canaries are registered as any child is', async () => {
  const importId = await upload(children.map(({ items }) => items));
  const declaration = { mode: 'ALL', signedForms: true };
  const handedIn = await call(people.registrar, 'POST', `/api/admissions/imports/${importId}/submissions`, declaration);
  assert.equal(handedIn.status, 200, handedIn.text);
  const [caseId] = (JSON.parse(handedIn.text) as { caseIds: string[] }).caseIds;
  for (const [who, action] of [
    ['leader', 'SUBMIT'],
    ['officer', 'APPROVE'],
    ['chief', 'APPROVE'],
  ] as const) {
    const answer = await call(people[who], 'POST', `/api/cases/${caseId}/acts`, { action, opinion: '同意' });
    assert.equal(answer.status, 200, answer.text);
    if (who === 'leader') await handInPapers(caseId!);
  }
  const { rows } = await owner.query<{ id: string; sealed: Buffer }>(
    'select student_id as id, sealed from numbers order by student_id',
  );
  assert.equal(rows.length, NAMES.length);
  studentIds = rows.map(({ id }) => id);
  for (const { id, sealed } of rows) {
    canaries.push({ item: 'registrationNumber', text: String(cipher.open('numbers', id, sealed)) });
  }
});

test('a child put forward on the form and mended there lies sealed', async () => {
  const child = canaryChild('金丝己', '一(1)班');
  const other = canaryChild('金丝庚', '一(1)班');
  canaries.push(...child.canaries, ...other.canaries);
  const filled = Object.fromEntries(Object.entries(child.items).filter(([, text]) => text !== ''));
  const key = { 'idempotency-key': 'forward' };
  const made = await call(people.registrar, 'POST', '/api/admissions/entrants', { values: filled }, key);
  assert.equal(made.status, 200, made.text);
  assert.notDeepEqual(findInText(made.text, child.canaries), [], 'whoever fills in sees what was filled in');
  assert.deepEqual(await call(people.registrar, 'POST', '/api/admissions/entrants', { values: filled }, key), made);
  const { id, version } = JSON.parse(made.text) as { id: string; version: number };
  const values = { phone: other.items['phone'], identityNumber: `${other.items['identityNumber']}0` };
  const mended = await call(people.registrar, 'PATCH', `/api/admissions/entrants/${id}`, { values, version });
  assert.equal(mended.status, 200, mended.text);
  assert.deepEqual(findInText(mended.text, canaries), []);
});

test('who has a reason sees the canary, in the answer and nowhere else', async () => {
  const [id] = studentIds;
  const seen = await call(people.registrar, 'GET', `/api/students/${id}`);
  assert.equal(seen.status, 200);
  assert.deepEqual(findInText(seen.text, canaries), []);
  for (const field of ['identityNumber', 'registrationNumber', 'homeAddress', 'guardians.0.phone']) {
    const answer = await call(people.registrar, 'POST', `/api/students/${id}/reveals`, { field, reason: '核对户口簿' });
    assert.equal(answer.status, 200, answer.text);
    assert.notDeepEqual(findInText(answer.text, canaries), [], `${field} was not shown in full`);
  }
});

test('search, wrong input, refusals and changes carry canaries through the running product', async () => {
  const [one, two] = children.map(({ items }) => items);
  const number = one!['identityNumber']!;
  const found = await call(people.registrar, 'GET', `/api/students?q=${number}`);
  assert.equal(found.status, 200);
  const [, id] = studentIds;
  const statuses = [
    await call(people.registrar, 'GET', `/api/students/${number}`),
    await call(people.registrar, 'GET', `/api/${number}?phone=${one!['phone']}`),
    await call(people.registrar, 'GET', `/api/students?grade=${number}`),
    await call(people.registrar, 'POST', `/api/students/${id}/reveals`, { field: number, reason: two!['homeAddress'] }),
    await call(people.officer, 'PATCH', `/api/students/${id}/items`, { values: { phone: two!['phone'] }, version: 1 }),
    await call(people.registrar, 'PATCH', `/api/students/${id}/items`, { values: { phone: `${number}0` }, version: 1 }),
    await call(people.registrar, 'PATCH', `/api/students/${id}/items`, { values: { [number]: '1' }, version: 1 }),
    await call(people.registrar, 'POST', '/api/session', { loginName: number, password: one!['phone'] }),
  ].map(({ status }) => status);
  assert.ok(
    statuses.every((status) => status < 500),
    String(statuses),
  );
});

test('a change of classified items, sent twice under one key, is answered twice alike and kept sealed', async () => {
  const [, , id] = studentIds;
  const values = { homeAddress: children[0]!.items['homeAddress']!, 'guardians.0.phone': children[1]!.items['phone']! };
  const send = () =>
    call(
      people.registrar,
      'PATCH',
      `/api/students/${id}/items`,
      { values, version: 1 },
      {
        'idempotency-key': 'once',
      },
    );
  const first = await send();
  assert.equal(first.status, 200, first.text);
  assert.deepEqual(await send(), first);
  const { rows } = await owner.query<{ body: Buffer }>('select body from idempotency_keys');
  assert.equal(rows.length, 2);
  for (const { body } of rows) assert.ok(!body.includes('version'), 'the kept answer can be read');
});

test('a bug quotes nothing of the row it stumbled over', async () => {
  const [, , , id] = studentIds;
  await owner.query('alter table guardians add constraint stumbling_block check (false) not valid');
  const values = { 'guardians.0.phone': children[0]!.items['phone']! };
  const answer = await call(people.registrar, 'PATCH', `/api/students/${id}/items`, { values, version: 1 });
  await owner.query('alter table guardians drop constraint stumbling_block');
  assert.equal(answer.status, 500);
  assert.match(answer.text, /事件号/);
  assert.doesNotMatch(answer.text, /stumbling|guardians|Failing/);
});

test('rows that cannot be accepted hold canaries too: wrong digits, wrong columns, wrong words', async () => {
  const spoil = (name: string, change: (items: Record<string, string>) => Record<string, string>) => {
    const child = canaryChild(name, '一(1)班');
    canaries.push(...child.canaries);
    return { ...child.items, ...change(child.items) };
  };
  const rows = [
    spoil('错位甲', ({ identityNumber: n = '' }) => ({
      identityNumber: `${n.slice(0, 17)}${n.endsWith('1') ? '2' : '1'}`,
    })),
    spoil('错位乙', ({ identityNumber: n = '' }) => ({ identityNumber: n.replace('0', 'O') })),
    spoil('错位丙', ({ identityNumber: n = '' }) => ({ identityNumber: n.slice(0, 6) + n.slice(8, 17) })),
    spoil('错位丁', ({ identityNumber: n = '' }) => ({ gender: n, bornOn: n, classGroup: n, grade: n })),
    spoil('错位戊', ({ identityNumber: n = '' }) => ({
      name: `错${n}`,
      nationality: n,
      ethnicGroup: n,
      postalCode: n,
    })),
    spoil('错位己', ({ homeAddress = '' }) => ({
      birthplace: homeAddress,
      householdPlace: homeAddress,
      entryWay: homeAddress,
    })),
    spoil('错位庚', ({ phone = '' }) => ({ disabilityType: phone, health: phone, needsAid: phone, seatNo: phone })),
    spoil('错位辛', ({ phone = '' }) => ({
      'guardians.0.name': phone,
      'guardians.0.relation': phone,
      'guardians.0.identityType': phone,
    })),
    spoil('错位癸', ({ homeAddress = '', email = '' }) => ({ identityNumber: homeAddress, phone: email })),
    spoil('错位子', ({ email = '', homeAddress = '' }) => ({
      identityNumber: email,
      'guardians.0.phone': homeAddress,
    })),
    spoil('错位丑', ({ phone = '', homeAddress = '' }) => ({
      seatNo: phone,
      classGroup: homeAddress,
      gender: homeAddress,
    })),
    spoil('错位寅', ({ homeAddress = '', 'guardians.0.currentAddress': other = '' }) => ({
      name: homeAddress,
      namePinyin: other,
    })),
    spoil('错位卯', () => ({
      name: '错\u0000位',
      gender: '\ud800',
      bornOn: '\u0000',
      classGroup: '\udfff',
      talents: '\u0000',
    })),
    spoil('错位壬', ({ email = '' }) => ({ homepage: email, admittedIn: email, namePinyin: email })),
  ];
  const importId = await upload(rows);
  const { rows: kept } = await owner.query('select red from entrants where import_id = $1', [importId]);
  assert.equal(kept.length, rows.length);
  assert.ok(
    kept.every(({ red }) => red > 0),
    'a spoiled row was found sound',
  );
});

test('no canary lies in the open in any table; the search finds one that does', async () => {
  assert.ok(canaries.length > 150, `only ${canaries.length} canaries`);
  assert.deepEqual(await findInDatabase(owner, canaries), []);
  const names = await findInDatabase(owner, [{ item: 'name', text: NAMES[0]! }]);
  assert.ok(names.includes('public.roster: name'), 'names may be read, and the search reads them');
  const [canary] = canaries;
  await owner.query(`insert into node_facts values ('nest', $1, now())`, [JSON.stringify({ egg: canary!.text })]);
  await owner.query(`update files set digest = $1 where id = (select id from files limit 1)`, [
    Buffer.from(`..${canary!.text}..`),
  ]);
  const nests = await findInDatabase(owner, canaries);
  assert.deepEqual(nests, [`public.files: ${canary!.item}`, `public.node_facts: ${canary!.item}`]);
});

test('no canary lies in the open in a file, a workbook that was sent included', async () => {
  assert.deepEqual(await findInFiles(folder, canaries), []);
});

test('the trail names the items that were changed and shown, never their values', async () => {
  const { rows } = await owner.query<{ text: string }>('select to_jsonb(a)::text as text from audit_events a');
  const all = rows.map(({ text }) => text).join('\n');
  assert.match(all, /REVEAL_VALUE/);
  assert.match(all, /homeAddress/);
  assert.deepEqual(findInText(all, canaries), []);
});

test('the log of the running product names routes and incidents, no child and no canary', async () => {
  await product.stop();
  const said = product.said();
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  assert.ok(lines.length > 15, said);
  assert.match(said, /"route":"\/api\/students\/:id\/reveals"/);
  assert.match(said, /"route":"\/api\/cases\/:id\/evidence"/);
  assert.match(said, /"incident"/);
  assert.deepEqual(findInText(said, canaries), []);
  for (const name of NAMES) assert.ok(!said.includes(name), 'a child is named in the log');
  for (const { personName } of Object.values(people))
    assert.ok(!said.includes(personName), 'an officer is named in the log');
  const tokens = await Promise.all(Object.values(people).map(({ id }) => sessions(id)));
  for (const { token } of tokens) assert.ok(!said.includes(token), 'a session can be taken from the log');
});
