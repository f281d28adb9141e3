/** 恶意文本: whatever somebody types into any field is text: it runs nothing, opens no other scope and breaks nothing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { testApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, FAR_AWAY, type TestAccount } from './builders.ts';
import { type Digests, digestsOf, touchedBystanders } from './safety/digests.ts';
import { someStudents } from './students.ts';

const HOSTILE = [
  `'`,
  `''`,
  `"`,
  '`',
  `\\`,
  `'; drop table students; --`,
  `' or 1=1 --`,
  `" or ""="`,
  `') or ('1'='1`,
  `%' or 1=1 --`,
  `_%`,
  `%`,
  `*`,
  `1; set local app.lo = ''; set local app.hi = '~'`,
  `'; select set_config('app.lo', '', false); --`,
  `'||(select string_agg(name, ',') from roster)||'`,
  `' union select name, null, null from roster --`,
  `1 union all select 1`,
  `$1`,
  `:id`,
  `{"$gt": ""}`,
  `[object Object]`,
  `__proto__`,
  `constructor`,
  `\u0000`,
  `李\u0000沐`,
  `\ud800`,
  `\uffff`,
  `\u202e李`,
  `😀`,
  `𠮷`,
  `\r\nset-cookie: a=b`,
  `../../../../etc/passwd`,
  `<script>alert(1)</script>`,
  `=cmd|' /C calc'!A0`,
  `${'9'.repeat(400)}`,
  `${'李'.repeat(60)}`,
  `1e999`,
  `-1`,
  `NaN`,
  `null`,
  `2026-02-30`,
  `pg_sleep(5)`,
  `'; select pg_sleep(5); --`,
];

const app = await testApplication({ now: '2026-09-17T09:00:00+08:00' });
const owner = new pg.Client({ connectionString: app.ownerUrl });
const STRANGER = '石破天';
let registrar: TestAccount;
let chief: TestAccount;
let studentId: string;
let schoolId: string;
let look: () => Promise<Digests>;

before(async () => {
  owner.on('error', () => {}); // the database is dropped under it at the end
  await owner.connect();
  const school = await aSchool(app);
  const farAway = await aSchool(app, { under: await anAuthority(app, { placeCode: FAR_AWAY }) });
  const classGroup = await aClassGroup(app, { school, grade: 1 });
  registrar = await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' });
  chief = await anAccount(app, { at: await anAuthority(app), role: 'AUTHORITY_LEADER' });
  [studentId = ''] = await someStudents(app, { school, classGroup, name: '甲一' });
  await someStudents(app, { school: farAway, name: STRANGER });
  schoolId = school.id;
  look = await digestsOf(owner, [farAway.path]);
});

after(() => owner.end());

/** Half a character cannot be written in an address; its bytes can. */
const inAddress = (text: string): string => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80');

const versionOf = async (): Promise<number> =>
  (await owner.query<{ version: number }>('select version from students where id = $1', [studentId])).rows[0]!.version;

/** Every kind of place into which a caller can put a text, on routes of each feature. */
const PLACES: Record<string, (text: string) => Promise<{ status: number; text: string }>> = {
  'the search box': (text) => app.as(registrar).get(`/api/students?q=${inAddress(text)}`),
  'a place in a list': (text) => app.as(registrar).get(`/api/students?after=${inAddress(text)}`),
  'a filter': (text) =>
    app.as(chief).get(`/api/students?county=${inAddress(text)}&state=${inAddress(text.slice(0, 20))}`),
  'an id in the address': (text) => app.as(registrar).get(`/api/students/${inAddress(text)}`),
  'the item to reveal': (text) =>
    app.as(registrar).post(`/api/students/${studentId}/reveals`, { field: text.slice(0, 60), reason: '核对户口簿' }),
  'a reason': (text) =>
    app
      .as(registrar)
      .post(`/api/students/${studentId}/reveals`, { field: 'phone', reason: `核对${text}`.slice(0, 200) }),
  'the name of an item': (text) =>
    app.as(registrar).patch(`/api/students/${studentId}/items`, { values: { [text.slice(0, 60)]: '1' }, version: 1 }),
  'the value of an item': async (text) =>
    app
      .as(registrar)
      .patch(`/api/students/${studentId}/items`, { values: { talents: text }, version: await versionOf() }),
  'the search for institutions': (text) => app.as(chief).get(`/api/institutions?q=${inAddress(text)}`),
  'the form of an institution': (text) =>
    app.as(chief).patch(`/api/institutions/${schoolId}/profile`, { items: { address: text.slice(0, 120) } }),
  'an action on a case': (text) =>
    app.as(chief).post(`/api/cases/${studentId}/acts`, { action: text.slice(0, 40), opinion: text.slice(0, 500) }),
  'the sign-in': (text) =>
    app.anonymous.post('/api/session', { loginName: text.slice(0, 64), password: text.slice(0, 200) }),
  'an idempotency key': (text) =>
    app
      .as(chief)
      .post(
        '/api/students/formal-numbers',
        { schoolId: studentId },
        { 'idempotency-key': inAddress(text).slice(0, 255) },
      ),
};

for (const [place, send] of Object.entries(PLACES)) {
  test(`${HOSTILE.length} hostile texts in ${place} are taken as text or refused, and run nothing`, async () => {
    const before = await look();
    for (const text of HOSTILE) {
      const shown = JSON.stringify(text).slice(0, 60);
      const answer = await send(text);
      assert.ok(answer.status < 500, `${shown} → ${answer.status} ${answer.text.slice(0, 200)}`);
      assert.doesNotMatch(answer.text, /syntax error|relation "|SQLSTATE|constraint|invalid (input|byte)/i, shown);
      assert.ok(!answer.text.includes(STRANGER), `${shown} reached a student of another province`);
    }
    assert.deepEqual(touchedBystanders(before, await look()), []);
  });
}
