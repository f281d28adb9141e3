/** 撤点并校: the county rehearses the merger of a small school, draws it up, its leader signs, and all are at the large one. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { officePages, PHONE } from '../office-pages.ts';
import { someStudents } from '../students.ts';

const app = await testApplication({ now: '2026-09-20T10:00:00+08:00' });
const { open, look } = await officePages(app);
const county = await anAuthority(app);
const small = await aSchool(app, { under: county, name: '东庄小学' });
const large = await aSchool(app, { under: county, name: '双洎河中心小学' });
const officer = await anAccount(app, { at: county, role: 'AUTHORITY_REGISTRAR' });
const head = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' });
const clerk = await anAccount(app, { at: large, role: 'SCHOOL_REGISTRAR' });
for (const grade of [1, 2, 3]) {
  const group = { ...(await aClassGroup(app, { school: small, grade })), firstGrade: grade };
  const names = [...'一二三四五六'].slice(0, grade + 2).map((last) => `${'甲乙丙'[grade - 1]}学${last}`);
  await someStudents(app, ...names.map((name) => ({ school: small, classGroup: group, name })));
}
await aClassGroup(app, { school: large, grade: 1 });

test('a merger is rehearsed, drawn up, signed and done', async (t) => {
  const desk = await open(t, officer, 'restructurings/draw');
  await look(desk, 'restructuring-empty');
  const pick = async (label: string, typed: string) => {
    const field = desk.getByRole('combobox', { name: label });
    await field.click();
    await field.pressSequentially(typed);
    await desk
      .getByTitle(typed)
      .or(desk.getByText(typed, { exact: true }))
      .last()
      .click();
  };
  await pick('学校', '东庄小学');
  await pick('并入', '双洎河中心小学');
  await desk
    .getByRole('row', { name: /一\(1\)班/ })
    .getByText('一(2)班')
    .waitFor();
  await desk
    .getByRole('row', { name: /二\(1\)班/ })
    .getByRole('button', { name: '4人' })
    .click();
  await desk.getByRole('link', { name: '乙学四' }).waitFor();
  await desk.getByRole('button', { name: '关闭' }).click();
  await desk.getByRole('textbox', { name: '变动依据' }).fill('县政府布局调整批复');
  await look(desk, 'restructuring-rehearsed');
  await desk.getByRole('button', { name: '拟定，待主管领导签署' }).click();
  await desk.getByRole('heading', { name: '东庄小学合并' }).waitFor();
  await look(desk, 'restructuring-case');

  const path = new URL(desk.url()).pathname.slice(1);
  const signed = await app.as(head).post(`/api/${path}/acts`, { action: 'APPROVE', opinion: '县政府布局调整批复' });
  assert.equal(signed.status, 200, signed.detail);
  const phone = await open(t, head, path, { ...PHONE, dark: true });
  await phone.getByText('已完成').first().waitFor();
  await look(phone, 'restructuring-done-phone');
  const { body } = await app.as(clerk).get<{ total: number }>('/api/students');
  assert.equal(body.total, 12, 'all are on the roster of the large school');
});
