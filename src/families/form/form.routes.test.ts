/** 基本信息表: a guardian in Shanxi signs, the school checks, the guardian signs again; what was signed is kept to the letter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, writing } from '../../../tests/builders.ts';
import { aDrawing, aFamily } from '../../../tests/families.ts';
import { someStudents } from '../../../tests/students.ts';
import { setTeacher } from '../../authorities/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { LinksPage } from '../links/links.api.ts';
import type { BaseForm, SignedForm } from './form.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const school = await aSchool(app, { under: await anAuthority(app, { placeCode: '140106' }) });
const [classGroup, other] = [
  await aClassGroup(app, { school, ordinal: 1 }),
  await aClassGroup(app, { school, ordinal: 2 }),
];
const [child = '', bystander = ''] = await someStudents(
  app,
  { school, classGroup, name: '李沐辰' },
  { school, classGroup, name: '王小满' },
);
const registrar = app.as(await anAccount(app, { at: school }));
const leader = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));
const [teacherAccount, strangerAccount] = [
  await anAccount(app, { at: school, role: 'CLASS_TEACHER' }),
  await anAccount(app, { at: school, role: 'CLASS_TEACHER' }),
];
await writing(app, (tx) => setTeacher(tx, classGroup.id, teacherAccount.id));
await writing(app, (tx) => setTeacher(tx, other.id, strangerAccount.id));
const [teacher, stranger] = [app.as(teacherAccount), app.as(strangerAccount)];
const family = await aFamily(app, registrar, child);

const form = async () => (await family.get<BaseForm>('/api/family/form')).body;
const sign = async (step: string, digest: string, drawing = aDrawing()) =>
  family.upload(`/api/family/form/signatures?step=${step}&digest=${digest}`, {
    name: 'sign.png',
    bytes: await drawing,
  });
const line = async (studentId: string) => {
  const { body } = await teacher.get<LinksPage>(`/api/class-groups/${classGroup.id}/family-links`);
  return body.items.find((item) => item.studentId === studentId)!.signed;
};
const signatureAt = async () => `/api/students/${child}/family-signatures/${(await line(child)).signatureId}`;

test('the form shows everything in full, with the steps of the law and its article', async () => {
  const { groups, steps, toSign, childName } = await form();
  const items = groups.flatMap(({ lines }) => lines);
  assert.equal(items.find(({ path }) => path === 'guardians.0.phone')!.value, '13812342046');
  assert.deepEqual([childName, toSign, steps.length, steps[0]!.chip], ['李沐辰', 'FILLED', 4, '山西·第十一条']);
});

test('an empty field is no signature, and neither is one under another form than is held', async () => {
  const { digest } = await form();
  const empty = await sign('FILLED', digest, aDrawing({ empty: true }));
  assert.deepEqual([empty.status, empty.code], [422, 'UNSUITABLE_FILE']);
  assert.equal((await sign('FILLED', '0'.repeat(64))).code, 'STALE');
  assert.equal((await sign('FINAL', digest)).code, 'CONFLICT');
  assert.equal((await line(child)).stepWords, '未签字');
});

test('signed: the class teacher checks, then the leader, and only they', async () => {
  assert.equal((await sign('FILLED', (await form()).digest)).status, 200);
  assert.deepEqual([(await line(child)).stepWords, (await line(child)).mayCheck], ['待班主任审核', true]);
  const at = await signatureAt();
  const { body } = await teacher.get<SignedForm>(at);
  assert.deepEqual([body.guardianName, body.same, body.mayCheck], ['李建国', true, true]);
  assert.equal((await teacher.get(`${at}/drawing`)).headers['content-type'], 'image/png');
  assert.equal((await stranger.get(at)).status, 404, 'another class teacher');
  assert.equal((await stranger.post(`${at}/check`)).status, 404);
  assert.equal((await leader.post(`${at}/check`)).code, 'CONFLICT', 'the class teacher comes first');
  assert.equal((await sign('FINAL', (await form()).digest)).code, 'CONFLICT', 'the school has it');
  assert.equal((await teacher.post(`${at}/check`)).status, 200);
  assert.equal((await teacher.post(`${at}/check`)).code, 'CONFLICT', 'once');
  assert.equal((await leader.post(`${at}/check`)).status, 200);
});

test('then the guardian signs again and is done; a later change of the record asks for a new round', async () => {
  const before = await form();
  assert.equal(before.toSign, 'FINAL');
  assert.equal((await sign('FINAL', before.digest)).status, 200);
  const after = await form();
  assert.deepEqual(
    [after.toSign, after.changed, after.steps.every(({ state }) => state === 'DONE')],
    [null, false, true],
  );
  assert.equal((await line(child)).stepWords, '已签完');

  const { body } = await registrar.get<{ version: number }>(`/api/students/${child}`);
  const values = { 'guardians.0.workplace': '长葛市第二人民医院' };
  assert.equal((await registrar.patch(`/api/students/${child}/items`, { values, version: body.version })).status, 200);
  const changed = await form();
  assert.deepEqual([changed.changed, changed.toSign], [true, 'FILLED']);
  const signed = (await teacher.get<SignedForm>(await signatureAt())).body;
  assert.equal(signed.same, false);
  assert.ok(!JSON.stringify(signed.groups).includes('第二人民医院'), 'what was signed stands as it was');
});

test('the other child has signed nothing, and what is signed lies nowhere in the open', async () => {
  assert.equal((await line(bystander)).stepWords, '未签字');
  const rows = await app.db.read(NODE_SCOPE, async (tx) => {
    const [signatures, trail] = [
      await tx.sql.selectFrom('family_signatures').selectAll().execute(),
      await tx.sql.selectFrom('audit_events').selectAll().where('action', '=', 'FAMILY_SIGN').execute(),
    ];
    return { signatures, text: JSON.stringify([signatures, trail]) };
  });
  assert.equal(rows.signatures.length, 2);
  assert.ok(!rows.text.includes('13812342046') && !rows.text.includes(Buffer.from('13812342046').toString('base64')));
});
