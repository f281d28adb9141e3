/** 家长自助在籍证明: a stranger verifies it by its code until the guardian takes it back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, aSchool } from '../../../tests/builders.ts';
import { aFamily } from '../../../tests/families.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { someStudents } from '../../../tests/students.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const school = await aSchool(app);
const classGroup = await aClassGroup(app, { school, ordinal: 1 });
const [child = '', other = ''] = await someStudents(
  app,
  { school, classGroup, name: '李沐辰' },
  { school, classGroup, name: '王小满' },
);
const registrar = app.as(await anAccount(app, { at: school, personName: '周志强' }));
const [family, stranger] = [await aFamily(app, registrar, child), await aFamily(app, registrar, other)];

interface Own {
  items: { paperId: string; state: string; own: boolean; looks: number; validUntil: string }[];
}
const verify = (code: string) =>
  app.anonymous.post<{ outcome: string; facts: { value: string }[] }>('/api/verifications', { code });

test('drawn for thirty days, verified by anybody, and after revocation it tells nothing more', async () => {
  const drawn = await family.post('/api/family/proofs-of-registration', { days: 30, purpose: '参加夏令营' });
  assert.deepEqual([drawn.status, drawn.headers['content-type']], [200, 'application/pdf']);
  const text = (await readPdf(new Uint8Array(drawn.bytes))).pages.map(textOf).join('\n');
  assert.ok(text.includes('李沐辰') && text.includes('参加夏令营'));
  const code = /核验码：([0-9A-Z-]+)/.exec(text)?.[1] ?? '';
  assert.notEqual(code, '', text);
  const { body } = await verify(code);
  assert.deepEqual([body.outcome, body.facts.some(({ value }) => value.startsWith('李'))], ['VALID', true]);

  const [paper] = (await family.get<Own>('/api/family/papers-issued')).body.items;
  assert.deepEqual([paper!.own, paper!.looks, paper!.validUntil], [true, 1, '2026-10-17']);
  assert.equal((await stranger.post(`/api/family/papers-issued/${paper!.paperId}/revocation`)).status, 404);
  assert.equal((await family.post(`/api/family/papers-issued/${paper!.paperId}/revocation`)).status, 200);
  const after = (await verify(code)).body;
  assert.deepEqual([after.outcome, after.facts], ['REVOKED', []]);
});

test('what the school has drawn is seen and stays the school’s to take back', async () => {
  await registrar.post(`/api/students/${child}/proofs-of-registration`, { days: 7 });
  const { body, text } = await family.get<Own>('/api/family/papers-issued');
  const bySchool = body.items.find(({ own }) => !own)!;
  assert.ok(!text.includes('周志强'), 'persons of the offices are not named');
  assert.equal((await family.post(`/api/family/papers-issued/${bySchool.paperId}/revocation`)).status, 404);
});

test('ten that hold at a time are enough', async () => {
  const answers: number[] = [];
  for (let drawn = 0; drawn < 11; drawn++) {
    answers.push((await stranger.post('/api/family/proofs-of-registration', { days: 7 })).status);
  }
  assert.deepEqual(answers.filter((status) => status === 200).length, 10);
  assert.equal(answers.at(-1), 409);
});
