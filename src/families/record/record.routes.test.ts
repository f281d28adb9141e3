/** 家长查看: the own child and nobody else's; each look in the child's trail; offices named, private persons not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { aFamily } from '../../../tests/families.ts';
import { someStudents } from '../../../tests/students.ts';
import type { FollowedCase } from '../../cases/index.ts';
import { columns, type StudentView } from '../../students/index.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const school = await aSchool(app);
const classGroup = await aClassGroup(app, { school, ordinal: 1 });
const second = {
  'guardians.1.name': '陈静怡',
  'guardians.1.relation': '母亲',
  'guardians.1.currentAddress': '河南省许昌市禹州市颍川街道18号',
  'guardians.1.householdPlace': '河南省许昌市禹州市',
  'guardians.1.phone': '13900010007',
  'guardians.1.isGuardian': '是',
};
const [child = '', stranger = ''] = await someStudents(
  app,
  { school, classGroup, name: '李沐辰', raw: second },
  { school, classGroup, name: '王小满' },
);
const account = await anAccount(app, { at: school, personName: '周志强' });
const registrar = app.as(account);
const officer = app.as(await anAccount(app, { at: await anAuthority(app), personName: '赵晓梅' }));
const family = await aFamily(app, registrar, child);

type Own = Pick<StudentView, 'name' | 'numberMasked' | 'groups' | 'guardians' | 'bands'>;
const itemOf = ({ groups }: Own, path: string) =>
  groups.flatMap(({ items }) => items).find((item) => item.path === path);

test('a guardian sees what is held, numbers and addresses masked', async () => {
  const { body } = await family.get<Own>('/api/family/record');
  assert.equal(body.name, '李沐辰');
  assert.match(body.numberMasked, /^L\d{4}\*+\d{4}$/);
  assert.equal(itemOf(body, 'homeAddress')!.masked, true);
  assert.deepEqual(body.bands[0]!.label, school.name);
  assert.ok(!('openCases' in body), 'a case is told as the family follows it');
});

test('one value is shown in full when asked for; of the other guardian none', async () => {
  const reveal = (field: string) => family.post<{ value: string }>('/api/family/reveals', { field });
  const example = (path: string) => columns.find((column) => column.path === path)!.field.example;
  assert.equal((await reveal('homeAddress')).body.value, example('homeAddress'));
  assert.equal((await reveal('guardians.0.phone')).body.value, example('guardians.0.phone'));
  for (const field of ['guardians.1.phone', 'guardians.1.currentAddress', 'guardians.1.name', 'name', 'nothing']) {
    assert.deepEqual([field, (await reveal(field)).status], [field, 404]);
  }
});

test('who looked: offices by their role, never the persons in them, and the family’s own looks as well', async () => {
  await registrar.get(`/api/students/${child}`);
  await officer.get(`/api/students/${child}`);
  await registrar.get(`/api/students/${stranger}`);
  const { body } = await family.get<{ items: { personName: string; institutionName: string; did: string }[] }>(
    '/api/family/viewers',
  );
  const lines = body.items.map(({ personName, did }) => `${personName} ${did}`);
  assert.ok(lines.includes('学校学籍管理员 查看学生'), lines.join('\n'));
  assert.ok(lines.includes('教育局学籍管理员 查看学生'));
  assert.ok(lines.includes('家长李**（父亲） 家长查看完整值'));
  assert.ok(lines.includes('学校学籍管理员 开出家长链接'));
  assert.ok(!JSON.stringify(body).includes('周志强') && !JSON.stringify(body).includes('赵晓梅'));
});

test('cases are followed by who holds them and how long still, without the persons', async () => {
  const values = { name: '李沐宸' };
  const opened = await registrar.post<{ caseId: string | null }>('/api/key-data-changes', {
    ...{ studentId: child, values, papers: ['HOUSEHOLD_REGISTER', 'COPY'], reason: '户口簿记载更正' },
  });
  assert.equal(opened.status, 200, opened.detail);
  const { body } = await family.get<{ items: FollowedCase[] }>('/api/family/cases');
  const [one] = body.items;
  assert.deepEqual([body.items.length, one!.id, one!.holderName], [1, opened.body.caseId, school.name]);
  assert.ok(one!.track.some(({ status }) => status === 'NOW' || status === 'RETURNED' || status === 'LATER'));
  assert.ok(!JSON.stringify(body).includes('周志强'));
  const bystander = await aFamily(app, registrar, stranger);
  assert.deepEqual((await bystander.get<{ items: unknown[] }>('/api/family/cases')).body.items, []);
});
