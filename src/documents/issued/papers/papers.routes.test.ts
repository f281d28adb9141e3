/** 学生文书: a proof of registration is issued, verified, seen by the school and taken back; nobody else can. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, writing } from '../../../../tests/builders.ts';
import { readPdf, textOf } from '../../../../tests/read-pdf.ts';
import { someStudents } from '../../../../tests/students.ts';
import type { IssuedPaper, Verification } from '../verify.api.ts';

const app = await testApplication({ now: '2026-09-17T10:42:00+08:00' });
const school = await aSchool(app, { name: '葛天路小学' });
const group = await aClassGroup(app, { school });
const long = `${'古丽巴哈尔·'.repeat(9)}买买提明江`;
const [child = '', other = '', left = ''] = await someStudents(
  app,
  { school, name: long, classGroup: group, seatNo: 1 },
  { school, name: '𬀩㛃', classGroup: group, seatNo: 2 },
  { school, name: '赵离校' },
);
const registrar = app.as(await anAccount(app, { at: school }));
const leader = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));
const stranger = app.as(await anAccount(app, { at: await aSchool(app) }));
const county = app.as(await anAccount(app, { at: await anAuthority(app) }));

const issue = (id: string, body: object = {}) => registrar.post(`/api/students/${id}/proofs-of-registration`, body);
const listOf = async (id: string) =>
  (await registrar.get<{ items: IssuedPaper[] }>(`/api/students/${id}/papers`)).body.items;
const readProof = async (bytes: Uint8Array) => {
  const { pages } = await readPdf(new Uint8Array(bytes));
  assert.equal(pages.length, 1);
  const text = textOf(pages[0]!);
  return { text, code: /核验码：([0-9A-Z-]+)/.exec(text)![1]! };
};
const verify = async (code: string) => (await app.anonymous.post<Verification>('/api/verifications', { code })).body;

test('a proof tells name, school, stage, grade and state until its last day, and what was asked for beyond', async () => {
  const least = await readProof((await issue(child)).bytes);
  for (const part of [
    `兹证明${long}为葛天路小学在籍学生，学籍情况截至2026年9月17日如下：`,
    `姓名${long}学校葛天路小学学段小学年级2026级一年级学籍状态`,
    '本证明有效期至2026年10月17日；过期或已撤销的无效。',
    '葛天路小学（盖章）2026年9月17日',
  ]) {
    assert.ok(least.text.includes(part), `${part} is not in ${least.text}`);
  }
  assert.doesNotMatch(least.text, /出生日期|学籍号|4110/);
  const items = ['gender', 'bornOn', 'classGroup', 'registrationNumber'];
  const more = await readProof((await issue(other, { days: 7, items, purpose: '办理公交卡' })).bytes);
  assert.match(
    more.text,
    /姓名𬀩㛃.*性别[男女]出生日期2020年2月27日班级1班学籍号（脱敏）L4110\*+\d{4}.*用于办理公交卡。/,
  );
  assert.match(more.text, /有效期至2026年9月24日/);
});

test('whoever gets it verifies it, with the digest of the very file; the name is not told whole', async () => {
  const answer = await issue(child);
  const { code } = await readProof(answer.bytes);
  const { outcome, paper, facts } = await verify(code);
  assert.equal(outcome, 'VALID');
  assert.equal(paper?.digest, createHash('sha256').update(answer.bytes).digest('hex'));
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['古丽巴哈尔·***', '葛天路小学', '小学', '2026级一年级', facts[4]!.value],
  );
});

test('the school lists what was issued of a child and revokes it with a reason; other papers hold', async () => {
  const { code } = await readProof((await issue(other)).bytes);
  const [paper] = await listOf(other);
  const before = (await listOf(child)).map(({ state }) => state);
  const revoke = (by: typeof registrar, body: object) =>
    by.post<{ items: IssuedPaper[] }>(`/api/students/${other}/papers/${paper!.paperId}/revocation`, body);
  assert.equal((await revoke(stranger, { reason: '试一试' })).status, 404);
  assert.equal((await revoke(registrar, { reason: '' })).status, 400);
  const answer = await revoke(leader, { reason: '家长遗失，申请撤销' });
  assert.equal(answer.status, 200, answer.detail);
  assert.deepEqual(
    [answer.body.items[0]!.state, answer.body.items[0]!.revokeReason],
    ['REVOKED', '家长遗失，申请撤销'],
  );
  assert.equal((await verify(code)).outcome, 'REVOKED');
  assert.equal((await revoke(registrar, { reason: '再撤一次' })).code, 'CONFLICT');
  assert.deepEqual(
    (await listOf(child)).map(({ state }) => state),
    before,
  );
});

test('who is not registered any more gets no proof, and is told which paper says it instead', async () => {
  await writing(app.services, async (tx) => {
    await tx.sql
      .updateTable('registrations')
      .set({ valid_to: '2026-09-10', end_reason: 'WITHDRAWN' })
      .where('student_id', '=', left)
      .execute();
  });
  const refused = await issue(left);
  assert.deepEqual([refused.status, refused.code], [422, 'LAW_REFUSES']);
  assert.match(refused.detail ?? '', /已不在籍.*学历证明/);
  assert.deepEqual(await listOf(left), []);
});

test('a proof is the business of the child’s own school; a term longer than the longest is not given', async () => {
  const body = { days: 30 };
  const path = `/api/students/${child}/proofs-of-registration`;
  assert.equal((await stranger.post(path, body)).status, 404);
  assert.equal((await county.post(path, body)).status, 403);
  assert.equal((await issue(child, { days: 181 })).status, 400);
  assert.equal((await county.get(`/api/students/${child}/papers`)).status, 200);
  assert.equal((await stranger.get(`/api/students/${child}/papers`)).status, 404);
});
