/** 表册: every form says what the record says, each place calls it by its annex, and a grade is printed at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceljs from 'exceljs';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, writing } from '../../../tests/builders.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { someStudents } from '../../../tests/students.ts';
import type { FormsView, RunView } from './forms.api.ts';
import { makePrintRuns } from './runs/print-runs.ts';

const app = await testApplication({ now: '2026-09-17T10:42:00+08:00' });
const sichuan = await anAuthority(app, { placeCode: '510107' });
const school = await aSchool(app, { under: sichuan, name: '武侯实验中学', stages: ['SENIOR'] });
const group = await aClassGroup(app, { school, grade: 10 });
const long = `${'古丽巴哈尔·'.repeat(9)}买买提明江`;
const [child = '', rare = ''] = await someStudents(
  app,
  { school, name: long, classGroup: group, seatNo: 1, bornOn: '2010-09-01' },
  { school, name: '𬀩㛃', classGroup: group, seatNo: 2, bornOn: '2010-09-02' },
);
const registrar = app.as(await anAccount(app, { at: school }));
const county = await aSchool(app, { name: '葛天路小学' });
const elsewhere = app.as(await anAccount(app, { at: county }));

const pagesOf = async (bytes: Uint8Array) => (await readPdf(new Uint8Array(bytes))).pages.map(textOf);
const print = async (path: string) => {
  const answer = await registrar.get(path);
  assert.equal(answer.status, 200, answer.detail);
  return (await pagesOf(answer.bytes)).join('');
};
const says = (text: string, ...parts: string[]) => {
  for (const part of parts) assert.ok(text.includes(part), `${part} is not in ${text}`);
};

test('a place calls its forms by the annexes of its text; what no annex names it calls by its own name', async () => {
  const titles = async (by: typeof registrar, id: string) => {
    const { body } = await by.get<FormsView>(`/api/schools/${id}/forms`);
    return new Map(body.forms.map(({ form, title, annex }) => [form, `${annex}${title}`]));
  };
  const here = await titles(registrar, school.id);
  assert.equal(here.get('student-base'), '附件2四川省中小学生情况登记表');
  assert.equal(here.get('fitness-card'), '附件14四川省普通高中学生体质健康标准登记卡');
  assert.equal(here.get('campus-base'), '校区基本信息表');
  const there = await titles(elsewhere, county.id);
  assert.equal(there.get('student-base'), '学生基本信息表');
  assert.equal(there.get('quality-interim'), undefined, 'no text of Henan names it');
});

test('the base form holds every item of the record, long and rare names whole, and leaves free what nobody filled in', async () => {
  const text = await print(`/api/students/${child}/forms/student-base`);
  says(
    text,
    '附件2',
    '四川省中小学生情况登记表',
    `姓名${long}`,
    '学校：武侯实验中学',
    '个人基础信息',
    '家庭成员或监护人二',
  );
  assert.doesNotMatch(text, /未填|undefined|null/);
  assert.doesNotMatch(text, /\d{17}[\dX]/, 'numbers are masked');
  const full = await registrar.get(
    `/api/students/${child}/forms/student-base?full=1&reason=${encodeURIComponent('监护人核对')}`,
  );
  assert.match((await pagesOf(full.bytes)).join(''), /5101\d{13}[\dX]/);
  says(await print(`/api/students/${rare}/forms/student-base`), '姓名𬀩㛃');
});

test('a class group’s forms are as many as its students, each with a code of its own', async () => {
  const answer = await registrar.get(`/api/class-groups/${group.id}/forms/practice-record`);
  const pages = await pagesOf(answer.bytes);
  assert.equal(pages.length, 2);
  says(pages[0]!, '附件12四川省普通高中学生综合实践活动记录表', `姓名：${long}`, '第1页共1页');
  const codes = pages.map((page) => /核验码：([0-9A-Z-]+)/.exec(page)?.[1]);
  assert.equal(new Set(codes).size, 2);
  const told = await app.anonymous.post<{ facts: { value: string }[] }>('/api/verifications', { code: codes[0] });
  assert.deepEqual(
    told.body.facts.map(({ value }) => value),
    ['四川省普通高中学生综合实践活动记录表', '武侯实验中学', '2026级高一1班', '2026年9月17日'],
  );
});

test('forms of which nothing is recorded are printed with their items, to be filled in by hand', async () => {
  says(await print(`/api/students/${child}/forms/physical-examination`), '附件13', '身高（厘米）', '体检结论');
  says(await print(`/api/students/${child}/forms/fitness-card`), '附件14', '肺活量（毫升）', '立定跳远（厘米）');
  says(await print(`/api/students/${child}/forms/quality-interim`), '附件10', '思想品德', '班主任评语');
  says(await print(`/api/students/${child}/forms/quality-final`), '附件11', '终结性评价报告单');
});

test('the rule of the exam number is read as text: who gives it, when there is a new one, and what is still to be set', async () => {
  const ruleOf = async () => {
    const { body } = await registrar.get<FormsView>(`/api/schools/${school.id}/forms`);
    return body.forms.find(({ form }) => form === 'exam-number-rule')?.rule;
  };
  const open = (await ruleOf())!;
  assert.match(open.open ?? '', /编排式尚未设定（四川·第十八条）.*地方设定/);
  assert.deepEqual(
    open.sentences.map(({ sentence, chip }) => `${sentence}（${chip}）`),
    [
      '考籍号由市级教育行政部门按省教育厅的编号规则编制（四川·第十八条）',
      '转学后原考籍号注销，由市级教育行政部门重新编制（四川·第三十三条）',
      '留级后原考籍号注销，由市级教育行政部门重新编制（四川·第二十四条）',
      '复学到较低年级后原考籍号注销，由市级教育行政部门重新编制（四川·第二十六条）',
      '复学到原年级的，考籍号不变，不重新编制（四川·第二十六条）',
    ],
  );
  const [rule] = app.services.law.rulesFor('number-form', { placeCode: '510107', day: '2026-09-17' as never });
  app.services.law.adopt([
    {
      ...{ placeCode: '510000', ruleId: 'exam-number-form', basis: rule!.basis },
      ...{ values: { pattern: '{area:4}{year:2}0{serial:4}' }, inForce: { from: '2026-01-01' as never } },
    },
  ]);
  const set = (await ruleOf())!;
  assert.equal(set.open, null);
  assert.deepEqual(
    set.digits.map(({ from, to, words }) => `${from}-${to}${words}`),
    ['1-4行政区划代码', '5-6入学年份', '7-7固定为0', '8-11顺序号'],
  );
});

test('the forms of a school count its students by grade and tell who came in a time, on paper and as a table', async () => {
  says(await print(`/api/schools/${school.id}/forms/school-base`), '学校名称武侯实验中学', '高一1', '合计1');
  says(await print(`/api/schools/${school.id}/forms/campus-base`), '校区基本信息表', '负责人');
  const span = 'from=2026-09-01&to=2026-09-17';
  const paper = await print(`/api/schools/${school.id}/forms/increase-decrease?${span}`);
  says(paper, '附件9', '期初在籍0人增加2人减少0人', '期末在籍2人', '2026年9月1日至2026年9月17日');
  const answer = await registrar.get(`/api/schools/${school.id}/forms/increase-decrease.xlsx?${span}`);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(answer.bytes).buffer);
  const cells = workbook.worksheets[0]!.getSheetValues().flat().map(String);
  for (const name of [long, '𬀩㛃']) assert.ok(cells.includes(name) && paper.includes(name), name);
});

test('a whole grade is printed class group by class group, followed and fetched by whoever started it', async () => {
  const begun = await registrar.post<RunView>('/api/print-runs', {
    form: 'student-base',
    schoolId: school.id,
    grade: 10,
  });
  assert.deepEqual([begun.status, begun.body.total], [200, 1], begun.detail);
  const at = `/api/print-runs/${begun.body.runId}`;
  const { text } = await registrar.get(`${at}/progress`);
  assert.match(text, /"state":"DONE","done":1,"total":1/);
  const zip = await registrar.get(`${at}/papers.zip`);
  assert.deepEqual([zip.status, zip.bytes.subarray(0, 2).toString()], [200, 'PK']);
  assert.ok(zip.bytes.includes('高一(1)班.pdf'));
  assert.equal((await elsewhere.get(`${at}/papers.zip`)).status, 404);
  const none = await registrar.post('/api/print-runs', { form: 'student-base', schoolId: school.id, grade: 12 });
  assert.equal(none.code, 'BAD_INPUT');
});

test('a run stops after the class group it is at, and its papers are gone', async () => {
  const runs = makePrintRuns(app.services);
  let goOn = () => {};
  const printed: string[] = [];
  const part = (name: string) => ({
    name,
    print: async () => {
      printed.push(name);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return Buffer.from(name);
    },
  });
  const { runId } = runs.start('one', '学籍卡', [part('1班'), part('2班')]);
  assert.throws(() => runs.start('one', '学籍卡', []), { code: 'TOO_MANY' });
  assert.throws(() => runs.view('another', runId), { code: 'NOT_FOUND' });
  assert.equal(runs.current('one')?.runId, runId);
  assert.equal(runs.current('another'), undefined);
  assert.equal(runs.cancel('one', runId).state, 'CANCELLED');
  goOn();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(printed, ['1班']);
  assert.throws(() => runs.papersOf('one', runId), { code: 'STEP_NOT_ALLOWED' });
});

test('a run that ended with its process says that it must be asked again, to its own person and to any other alike', async () => {
  const { runId } = makePrintRuns(app.services).start('one', '学籍卡', []);
  const restarted = makePrintRuns(app.services);
  const { state, words = '' } = restarted.follow('one', runId);
  assert.equal(state, 'FAILED');
  assert.match(words, /系统重新启动过.*请重新逐班打印/);
  const other = restarted.start('one', '学籍卡', []);
  assert.deepEqual(restarted.follow('another', other.runId), { ...restarted.follow('one', runId), runId: other.runId });
});

test('whoever has no business with a school gets none of its forms; each print leaves its row', async () => {
  for (const path of [`/api/schools/${school.id}/forms/school-base`, `/api/students/${child}/forms/student-base`]) {
    assert.equal((await elsewhere.get(path)).status, 404);
  }
  assert.equal((await registrar.get(`/api/students/${child}/forms/class-roster`)).status, 400);
  const rows = await writing(app.services, (tx) =>
    tx.sql.selectFrom('audit_events').select(['subject_id', 'detail']).where('action', '=', 'PRINT_FORM').execute(),
  );
  assert.ok(rows.some(({ subject_id }) => subject_id === rare));
  assert.ok(rows.some(({ subject_id }) => subject_id === school.id));
});
