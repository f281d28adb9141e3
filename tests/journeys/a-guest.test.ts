/** 借读: a child of parents abroad studies at another school for a year; what is noted there comes back with it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { testApplication } from '../application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../builders.ts';
import { officePages, PHONE } from '../office-pages.ts';
import { someStudents } from '../students.ts';

const app = await testApplication({ now: '2026-10-12T10:00:00+08:00' });
const { open, look } = await officePages(app);
const [near, far] = [await anAuthority(app, { placeCode: '140106' }), await anAuthority(app, { placeCode: '140105' })];
const home = await aSchool(app, { under: near, schoolType: 'JUNIOR', name: '桃园中学' });
const guest = await aSchool(app, { under: far, schoolType: 'JUNIOR', name: '汾河湾中学' });
const person = (at: typeof home, role: Parameters<typeof anAccount>[1]['role']) => anAccount(app, { at, role: role! });
const registrar = await person(home, 'SCHOOL_REGISTRAR');
const leader = await person(home, 'SCHOOL_LEADER');
const host = await person(guest, 'SCHOOL_REGISTRAR');
const hostLeader = await person(guest, 'SCHOOL_LEADER');
const officer = await person(far, 'AUTHORITY_REGISTRAR');
const head = await person(far, 'AUTHORITY_LEADER');
const group = { ...(await aClassGroup(app, { school: home, grade: 8 })), firstGrade: 8 };
const [child = ''] = await someStudents(app, {
  ...{ school: home, classGroup: group, name: '王静怡', bornOn: '2012-05-12' },
  registeredOn: '2025-09-01',
});

test('a guest is applied for, agreed to, noted of and comes back', async (t) => {
  const desk = await open(t, registrar, `changes/students/${child}?kind=GUEST_STUDY`);
  await desk.getByRole('textbox', { name: '借读学校标识码' }).fill(guest.code!);
  await desk.getByRole('combobox', { name: '借读原因' }).selectOption({ label: '父母双方出国工作' });
  await desk.getByRole('textbox', { name: '父母出国工作' }).fill('12');
  await desk.getByRole('combobox', { name: '借读年级' }).selectOption({ label: '八年级' });
  await desk.getByRole('textbox', { name: '借读起始日' }).fill('2026-10-15');
  await desk.getByRole('textbox', { name: '借读期满日' }).fill('2027-07-10');
  await desk.getByText('借读地学籍主管部门').waitFor();
  await look(desk, 'guest-apply');
  const matter = {
    ...{ studentId: child, kind: 'GUEST_STUDY', opinion: '家长申请属实' },
    form: {
      ...{ guestCode: guest.code, reason: 'PARENTS_ABROAD', monthsAbroad: 12, gradeThere: '8' },
      ...{ from: '2026-10-15', until: '2027-07-10' },
    },
  };
  const opened = await app.as(registrar).post<{ caseId: string }>('/api/changes', matter);
  assert.equal(opened.status, 200, opened.detail);
  const acts = `/api/cases/${opened.body.caseId}/acts`;
  await app.as(leader).post(acts, { action: 'SUBMIT', opinion: '同意' });
  for (const one of [host, hostLeader, officer, head]) {
    const answer = await app.as(one).post(acts, { action: 'APPROVE', opinion: '有学位' });
    assert.equal(answer.status, 200, answer.detail);
  }

  const there = await open(t, host, 'study-arrangements');
  await there
    .getByRole('row', { name: /王静怡/ })
    .getByRole('button', { name: '借读记录' })
    .click();
  await there.getByRole('textbox', { name: '内容' }).fill('期中考试：数学92分');
  await there.getByRole('button', { name: '登记' }).click();
  await there.getByText('成绩：期中考试：数学92分').waitFor();
  await look(there, 'guest-record');
  await there.keyboard.press('Escape');
  await there
    .getByRole('row', { name: /王静怡/ })
    .getByRole('button', { name: '结束' })
    .click();
  await there.getByRole('textbox', { name: '结束原因' }).fill('父母提前回国');
  await there.getByRole('button', { name: '结束', exact: true }).last().click();
  await there.getByText('没有借读或特殊教育安排').waitFor();

  const phone = await open(t, registrar, 'study-arrangements?tab=ended', { ...PHONE, dark: true });
  await phone.getByRole('button', { name: '借读记录' }).click();
  await phone.getByText('成绩：期中考试：数学92分').waitFor();
  await look(phone, 'guest-back-phone');
});
