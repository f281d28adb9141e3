/** 档案包: approved by the authority, taken out once, checked and taken in elsewhere, attached; sixty of them, a third damaged. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority, aSchool } from '../../../tests/builders.ts';
import { aDesk, apply, aTown, carryOut, type Desk, decide } from '../../../tests/change-desks.ts';
import { someStudents } from '../../../tests/students.ts';
import { international } from '../../crypto/international.ts';
import { makeKeyRing } from '../../crypto/key-ring.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { readRecord } from '../../students/index.ts';
import { checkPackage } from './format/check-package.ts';
import { unlockPackage } from './format/lock-package.ts';
import { writePackage } from './format/write-package.ts';
import { collectEntries } from './giving/collect-entries.ts';
import type { GivenPackages, NodeKeys, PackageCheck, ReceivedPage, ReceivedView } from './packages.api.ts';

const NOW = '2026-10-12T10:00:00+08:00';
const [app, there] = [await testApplication({ now: NOW }), await testApplication({ now: NOW })];
const changge = await aDesk(app, await anAuthority(app, { placeCode: '411082' }));
const school = await aSchool(app, { under: changge.at, name: '葛天路小学' });
const home = await aTown(app, { school, deciders: [changge], grade: 4, bornOn: '2016-05-12' });
const bystander = await aDesk(app, await aSchool(app, { under: changge.at, name: '双洎河小学' }));
const wuhou = await aDesk(there, await anAuthority(there, { placeCode: '510107' }));
const receiving = await aDesk(there, await aSchool(there, { under: wuhou.at, name: '锦里西路小学' }));
const rival = await aDesk(there, await aSchool(there, { under: wuhou.at, name: '晋阳小学' }));

const change = {
  kind: 'FILE_PACKAGE',
  form: { receiver: '锦里西路小学', purpose: '随父母迁居成都，对方已出具接收证明' },
};
const taking = (by: Desk, caseId: string) => by.registrar.post(`/api/file-packages/${caseId}/taking`);
const given = async (by: Desk) => (await by.registrar.get<GivenPackages>('/api/file-packages')).body.items;
const sent = (code: string, bytes: Uint8Array) => ({
  name: '档案包.xjda',
  bytes: Buffer.concat([Buffer.from(`${code}\n`), bytes]),
});
const check = async (by: Desk, code: string, bytes: Uint8Array) =>
  (await by.registrar.upload<PackageCheck>('/api/received-packages/checks', sent(code, bytes))).body;
const takeIn = (by: Desk, code: string, bytes: Uint8Array) =>
  by.registrar.upload<{ id: string; studentId: string | null }>('/api/received-packages', sent(code, bytes));
const failing = ({ lines }: PackageCheck) => lines.filter(({ holds }) => !holds).map(({ words }) => words);

const studentId = await home.student({ name: '李沐辰' });
let locked: Buffer;
let code = '';

test('nothing leaves before the authority has approved; then once, by this school, with a code of its own', async () => {
  const { body, detail } = await apply(home, studentId, change);
  assert.ok(body.caseId, detail);
  assert.equal((await taking(home.school, body.caseId)).status, 404, 'drawn up is not approved');
  assert.equal((await decide(home, body.caseId)).stateWords, '已批准提供');
  const [waiting] = await given(home.school);
  assert.deepEqual(
    [waiting?.receiverName, waiting?.lastDay, waiting?.code, waiting?.mayTake],
    ['锦里西路小学', '2026-10-19', null, true],
  );
  assert.equal((await taking(bystander, body.caseId)).status, 404);
  assert.deepEqual(await given(bystander), []);

  const taken = await taking(home.school, body.caseId);
  assert.equal(taken.status, 200, taken.detail);
  locked = taken.bytes;
  assert.match(decodeURIComponent(String(taken.headers['content-disposition'])), /档案包-DA-.*\.xjda/);
  assert.equal((await taking(home.school, body.caseId)).code, 'CONFLICT');
  const [gone] = await given(home.school);
  assert.ok(gone?.taken && gone.code, 'the school learns the code');
  code = gone.code;
  assert.deepEqual(
    (await given(changge)).map((one) => one.code),
    [null],
    'the authority sees that it left, not the code',
  );
  assert.ok(!locked.includes(Buffer.from('李沐辰')));
});

test('a permission that nobody used ends after a week', async () => {
  const { caseId } = await carryOut(home, await home.student({ name: '王静怡' }), change);
  app.clock.set('2026-10-20T10:00:00+08:00');
  const late = await taking(home.school, caseId);
  assert.equal(late.code, 'STEP_NOT_ALLOWED');
  assert.match(late.detail!, /取出期限2026-10-19已过/);
  app.clock.set(NOW);
});

test('elsewhere it is checked line by line; a key counts once two people of the authority have entered it', async () => {
  const strange = await check(receiving, code, locked);
  assert.equal(strange.sound, false);
  assert.match(failing(strange).join(), /不在可信名单内/);
  assert.equal((await takeIn(receiving, code, locked)).code, 'UNSUITABLE_FILE');

  const { own } = (await changge.registrar.get<NodeKeys>('/api/node-keys')).body;
  const key = { nodeName: '河南省节点', suite: own.suite, publicKey: own.publicKey };
  assert.equal((await receiving.registrar.post('/api/node-keys', key)).status, 403, 'a school trusts nobody by itself');
  assert.equal(
    (await wuhou.registrar.post('/api/node-keys', { ...key, publicKey: 'ab'.repeat(33) })).code,
    'BAD_INPUT',
  );
  const { body } = await wuhou.registrar.post<{ id: string }>('/api/node-keys', key);
  assert.equal((await wuhou.registrar.post(`/api/node-keys/${body.id}/confirmation`)).code, 'SAME_PERSON');
  assert.equal((await check(receiving, code, locked)).sound, false, 'one person is not enough');
  assert.equal((await wuhou.leader.post(`/api/node-keys/${body.id}/confirmation`)).status, 200);

  const sound = await check(receiving, code, locked);
  assert.deepEqual(failing(sound), []);
  assert.deepEqual(sound.student, { name: '李沐辰', fromSchool: '葛天路小学', receiver: '锦里西路小学' });
  assert.ok(sound.lines.some(({ words }) => /河南省节点.*在可信名单内/.test(words)));
  assert.match(
    failing(
      await check(
        receiving,
        code.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')),
        locked,
      ),
    ).join(),
    /取件码不对/,
  );
  assert.equal(
    (await receiving.registrar.upload('/api/received-packages/checks', { name: 'a', bytes: locked })).code,
    'BAD_INPUT',
  );
});

test('taken in before the child is registered it waits; afterwards it goes on as part of the file, with an equal record', async () => {
  const first = await takeIn(receiving, code, locked);
  assert.deepEqual([first.status, first.body.studentId], [200, null], first.detail);
  assert.equal((await takeIn(receiving, code, locked)).code, 'CONFLICT', 'the same package twice');
  const { id } = first.body;
  assert.equal((await receiving.registrar.post(`/api/received-packages/${id}/attachment`)).code, 'STEP_NOT_ALLOWED');

  const original = await app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, studentId));
  const number = original.record.identityNumber!;
  const raw = { identityNumber: number };
  const [same, other] = await someStudents(
    there,
    { school: receiving.at, name: '李沐辰', bornOn: '2016-05-12', raw },
    { school: receiving.at, name: '赵子墨', bornOn: '2016-05-12' },
  );
  const attached = await receiving.registrar.post<{ studentId: string }>(`/api/received-packages/${id}/attachment`);
  assert.deepEqual([attached.status, attached.body.studentId], [200, same], attached.detail);
  assert.notEqual(attached.body.studentId, other);
  assert.equal((await receiving.registrar.post(`/api/received-packages/${id}/attachment`)).code, 'CONFLICT');

  const { body: view } = await receiving.registrar.get<ReceivedView>(`/api/received-packages/${id}`);
  assert.ok(view.lines.every(({ holds }) => holds));
  assert.equal(view.registrations[0]?.school, '葛天路小学');
  const items = view.compared.flatMap((group) => group.items);
  assert.deepEqual(
    items.filter(({ verdict }) => verdict === 'DIFFERS').map(({ label }) => label),
    ['学籍号'],
  );
  assert.ok(view.entries.some(({ name, title }) => name === 'papers/registration-card.pdf' && title === '学籍卡'));
  const card = await receiving.registrar.get(`/api/received-packages/${id}/entry?name=papers/registration-card.pdf`);
  assert.equal(card.bytes.subarray(0, 5).toString(), '%PDF-');
  assert.equal((await receiving.registrar.get(`/api/received-packages/${id}/entry?name=student.json`)).status, 404);

  const trusted = [{ ...(await changge.registrar.get<NodeKeys>('/api/node-keys')).body.own }];
  const keys = trusted.map((key) => ({
    id: key.keyId,
    suite: key.suite,
    publicKey: Buffer.from(key.publicKey, 'hex'),
    nodeName: '河南省节点',
  }));
  const { entries } = await checkPackage(unlockPackage(locked, code), keys);
  const student = JSON.parse(entries.get('student.json')!.toString()) as { record: object };
  assert.deepEqual(student.record, JSON.parse(JSON.stringify(original.record)), 'the record as it was, whole');

  for (const by of [rival]) {
    assert.equal((await by.registrar.get(`/api/received-packages/${id}`)).status, 404);
    assert.deepEqual((await by.registrar.get<ReceivedPage>('/api/received-packages')).body.items, []);
  }
  const { body: page } = await wuhou.registrar.get<ReceivedPage>('/api/received-packages');
  assert.equal(page.items.length, 1);
  assert.ok(!JSON.stringify(page).includes(number), 'numbers are masked in lists');
});

test('a key that was dropped counts no more; what was taken in stays', async () => {
  const { keys } = (await wuhou.leader.get<NodeKeys>('/api/node-keys')).body;
  assert.equal((await wuhou.leader.post(`/api/node-keys/${keys[0]!.id}/end`)).status, 200);
  assert.equal((await check(rival, code, locked)).sound, false);
  assert.equal((await receiving.registrar.get<ReceivedPage>('/api/received-packages')).body.items.length, 1);
});

test('sixty packages, one byte flipped in each of twenty: all twenty are found, forty come in equal', async () => {
  const wishes = Array.from({ length: 60 }, (_, at) => ({
    school,
    bornOn: '2016-05-12',
    name: `学生${'甲乙丙丁戊己庚辛壬癸'[at % 10]}`,
  }));
  const ids = await someStudents(app, ...wishes);
  const ring = makeKeyRing(international, randomBytes);
  const { id, publicKey } = ring.signingKeys[0]!;
  const trusted = [{ id, suite: ring.suite.id, publicKey, nodeName: '河南省节点' }];
  const facts = {
    madeAt: '2026-10-12T02:00:00.000Z',
    school: { code: school.code ?? '', name: school.name, placeCode: school.placeCode },
    receiver: '锦里西路小学',
    approval: { number: 'DA-2026-1012-K7Q2M', on: '2026-10-12' },
  };
  let found = 0;
  let equal = 0;
  for (const [at, one] of ids.entries()) {
    const { held, entries } = await app.db.read(NODE_SCOPE, (tx) => collectEntries(tx, app.services, one, []));
    const { name = '', registrationNumber = null, identityType = null, identityNumber = null } = held.record;
    const student = { name, registrationNumber, identityType, identityNumber };
    const { archive } = await writePackage(ring, { ...facts, student }, entries);
    // Somewhere in the content of an entry, further in with each package.
    const record = archive.indexOf(Buffer.from('student.json')) + 12;
    if (at % 3 === 0) archive[record + 5 + at * 3]! ^= 1 << (at % 8);
    const { sound, entries: got } = await checkPackage(archive, trusted);
    if (!sound) found++;
    else if (entries.every((entry) => got.get(entry.name)?.equals(Buffer.from(entry.bytes)))) equal++;
  }
  assert.deepEqual([found, equal], [20, 40]);
});
