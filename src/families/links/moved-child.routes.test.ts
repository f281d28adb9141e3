/** 转学以后的家长链接: the way in goes along with the child; the school that has the child now may take it back, the former one no more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, aSchool, writing } from '../../../tests/builders.ts';
import { aFamily } from '../../../tests/families.ts';
import { someStudents } from '../../../tests/students.ts';
import type { StudentView } from '../../students/index.ts';
import type { LinksPage } from './links.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const [former, now] = [await aSchool(app), await aSchool(app)];
const classGroup = await aClassGroup(app, { school: former, ordinal: 1 });
const [child = '', bystander = ''] = await someStudents(
  app,
  { school: former, classGroup, name: '李沐辰' },
  { school: former, classGroup, name: '王小满' },
);
const [atFormer, atNow] = [app.as(await anAccount(app, { at: former })), app.as(await anAccount(app, { at: now }))];
const [family, other] = [await aFamily(app, atFormer, child), await aFamily(app, atFormer, bystander)];
const { body: page } = await atFormer.get<LinksPage>(`/api/class-groups/${classGroup.id}/family-links`);
const linkId = page.items.find(({ studentId }) => studentId === child)!.links[0]!.id;
const revocation = `/api/students/${child}/family-links/${linkId}/revocation`;

/** The rows of a child stand under another school from now on, as a transfer leaves them. */
async function move(): Promise<void> {
  await writing(app, async (tx) => {
    await tx.sql.updateTable('students').set({ path: now.path }).where('id', '=', child).execute();
    for (const table of ['key_data', 'guardians', 'numbers', 'class_memberships'] as const) {
      await tx.sql.updateTable(table).set({ path: now.path }).where('student_id', '=', child).execute();
    }
  });
}

test('the guardian goes on seeing the child; the former school can no longer take the link back', async () => {
  assert.equal((await atNow.post(revocation)).status, 404, 'not before the child has come');
  await move();
  const { body, status } = await family.get<StudentView>('/api/family/record');
  assert.deepEqual([status, body.name], [200, '李沐辰']);
  assert.equal((await atFormer.post(revocation)).status, 404);
});

test('the school that has the child now takes it back, and nobody else’s', async () => {
  assert.equal((await atNow.post(revocation)).status, 200);
  assert.equal((await family.get('/api/family/record')).status, 401);
  assert.equal((await other.get('/api/family/record')).status, 200);
});
