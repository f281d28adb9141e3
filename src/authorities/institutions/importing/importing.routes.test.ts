/** 导入学校名录: a county brings in its schools from a workbook that its own software saved. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import XLSX from '@e965/xlsx';
import { testApplication } from '../../../../tests/application.ts';
import { aCentreSchool, anAccount, anAuthority, aSchool, NEXT_DOOR } from '../../../../tests/builders.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import { readRows } from '../../../workbooks/read-rows.ts';
import type { DirectoryRow, InstitutionView } from '../institutions.api.ts';
import type { CheckedSchoolRow, ReadSchools } from './importing.api.ts';
import { SCHOOL_COLUMNS, SCHOOL_HEADINGS } from './school-columns.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const county = await anAuthority(app);
const city = await anAuthority(app, { placeCode: '411000' });
const officer = await anAccount(app, { at: county });
const cityOfficer = await anAccount(app, { at: city });
const centre = await aCentreSchool(app, { under: county });

type Line = Record<string, string | number>;
let serial = 500_000;
const aLine = (change: Line = {}): Line => ({
  学校标识码: `2141${++serial}`,
  学校名称: `长葛市第${serial}小学`,
  办学类型: '小学',
  办学性质: '公办',
  ...change,
});

/** A workbook as another program saves it. */
function workbookOf(lines: readonly Line[], above: string[][] = [['长葛市学校名录'], []]): Uint8Array {
  const headings = SCHOOL_COLUMNS.map(({ heading }) => heading);
  const rows = lines.map((line) => headings.map((heading) => line[heading] ?? null));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([...above, headings, ...rows]), '名录');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const read = (lines: readonly Line[], by = officer) =>
  app.as(by).upload<ReadSchools>('/api/institutions/import/read', { name: '名录.xlsx', bytes: workbookOf(lines) });
const commit = (rows: readonly CheckedSchoolRow[], by = officer) =>
  app.as(by).post<{ made: number }>('/api/institutions/import', {
    rows: rows.map(({ row, values }) => ({ row, values })),
  });
const countSchools = () =>
  app.db.read(NODE_SCOPE, async (tx) => {
    const rows = await tx.sql.selectFrom('institutions').select('id').where('kind', '=', 'SCHOOL').execute();
    return rows.length;
  });
const found = async (code: unknown) => {
  const { body } = await app.as(officer).get<{ items: DirectoryRow[] }>(`/api/institutions?search=${code}`);
  return (await app.as(officer).get<InstitutionView>(`/api/institutions/${body.items[0]?.id}`)).body;
};

test('sound lines become schools with their stages, years, supervision and address', async () => {
  const lines = [
    aLine({ 地址: '人民路12号', 邮政编码: 461500 }),
    aLine({ 学校标识码: `3141${++serial}`, 办学类型: '九年一贯制学校', 上级机构: centre.name, 示范校: '是' }),
    aLine({ 学校标识码: `3441${++serial}`, 办学类型: '完全中学', 办学性质: '民办', 高中学籍主管部门: '许昌市教育局' }),
  ];
  const { body } = await read(lines);
  assert.deepEqual(
    body.rows.map(({ row, findings }) => [row, findings]),
    [
      [4, []],
      [5, []],
      [6, []],
    ],
  );
  assert.deepEqual((await commit(body.rows)).body, { made: 3 });
  const first = await found(lines[0]!['学校标识码']);
  assert.equal(first.profile.find(({ item }) => item === 'postalCode')?.value, '461500');
  const nine = await found(lines[1]!['学校标识码']);
  assert.deepEqual(
    [nine.above.at(-1)?.name, nine.years, nine.modelSchool],
    [centre.name, { PRIMARY: 6, JUNIOR: 3 }, true],
  );
  const secondary = await found(lines[2]!['学校标识码']);
  assert.deepEqual(
    secondary.supervisions.map(({ stageWords, authority }) => [stageWords, authority.name]),
    [
      ['初中', '长葛市教育局'],
      ['高中', '许昌市教育局'],
    ],
  );
});

test('every fault of every line is told at its cell, with what mends it', async () => {
  const taken = await aSchool(app, { name: '早已在册小学' });
  const twice = `2141${++serial}`;
  const { body } = await read([
    aLine({ 学校标识码: '', 办学性质: '集体' }),
    aLine({ 学校标识码: '214100001', 办学类型: '幼儿园' }),
    aLine({ 学校标识码: `3141${++serial}` }),
    aLine({ 学校标识码: taken.code! }),
    aLine({ 学校标识码: twice }),
    aLine({ 学校标识码: twice }),
    aLine({ 上级机构: '禹州市教育局' }),
    aLine({ 所在县区代码: '411099' }),
    aLine({ 学校标识码: `3141${++serial}`, 办学类型: '九年一贯制学校', 小学学制: '5年', 初中学制: '4' }),
    aLine({ 学校标识码: `5141${++serial}`, 办学类型: '特殊教育学校', 学段: '小学、职高' }),
    aLine({ 示范校: '省级', 邮政编码: '4615', 小学学籍主管部门: '教科文局' }),
  ]);
  const told = body.rows.map(({ findings }) => findings.map(({ column, sentence }) => `${column} ${sentence}`));
  assert.deepEqual(told, [
    ['code 学校标识码未填', 'ownership “集体”不是办学性质'],
    ['schoolType “幼儿园”不是办学类型'],
    ['code 前两位是类别码，此办学类型应为21，现为31'],
    [`code 学校标识码${taken.code}已用于早已在册小学`],
    [`code 学校标识码${twice}在表中出现不止一次`],
    [`code 学校标识码${twice}在表中出现不止一次`],
    ['upper “禹州市教育局”不在您的机构目录中'],
    ['place “411099”不是已设立的县（市、区）'],
    ['primaryYears 小学5年不是六三三学制，须有省级同意的文号'],
    ['stages “职高”不是学段'],
    [
      'modelSchool “省级”不是“是”或“否”',
      'postalCode 邮政编码应为6位数字',
      'primaryAuthority “教科文局”不是本地的教育行政部门',
    ],
  ]);
  assert.ok(body.rows.flatMap(({ findings }) => findings).every(({ remedy }) => remedy.length > 2));
});

test('one faulty line among those sent founds nothing; mended in place it passes', async () => {
  const before = await countSchools();
  const { body } = await read([aLine(), aLine({ 办学性质: '集体' })]);
  const refused = await commit(body.rows);
  assert.match(refused.detail ?? '', /第5行等1行还有问题/);
  assert.equal(await countSchools(), before);
  const mended = body.rows.map(({ row, values }) => ({ row, values: { ...values, ownership: '公办' } }));
  const checked = await app.as(officer).post<{ rows: CheckedSchoolRow[] }>('/api/institutions/import/check', {
    rows: mended,
  });
  assert.deepEqual(
    checked.body.rows.map(({ findings }) => findings),
    [[], []],
  );
  assert.equal((await commit(checked.body.rows)).status, 200);
  assert.equal(await countSchools(), before + 2);
  assert.match((await commit(checked.body.rows)).detail ?? '', /等2行还有问题/, 'a second time they are there already');
});

test('of two who bring in the same list at once one founds the schools', async () => {
  const before = await countSchools();
  const { body } = await read([aLine(), aLine()]);
  const answers = await Promise.all([commit(body.rows), commit(body.rows)]);
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(await countSchools(), before + 2);
});

test('a city’s own school must say in which county it lies', async () => {
  const code = `3441${++serial}`;
  const line = { 学校标识码: code, 办学类型: '高级中学' };
  const without = await read([aLine(line)], cityOfficer);
  assert.match(without.body.rows[0]?.findings[0]?.sentence ?? '', /“411000”不是已设立的县/);
  const { body } = await read([aLine({ ...line, 所在县区代码: '411082' })], cityOfficer);
  assert.equal((await commit(body.rows, cityOfficer)).status, 200);
  assert.equal((await found(code)).inScope, false, 'the county does not run it');
});

test('the template holds the columns and an example that reading leaves out', async () => {
  const template = await app.as(officer).get('/api/institutions/import/template');
  assert.match(String(template.headers['content-disposition']), /attachment/);
  const reading = await readRows(new Uint8Array(template.bytes), { headings: SCHOOL_HEADINGS });
  assert.equal(reading.header.columns.size, SCHOOL_COLUMNS.length);
  const rows = [];
  for await (const row of reading.rows) rows.push(row);
  assert.deepEqual(rows, []);
});

test('what is no workbook of schools is refused with what to do', async () => {
  const send = (bytes: Uint8Array) =>
    app.as(officer).upload('/api/institutions/import/read', { name: '名录.xlsx', bytes });
  assert.equal((await send(new TextEncoder().encode('学校标识码,学校名称'))).code, 'UNSUITABLE_FILE');
  const other = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    other,
    XLSX.utils.aoa_to_sheet([
      ['姓名', '性别'],
      ['甲', '男'],
    ]),
    '学生',
  );
  const students = new Uint8Array(XLSX.write(other, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  assert.match((await send(students)).detail ?? '', /没有找到含.*学校标识码/);
  assert.match((await read(Array.from({ length: 2_001 }, () => aLine()))).detail ?? '', /上限2000行/);
});

test('neither a school nor a neighbour brings in schools here', async () => {
  const registrar = await anAccount(app, { at: await aSchool(app) });
  assert.equal((await read([aLine()], registrar)).code, 'NOT_ALLOWED');
  const stranger = await anAccount(app, { at: await anAuthority(app, { placeCode: NEXT_DOOR }) });
  const { body } = await read([aLine({ 上级机构: '长葛市教育局' })], stranger);
  assert.match(body.rows[0]?.findings[0]?.sentence ?? '', /不在您的机构目录中/);
});
