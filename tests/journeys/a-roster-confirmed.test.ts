/** 花名册确认: a senior school in Chengdu hands its roster in, the authority finds one child taken in against the rules. */
import test from 'node:test';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { officePages, PHONE } from '../office-pages.ts';
import { someStudents } from '../students.ts';

const app = await testApplication({ now: '2026-09-14T10:00:00+08:00' });
const { open, look } = await officePages(app);
const authority = await anAuthority(app, { placeCode: '510107' });
const school = await aSchool(app, { under: authority, schoolType: 'SENIOR', stages: ['SENIOR'], name: '锦江外滩中学' });
const registrar = await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' });
const leader = await anAccount(app, { at: school, role: 'SCHOOL_LEADER' });
const officer = await anAccount(app, { at: authority, role: 'AUTHORITY_REGISTRAR' });
const head = await anAccount(app, { at: authority, role: 'AUTHORITY_LEADER' });
for (const [grade, first] of [
  [10, '甲'],
  [11, '乙'],
] as const) {
  const group = { ...(await aClassGroup(app, { school, grade })), firstGrade: grade };
  await someStudents(
    app,
    ...[...'一二三四五'].map((last) => ({ school, classGroup: group, name: `${first}学${last}` })),
  );
}

test('a roster is handed in, looked through, confirmed and kept', async (t) => {
  const desk = await open(t, registrar, 'roster-confirmations');
  await desk.getByText('本学年还没有上报花名册').waitFor();
  await look(desk, 'confirmation-owed');
  await desk.getByRole('button', { name: '上报普通高中花名册（2026-09-30前确认）' }).click();
  await desk
    .getByText('待学籍主管领导签署')
    .or(desk.getByRole('heading', { name: /普通高中花名册/ }))
    .first()
    .waitFor();
  const path = new URL(desk.url()).pathname.slice(1);
  const acts = `/api/${path}/acts`;
  await app.as(leader).post(acts, { action: 'SUBMIT', opinion: '属实' });

  const office = await open(t, officer, path);
  await office.getByText('主管部门还没有核对录取手续').waitFor();
  await look(office, 'confirmation-case');
  const field = office.getByRole('combobox', { name: '不予注册的学生' });
  await field.click();
  await field.pressSequentially('甲学三');
  await office.getByText('甲学三 高一').click();
  await office.getByText('花名册上有违规招收的学生1人，不予注册').waitFor();
  await look(office, 'confirmation-refused');
  await app.as(officer).put(`/api/roster-confirmations/${path.split('/').at(-1)}/outside-rules`, { studentIds: [] });
  await app.as(officer).post(acts, { action: 'APPROVE', opinion: '已核对' });
  await app.as(head).post(acts, { action: 'APPROVE', opinion: '同意' });
  const phone = await open(t, registrar, path, { ...PHONE, dark: true });
  await phone.getByText('已确认').first().waitFor();
  await look(phone, 'confirmation-done-phone');
  await look(await open(t, head, 'roster-confirmations'), 'confirmation-list');

  const register = await open(t, registrar, 'change-register');
  await register.getByText('期末在籍').waitFor();
  await look(register, 'change-register');
  const small = await open(t, registrar, 'change-register', PHONE);
  await small.getByText('期末在籍').waitFor();
  await look(small, 'change-register-phone');
});
