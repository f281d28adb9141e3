/** 一学期的成绩: a class teacher pastes the grid of a term from a spreadsheet, mends what did not fit, loses the network, and files. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { attendanceDesks, CHILDREN } from '../attendance-desks.ts';
import { expectFault } from '../browser.ts';
import { officePages, PHONE } from '../office-pages.ts';

const { app, junior } = await attendanceDesks('2027-01-18T09:00:00+08:00');
const { open, look } = await officePages(app);

const SUBJECTS = ['语文', '数学', '英语', '道德与法治', '历史', '地理', '生物学', '体育与健康'];
const RATED = ['音乐', '美术', '信息科技', '劳动'];

/** As a spreadsheet copies it: another order of students, a sum that the school does not keep, a child of another class. */
function copied(): string {
  const head = ['序号', '姓名', ...SUBJECTS, ...RATED, '总分'];
  const names = [...CHILDREN.toReversed().slice(0, 9), '外班人'];
  const rows = names.map((name, at) => [
    ...[String(at + 1), name],
    ...SUBJECTS.map((_, column) => (at === 2 && column === 1 ? '9o' : String(70 + at + column))),
    ...RATED.map(() => (at % 2 ? '优' : '良好')),
    '600',
  ]);
  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}

/** The reports of a term, as they stand in the teacher's own table; one rating is no rating. */
function reported(): string {
  const head = ['姓名', '品德发展', '学业发展', '身心健康', '艺术素养', '劳动与社会实践', '评语'];
  const rows = CHILDREN.map((name, at) => [
    name,
    '优',
    at === 3 ? '一般' : 'B',
    '良好',
    '合格',
    'a',
    '勤学守纪，乐于助人',
  ]);
  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}

const paste = (page: Page, text: string) =>
  page.evaluate((table) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', table);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

test('a class teacher enters a class group’s term by pasting a grid', async (t) => {
  const desk = await open(t, junior.accounts.teacher, 'assessments');
  const cell = (name: string, subject: string) => desk.getByRole('textbox', { name: `${name}${subject}`, exact: true });
  await cell('安静', '语文').focus();
  await paste(desk, copied());
  const report = desk.getByRole('region', { name: '粘贴结果' });
  await report.getByText(/按姓名填入9人108格，还没有保存；1行没有对上；表中没有安静；总分不是本表的项目/).waitFor();
  await desk.getByText(/江文博的数学：填0至100的分数/).waitFor();
  await look(desk, 'term-pasted');

  await report.getByRole('combobox', { name: '外班人这一行填给' }).selectOption({ label: '1 安静' });
  await cell('江文博', '数学').fill('90');
  await desk.keyboard.press('Enter');
  assert.ok(await cell('柯晓梅', '数学').evaluate((field) => field === document.activeElement), 'Enter goes down');
  await desk.keyboard.press('ArrowUp');
  assert.ok(await cell('江文博', '数学').evaluate((field) => field === document.activeElement), 'and the arrow up');

  expectFault(desk, /ERR_INTERNET_DISCONNECTED/);
  await desk.context().setOffline(true);
  await desk.getByRole('button', { name: '保存120格' }).click();
  await desk.getByText('已填的120格仍在').waitFor();
  assert.equal(await cell('安静', '语文').inputValue(), '79', 'what was typed is there');
  await desk.context().setOffline(false);
  await desk.getByRole('button', { name: '保存120格' }).click();
  await desk.getByText(/期末考试的结果应及时记入学籍档案/).waitFor();
  await look(desk, 'term-saved');
  await desk.getByRole('tab', { name: '进度' }).click();
  await desk.getByText('已归档', { exact: true }).waitFor();
  await look(desk, 'term-filed');

  await desk.getByRole('tab', { name: '综合素质' }).click();
  await desk.getByRole('button', { name: '整班填写' }).click();
  const moral = cell('安静', '品德发展');
  await moral.focus();
  await paste(desk, reported());
  await desk.getByText('按姓名填入10人60格，还没有保存').waitFor();
  await moral.focus();
  await desk.keyboard.press('Control+z');
  assert.equal(await moral.inputValue(), '', 'the keys take the whole table out again');
  await paste(desk, reported());
  await desk.getByText('董思远的学业发展：填优秀').waitFor();
  desk.on('dialog', (asked) => void asked.accept());
  await desk.reload();
  await desk.getByRole('button', { name: '整班填写' }).click();
  await desk.getByText('上次填写未保存的内容已恢复').waitFor();
  await cell('董思远', '学业发展').fill('合格');
  await look(desk, 'reports-restored');
  await desk.getByRole('button', { name: '保存10份' }).click();
  await desk.getByRole('button', { name: '已保存' }).waitFor();

  const phone = await open(t, junior.accounts.teacher, 'assessments?view=results&kind=MIDTERM', PHONE);
  await phone.getByRole('textbox', { name: '安静语文', exact: true }).fill('88');
  await look(phone, 'term-phone');
  await phone.getByRole('button', { name: '保存1格' }).click();
  await phone.getByText('已填1/120格').waitFor();
});
