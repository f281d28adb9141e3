/** 一次毕业: a school in Shanxi pastes what its spreadsheet holds, sees each outcome with its article, and the county decides. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { testApplication } from '../application.ts';
import { anAccount, anAuthority } from '../builders.ts';
import { aLastGrade, decide, deskOf, endsOf, enterResults } from '../graduands.ts';
import { officePages, PHONE } from '../office-pages.ts';

const app = await testApplication({ now: '2027-06-21T10:00:00+08:00' });
const { open, look } = await officePages(app);
const county = await anAuthority(app, { placeCode: '140106' });
const office = await deskOf(app, county);
const names = ['安然', '白露', '程远', '丁香', '方圆'];
const school = await aLastGrade(app, { under: county, stage: 'SENIOR', names, away: '方圆' });
const clerk = await anAccount(app, { at: school.at, role: 'SCHOOL_REGISTRAR' });
const head = await anAccount(app, { at: county, role: 'AUTHORITY_LEADER' });

const HEADS = [
  ...['姓名', '修业期满', '总学分', '必修学分', '学科选修模块学分', '学校自主开设选修模块学分'],
  ...['综合素质（基础素养）总评合格', '有重大错误或处分未撤销', '学业水平考试各科最低成绩（含补考）'],
  ...['达到体育锻炼合格标准', '参加了规定的劳动和社会实践'],
];
const line = (name: string, electives: string, lowest: string) =>
  [name, '是', '150', '118', electives, '8', '合格', '无', lowest, '是', '√'].join('\t');
const sheet = [
  HEADS.join('\t'),
  line('丁香', '24', 'A'),
  line('程远', '20', 'B等'),
  line('白露', '二十四', 'C'),
  line('外校生', '24', 'C'),
].join('\n');

test('a last grade from the spreadsheet to the roster without it', async (t) => {
  const page = await open(t, clerk, 'graduations');
  await page.getByRole('link', { name: '高三(1)班' }).click();
  await page.getByRole('heading', { name: '高三(1)班毕业成绩' }).waitFor();
  const rowOf = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  const field = rowOf('安然').getByLabel('安然，总学分');
  await field.evaluate((cell, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, sheet);
  await page.getByText('本班毕业年级没有“外校生”').waitFor();
  await page.getByText('白露的“学科选修模块学分”写作“二十四”，看不出是什么，没有填入').waitFor();
  await rowOf('丁香').getByText('毕业', { exact: true }).waitFor();
  const short = rowOf('程远');
  await short.getByText('结业', { exact: true }).waitFor();
  await short.getByText(/学科选修模块学分至少22分，现20分/).waitFor();
  await short.getByText('第三十五条（二）').first().waitFor();
  await rowOf('白露').getByText('还缺：学科选修模块学分，录入后再办').waitFor();
  await look(page, 'graduation-pasted');

  // Meanwhile a colleague saves one of them: nothing typed here is lost, and what differs is named.
  await enterResults(school, [[school.ids[1]!, { finished: true }]]);
  const missing = rowOf('白露').getByLabel('白露，学科选修模块学分');
  await missing.fill('24');
  await missing.press('ArrowDown');
  const below = rowOf('程远').getByLabel('程远，学科选修模块学分');
  assert.ok(await below.evaluate((cell) => cell === document.activeElement), 'the arrow goes one student down');
  await page.getByRole('button', { name: '保存3人的成绩' }).click();
  await page.getByText('白露的成绩他人刚改过，您填的还在表中').waitFor();
  assert.equal(await missing.inputValue(), '24');
  await look(page, 'graduation-overtaken');
  await page.getByRole('button', { name: '保存3人的成绩' }).click();
  await page.getByText('已保存的：毕业2人、结业1人，暂不办理2人').waitFor();

  await page.getByRole('link', { name: '毕业', exact: true }).first().click();
  await page.getByRole('button', { name: '上报毕业名单' }).click();
  await page.getByText('本校主管领导签署后，由学籍主管部门核准').waitFor();
  await page.getByText('还没有录入成绩，录入后再办').waitFor();
  await look(page, 'graduation-rehearsed');
  await page.getByRole('button', { name: '上报3人' }).click();
  await page.waitForURL(/cases/);
  const caseId = new URL(page.url()).pathname.split('/').at(-1)!;
  assert.equal((await decide(school.leader, caseId, 'SUBMIT')).status, 200);
  assert.equal((await decide(office.registrar, caseId, 'APPROVE')).status, 200);

  const desk = await open(t, head, `cases/${caseId}`);
  await desk.getByText('现为休学').waitFor();
  await look(desk, 'graduation-case');
  await desk.getByRole('button', { name: /核准毕业/ }).click();
  // With nothing else to decide the leader is back at the workbench.
  await desk.getByRole('heading', { name: '工作台' }).waitFor();
  assert.deepEqual(await endsOf(app, school.ids), [
    [null, null],
    ['GRADUATED', '2027-06-21'],
    ['COMPLETED', '2027-06-21'],
    ['GRADUATED', '2027-06-21'],
    [null, null],
  ]);

  const phone = await open(t, clerk, `graduations/outcomes?school=${school.at.id}&stage=SENIOR`, {
    ...PHONE,
    dark: true,
  });
  await phone.getByRole('tab', { name: /结业/ }).click();
  await phone.getByText(/现20分/).waitFor();
  assert.equal(await phone.getByRole('link', { name: '丁香' }).count(), 0);
  await look(phone, 'graduation-outcomes-phone');
  const roster = await open(t, clerk, 'students');
  await roster.getByRole('link', { name: '安然' }).waitFor();
  assert.equal(await roster.getByRole('link', { name: '程远' }).count(), 0, 'gone from the roster');
});
