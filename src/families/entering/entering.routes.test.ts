/** 家长进入: a link of the school and two things it has on file; nobody learns anything by guessing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callAs } from '../../../tests/access/caller.ts';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, aSchool, writing } from '../../../tests/builders.ts';
import { aFamilyLink, CHECK, enterFamily } from '../../../tests/families.ts';
import { someStudents } from '../../../tests/students.ts';
import { setTeacher } from '../../authorities/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { FAMILY_COOKIE } from '../../http/index.ts';
import type { LinksPage, MadeSheet } from '../links/links.api.ts';
import type { FamilySession } from './entering.api.ts';

const MINUTE = 60_000;
const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const school = await aSchool(app);
const [classGroup, otherGroup] = [
  await aClassGroup(app, { school, ordinal: 1 }),
  await aClassGroup(app, { school, ordinal: 2 }),
];
const [child = '', sibling = ''] = await someStudents(
  app,
  { school, classGroup, name: '李沐辰', seatNo: 1 },
  { school, classGroup: otherGroup, name: '王小满', seatNo: 1 },
);
const registrar = app.as(await anAccount(app, { at: school }));
const teacherAccount = await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
await writing(app, (tx) => setTeacher(tx, classGroup.id, teacherAccount.id));
const teacher = app.as(teacherAccount);

const knock = (secret: string, check: object = CHECK) =>
  app.anonymous.post<FamilySession>('/api/family/session', { secret, ...check });

test('a guardian opens the link, gives the birthday and four digits of the telephone, and sees the own child', async () => {
  const { secret, guardianWords, asks } = await aFamilyLink(registrar, child);
  assert.equal(guardianWords, '父亲李**');
  assert.deepEqual(asks, ['PHONE', 'DOCUMENT']);
  const { body } = await (await enterFamily(app, secret)).get<FamilySession>('/api/family/session');
  assert.deepEqual(
    [body.childName, body.relationWords, body.guardianName, body.schoolName, body.classWords],
    ['李沐辰', '父亲', '李**', school.name, '一(1)班'],
  );
});

test('the end of the child’s document does as well, its letter large or small', async () => {
  const { secret } = await aFamilyLink(registrar, child);
  const number = await app.db.read(NODE_SCOPE, async (tx) => {
    const row = await tx.sql
      .selectFrom('key_data')
      .select('sealed')
      .where('student_id', '=', child)
      .executeTakeFirstOrThrow();
    return (app.services.cipher.open('key_data', child, row.sealed) as { number: string }).number;
  });
  assert.equal((await knock(secret, { ...CHECK, lastFour: number.slice(-4).toLowerCase() })).status, 200);
});

test('the cookie is for the families’ routes alone, strict, and out of reach of scripts', async () => {
  const { secret } = await aFamilyLink(registrar, child);
  const set = String((await knock(secret)).headers['set-cookie']);
  assert.match(set, /^xueji_family=[\w-]{43}; Path=\/api\/family; HttpOnly; SameSite=Strict$/);
});

test('unknown, wrong, expired, taken back and locked are answered in the same words', async () => {
  const { secret } = await aFamilyLink(registrar, sibling);
  const wrong = await knock(secret, { ...CHECK, lastFour: '0000' });
  const unknown = await knock('A'.repeat(22));
  const nonsense = await knock('../../etc/passwd');
  const { body: short } = await registrar.post<MadeSheet>('/api/family-links', {
    studentId: sibling,
    renew: true,
    validDays: 1,
  });
  app.clock.advance(24 * 60 * MINUTE);
  const expired = await knock(short.items[0]!.secret);
  const takenBack = await knock(secret);
  for (const answer of [wrong, unknown, nonsense, expired, takenBack]) {
    assert.deepEqual([answer.status, answer.code, answer.detail], [401, 'LINK_NOT_VALID', wrong.detail]);
    assert.equal(answer.cookies.length, 0);
  }
});

test('the fifth wrong try locks the link, for the right answer too, and no other link', async () => {
  const [{ secret }, other] = [await aFamilyLink(registrar, child), await aFamilyLink(registrar, sibling)];
  for (let tried = 1; tried <= 4; tried++) await knock(secret, { ...CHECK, lastFour: String(1000 + tried) });
  assert.equal((await knock(secret)).status, 200, 'four do not lock');
  for (let tried = 1; tried <= 5; tried++) await knock(secret, { ...CHECK, bornOn: `2020-03-0${tried}` });
  const locked = await knock(secret);
  assert.equal(locked.code, 'LINK_NOT_VALID');
  assert.match(locked.detail ?? '', /向学校要新的链接/);
  assert.equal((await knock(other.secret)).status, 200);
  const { body } = await registrar.get<LinksPage>(`/api/class-groups/${classGroup.id}/family-links`);
  assert.equal(body.items[0]!.links[0]!.state, 'LOCKED');
  app.clock.advance(MINUTE);
});

test('ten thousand guesses of an address find nothing: past sixty a minute it is told to wait', async () => {
  app.clock.advance(MINUTE);
  let said: number[] = [];
  for (let tried = 0; tried < 70; tried++)
    said = [...said, (await knock(`guess${String(tried).padStart(17, '0')}`)).status];
  assert.deepEqual(
    [said.slice(0, 60).every((status) => status === 401), said.slice(60).every((status) => status === 429)],
    [true, true],
  );
  app.clock.advance(MINUTE);
});

test('a session ends after thirty idle minutes, after eight hours, and the moment the link is taken back', async () => {
  const one = await enterFamily(app, (await aFamilyLink(registrar, child)).secret);
  app.clock.advance(29 * MINUTE);
  assert.equal((await one.get('/api/family/session')).status, 200);
  app.clock.advance(30 * MINUTE + 1);
  assert.equal((await one.get('/api/family/session')).code, 'NOT_SIGNED_IN');

  const long = await enterFamily(app, (await aFamilyLink(registrar, child)).secret);
  for (let worked = 0; worked < 8 * 60; worked += 20) {
    assert.equal((await long.get('/api/family/session')).status, 200, `after ${worked} minutes`);
    app.clock.advance(20 * MINUTE);
  }
  app.clock.advance(1);
  assert.equal((await long.get('/api/family/session')).status, 401);

  const two = await enterFamily(app, (await aFamilyLink(registrar, child)).secret);
  const bystander = await enterFamily(app, (await aFamilyLink(registrar, sibling)).secret);
  const { body } = await registrar.get<LinksPage>(`/api/class-groups/${classGroup.id}/family-links`);
  const { status } = await teacher.post(
    `/api/students/${child}/family-links/${body.items[0]!.links[0]!.id}/revocation`,
  );
  assert.equal(status, 200);
  assert.equal((await two.get('/api/family/session')).status, 401);
  assert.equal((await bystander.get('/api/family/session')).status, 200);
});

test('a guardian who is struck from the form has no way in any more', async () => {
  const one = await enterFamily(app, (await aFamilyLink(registrar, child)).secret);
  await writing(app, async (tx) => {
    await tx.sql.updateTable('guardians').set({ name: '李建军' }).where('student_id', '=', child).execute();
  });
  assert.equal((await one.get('/api/family/session')).status, 401);
  await writing(app, async (tx) => {
    await tx.sql.updateTable('guardians').set({ name: '李建国' }).where('student_id', '=', child).execute();
  });
});

test('a write without the token of its own session does nothing', async () => {
  const { secret } = await aFamilyLink(registrar, child);
  const token = (await knock(secret)).cookies.find(({ name }) => name === FAMILY_COOKIE)!.value;
  const forged = callAs(app.server, async () => ({ token, csrfToken: 'forged' }), FAMILY_COOKIE);
  assert.match((await forged.delete('/api/family/session')).detail ?? '', /页面已过期/);
  assert.equal((await forged.get('/api/family/session')).status, 200);
});

test('a family’s cookie opens nothing of the offices, and an office’s nothing of the families', async () => {
  const one = await enterFamily(app, (await aFamilyLink(registrar, child)).secret);
  assert.equal((await one.get(`/api/students/${child}`)).status, 401);
  assert.equal((await registrar.get('/api/family/session')).code, 'NOT_ALLOWED');
});

test('a class teacher hands out links for the own class group only; a sheet leaves alone who has one', async () => {
  await aFamilyLink(registrar, child);
  const { body } = await teacher.post<MadeSheet>('/api/family-links', { classGroupId: classGroup.id });
  assert.deepEqual([body.items.length, body.kept], [0, 1]);
  const { body: anew } = await teacher.post<MadeSheet>('/api/family-links', {
    classGroupId: classGroup.id,
    renew: true,
  });
  assert.deepEqual([anew.items.length, anew.kept, anew.classGroupName], [1, 0, '一(1)班']);
  assert.match(anew.items[0]!.secret, /^[\w-]{22}$/);
  assert.equal((await teacher.post('/api/family-links', { classGroupId: otherGroup.id })).status, 404);
  assert.equal((await teacher.post('/api/family-links', { studentId: sibling })).status, 404);
});

test('the secret lies nowhere: neither in a table nor in the trail', async () => {
  const { secret } = await aFamilyLink(registrar, child);
  await knock(secret);
  const found = await app.db.read(NODE_SCOPE, async (tx) => {
    const links = await tx.sql.selectFrom('family_links').selectAll().execute();
    const trail = await tx.sql.selectFrom('audit_events').selectAll().execute();
    return JSON.stringify([links, trail]);
  });
  assert.ok(!found.includes(secret));
  assert.ok(
    found.includes('FAMILY_ENTERED') && found.includes('FAMILY_CHECK_REFUSED') && found.includes('MAKE_FAMILY_LINK'),
  );
});

test('whether there is such a link does not show in what is done: one locked look, one count, one row in the trail', async () => {
  app.clock.advance(MINUTE);
  const { secret } = await aFamilyLink(registrar, child);
  const refused = () =>
    app.db.read(NODE_SCOPE, async (tx) => {
      const { count } = await tx.sql
        .selectFrom('audit_events')
        .select((one) => one.fn.countAll<number>().as('count'))
        .where('action', '=', 'FAMILY_CHECK_REFUSED')
        .executeTakeFirstOrThrow();
      return Number(count);
    });
  const before = await refused();
  await knock('B'.repeat(22));
  const unknown = (await refused()) - before;
  await knock(secret, { ...CHECK, lastFour: '0000' });
  assert.deepEqual([unknown, (await refused()) - before - unknown], [1, 1]);
});
