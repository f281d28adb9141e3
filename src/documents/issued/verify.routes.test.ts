/** 核验: whoever holds a paper hears of it what its kind declares, and nobody else hears anything. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, aSchool, writing } from '../../../tests/builders.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { someStudents } from '../../../tests/students.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { registerPaper, rememberFile } from './register-paper.ts';
import { revokePaper } from './revoke-paper.ts';
import { verificationCode } from './verification-code.ts';
import type { Verification } from './verify.api.ts';

const app = await testApplication({ now: '2026-09-17T10:42:00+08:00' });
const school = await aSchool(app, { name: '葛天路小学' });
const group = await aClassGroup(app, { school });
const registrar = await anAccount(app, { at: school });
const [child = '', other = ''] = await someStudents(
  app,
  { school, name: '古丽巴哈尔·买买提', classGroup: group, seatNo: 1 },
  { school, name: '王可心', classGroup: group, seatNo: 2 },
);

const by = { accountId: registrar.id, personName: '赵敏', institutionId: school.id };
const ask = (code: string, address = '10.0.0.1') =>
  app.anonymous.post<Verification>('/api/verifications', { code }, { 'x-forwarded-for': address });
const verify = async (code: string, address?: string) => {
  const answer = await ask(code, address);
  assert.equal(answer.status, 200, answer.detail);
  return answer.body;
};
const inTable = async (query: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: app.ownerUrl });
  await client.connect();
  const { rows } = await client.query(query, values);
  await client.end();
  return rows;
};
/** The codes printed on the pages of a paper, without their hyphens. */
const codesOn = async (bytes: Uint8Array) => {
  const { pages } = await readPdf(new Uint8Array(bytes));
  return pages.map((page) => /核验码：([0-9A-Z-]+)/.exec(textOf(page))?.[1] ?? '');
};
const aProof = (studentId: string, validTo = civilDate('2026-10-17')) =>
  writing(app.services, (tx) =>
    registerPaper(tx, app.services, {
      kind: 'PROOF_OF_REGISTRATION',
      told: { name: '古丽巴哈尔·买买提', school: school.name, stage: '小学', grade: '一年级', state: '在籍' },
      ...{ institutionId: school.id, path: school.path, studentId, validTo, by },
    }),
  );

test('every card has a code of its own, which tells school, class group and day, and the name masked', async () => {
  const printed = await app.as(registrar).get(`/api/class-groups/${group.id}/registration-cards.pdf`);
  const codes = await codesOn(printed.bytes);
  assert.equal(new Set(codes).size, 2);
  assert.deepEqual(await verify(codes[0]!), {
    outcome: 'VALID',
    paper: {
      ...{ kindWords: '学籍卡', issuedBy: '葛天路小学', issuedOn: '2026-09-17' },
      ...{ validUntil: null, revokedOn: null, digest: null },
    },
    facts: [
      { label: '学生', value: '古丽巴哈尔·***' },
      { label: '学校', value: '葛天路小学' },
      { label: '年级班级', value: '2026级一年级1班' },
      { label: '截至', value: '2026年9月17日' },
    ],
  });
});

test('a roster tells of what it is and how many stand on it, and names nobody', async () => {
  const [code] = await codesOn((await app.as(registrar).get(`/api/class-groups/${group.id}/roster.pdf`)).bytes);
  const { outcome, facts } = await verify(code!.toLowerCase());
  assert.equal(outcome, 'VALID');
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['葛天路小学', '2026级一年级1班', '2026年9月17日', '2人'],
  );
});

test('the register holds no code and no full name, only what it may tell', async () => {
  const { code } = await aProof(child);
  const rows = await inTable('select * from issued_papers');
  const text = JSON.stringify(rows);
  assert.ok(!text.includes(code) && !text.includes('买买提'));
  assert.ok(rows.every(({ code_hash }) => code_hash.length === 32));
  const trail = JSON.stringify(await inTable('select * from audit_events'));
  assert.ok(!trail.includes(code));
});

test('a paper with a term holds through its last day and tells nothing of the child from the next', async () => {
  const { code } = await aProof(child);
  app.clock.set('2026-10-16T23:59:59+08:00');
  const last = await verify(code);
  assert.deepEqual([last.outcome, last.paper?.validUntil, last.facts.length], ['VALID', '2026-10-16', 5]);
  app.clock.set('2026-10-17T00:00:00+08:00');
  const over = await verify(code);
  assert.deepEqual([over.outcome, over.paper?.validUntil, over.facts], ['EXPIRED', '2026-10-16', []]);
  app.clock.set('2026-09-17T11:00:00+08:00');
});

test('a revoked paper says so, whoever looks, and the paper of another child is none the worse', async () => {
  const [mine, theirs] = [await aProof(child), await aProof(other)];
  const revoke = () =>
    writing(app.services, (tx) => revokePaper(tx, by, { studentId: child, paperId: mine.id, reason: '家长申请撤销' }));
  await revoke();
  const gone = await verify(mine.code);
  assert.deepEqual([gone.outcome, gone.paper?.revokedOn, gone.facts], ['REVOKED', '2026-09-17', []]);
  assert.equal((await verify(theirs.code)).outcome, 'VALID');
  await assert.rejects(revoke(), { code: 'CONFLICT' });
  const foreign = { studentId: other, paperId: mine.id, reason: '别的孩子' };
  await assert.rejects(
    writing(app.services, (tx) => revokePaper(tx, by, foreign)),
    { code: 'NOT_FOUND' },
  );
});

test('whoever has the file as well can compare it: the digest is told as long as the paper holds', async () => {
  const { code } = await aProof(child);
  await rememberFile(app.services, code, Buffer.from('a file'));
  const { paper } = await verify(code);
  assert.equal(paper?.digest, createHash('sha256').update('a file').digest('hex'));
});

test('looks are counted, those at other papers are not', async () => {
  const [mine, theirs] = [await aProof(child), await aProof(other)];
  for (let count = 0; count < 3; count++) await verify(mine.code);
  const looks = async (id: string) => (await inTable('select looks from issued_papers where id = $1', [id]))[0]!.looks;
  assert.deepEqual([await looks(mine.id), await looks(theirs.id)], [3, 0]);
});

test('what nobody was given and what cannot be a code get one answer', async () => {
  const unknown = await verify(verificationCode(Buffer.alloc(10, 7)), '10.0.0.7');
  for (const typed of ['', '0000', '甲乙丙丁', '7'.repeat(100)]) {
    assert.deepEqual(await verify(typed, '10.0.0.7'), unknown);
  }
  assert.deepEqual(unknown, { outcome: 'UNKNOWN', paper: null, facts: [] });
});

test('after ten wrong codes in an hour an address waits, also with a right one; others go on', async () => {
  const { code } = await aProof(child);
  for (let count = 0; count < 10; count++) await verify('0000', '10.0.0.8');
  const refused = await ask(code, '10.0.0.8');
  assert.deepEqual([refused.status, refused.code, refused.headers['retry-after']], [429, 'TOO_MANY', '3600']);
  assert.match(refused.detail ?? '', /60分钟后再办/);
  assert.equal((await verify(code, '10.0.0.9')).outcome, 'VALID');
});
