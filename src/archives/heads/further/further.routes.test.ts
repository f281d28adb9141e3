/** 自设项: an authority sets a field by two people where the law lets it, schools fill it in, ended ones stay in the files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { anAccount, anAuthority } from '../../../../tests/builders.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import type { FileView, GroupGapsView } from '../heads.api.ts';
import type { FieldGrid, FieldsView } from './further.api.ts';

const { app, junior, senior, shanxi, bystander, authorities } = await attendanceDesks();
const sichuan = await anAuthority(app, { placeCode: '510000' });
const shanxiProvince = await anAuthority(app, { placeCode: '140000' });
const office = async (at: typeof sichuan) => ({
  registrar: app.as(await anAccount(app, { at, role: 'AUTHORITY_REGISTRAR' })),
  leader: app.as(await anAccount(app, { at, role: 'AUTHORITY_LEADER' })),
});
type Office = Awaited<ReturnType<typeof office>>;
const offices = {
  sichuan: await office(sichuan),
  wuhou: await office(authorities.wuhou),
  shanxi: await office(shanxiProvince),
  yingze: await office(authorities.yingze),
};
const notice = { title: '学生学籍档案补充信息采集通知', issuedOn: '2026-09-10' };
const field = (title: string, more: object = {}) => ({
  ...{ kind: 'FILE_FIELD', title, valueKind: 'TEXT', stages: ['JUNIOR', 'SENIOR'], required: true, ...more },
});
const propose = (at: Office, items: object[], from = '2026-09-18') =>
  at.registrar.post<{ caseId: string }>('/api/local-settings', { notice, from, items });
const set = async (at: Office, items: object[], from?: string) => {
  const { body, detail } = await propose(at, items, from);
  if (!body?.caseId) throw new Error(detail);
  return at.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SET' });
};
const at = (desk: typeof junior) => `/api/class-groups/${desk.group.id}/file-fields`;
const gridOf = async (desk: typeof junior) => (await desk.teacher.get<FieldGrid>(at(desk))).body;
const enter = (desk: typeof junior, studentId: string, values: object) =>
  desk.teacher.put<{ recorded: number }>(at(desk), { entries: [{ studentId, values }] });
const rows = () =>
  app.db.read(NODE_SCOPE, (tx) => tx.sql.selectFrom('file_field_values').selectAll().orderBy('id').execute());
const lacking = async (desk: typeof junior, studentId: string) => {
  const { students } = (await desk.teacher.get<GroupGapsView>(`/api/class-groups/${desk.group.id}/file-gaps`)).body;
  const missing = students.find((one) => one.studentId === studentId)!.missing;
  return missing.filter(({ head }) => head === 'FURTHER');
};
const [first = ''] = junior.students;
const TONGUE = '510000 家庭常用语言';

test('C81: in Sichuan a county may set a field, in Shanxi only the province may', async () => {
  assert.equal((await set(offices.wuhou, [field('社区网格号', { required: false })])).status, 200);
  const refused = await propose(offices.yingze, [field('社区网格号')]);
  assert.match(refused.detail ?? '', /其他归档材料由省级教育行政部门规定，此级不另设/);
  assert.equal((await set(offices.shanxi, [field('家庭常用语言')])).status, 200);
});

test('a field counts once another person has signed, and then in the place of who set it and nowhere else', async () => {
  const items = [
    field('家庭常用语言', { valueKind: 'CHOICE', choices: ['普通话', '方言', '民族语言'] }),
    field('上学单程时间', { valueKind: 'NUMBER', required: false, stages: ['SENIOR'] }),
  ];
  const { body } = await propose(offices.sichuan, items);
  assert.deepEqual(
    (await gridOf(junior)).items.map(({ title }) => title),
    ['社区网格号'],
  );
  await offices.sichuan.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SET' });
  const titles = async (desk: typeof junior) => (await gridOf(desk)).items.map(({ title, setBy }) => [title, setBy]);
  assert.deepEqual(await titles(junior), [
    ['家庭常用语言', sichuan.name],
    ['社区网格号', authorities.wuhou.name],
  ]);
  assert.deepEqual((await titles(senior)).length, 3);
  assert.deepEqual(
    (await titles(shanxi)).map(([title]) => title),
    ['家庭常用语言'],
  );
  assert.deepEqual(await titles(bystander), []);
});

test('the superior sees what was set below, and below sees what stands above', async () => {
  const ofSichuan = (await offices.sichuan.registrar.get<FieldsView>('/api/file-fields')).body;
  assert.deepEqual(
    ofSichuan.below.map(({ title, setBy }) => [title, setBy]),
    [['社区网格号', authorities.wuhou.name]],
  );
  const ofWuhou = (await offices.wuhou.registrar.get<FieldsView>('/api/file-fields')).body;
  assert.deepEqual(
    ofWuhou.here.map(({ title }) => title),
    ['上学单程时间', '家庭常用语言', '社区网格号'],
  );
  assert.equal(ofWuhou.chip, '四川·第十七条');
});

test('what is required and not filled in is missing, with the article; filled in, it stands in the file and is corrected by another', async () => {
  const [gap] = await lacking(junior, first);
  assert.deepEqual([gap?.sentence, gap?.chip], ['缺家庭常用语言', '四川·第十七条']);
  const filled = await enter(junior, first, { [TONGUE]: '普通话' });
  assert.deepEqual([filled.status, filled.body?.recorded], [200, 1], filled.detail);
  assert.deepEqual(await lacking(junior, first), []);
  assert.equal((await enter(junior, first, { [TONGUE]: '普通话' })).body.recorded, 0, 'nothing differs');
  assert.equal((await enter(junior, first, { [TONGUE]: '方言' })).status, 200);
  const kept = await rows();
  assert.deepEqual(
    kept.map(({ replaced_at }) => replaced_at === null),
    [false, true],
  );
  const { heads } = (await junior.teacher.get<FileView>(`/api/students/${first}/file`)).body;
  assert.deepEqual(
    heads.at(-1)!.items.map(({ what }) => what),
    ['家庭常用语言：方言'],
  );
});

test('filed upward: who has set a field, since when, and how many of whom it concerns have it; each place counts its own', async () => {
  const entry = { [`${authorities.wuhou.placeCode} 社区网格号`]: '浆洗街3-07' };
  assert.equal((await enter(senior, senior.students[0]!, entry)).status, 200);
  const shown = async (at: Office, side: 'here' | 'below') =>
    (await at.registrar.get<FieldsView>('/api/file-fields')).body[side].map(
      ({ title, setBy, from, students, filled }) => [title, setBy, from, `${filled}/${students}`].join(' '),
    );
  assert.deepEqual(await shown(offices.sichuan, 'below'), [`社区网格号 ${authorities.wuhou.name} 2026-09-18 1/20`]);
  assert.deepEqual(await shown(offices.sichuan, 'here'), [
    `上学单程时间 ${sichuan.name} 2026-09-18 0/10`,
    `家庭常用语言 ${sichuan.name} 2026-09-18 1/20`,
  ]);
  const elsewhere = await office(await anAuthority(app, { placeCode: '510104' }));
  assert.deepEqual(
    (await shown(elsewhere, 'here')).map((line) => line.split(' ').at(-1)),
    ['0/0', '0/0'],
    'no students, nothing to fill in',
  );
});

test('the grid leaves as a workbook and comes back filled in, seat and name first', async () => {
  const path = `${at(junior)}.xlsx`;
  const { status, bytes, headers } = await junior.teacher.get(path);
  assert.equal(status, 200);
  assert.match(decodeURIComponent(String(headers['content-disposition'])), /归档自设项\.xlsx/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset) as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  assert.deepEqual((sheet.getRow(2).values as string[]).slice(1), ['座号', '姓名', '家庭常用语言', '社区网格号']);
  sheet.getRow(4).getCell(3).value = '民族语言';
  const filled = { name: '自设项.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) };
  const read = await junior.teacher.upload<{ rows: string[][] }>(`${at(junior)}/readings`, filled);
  assert.equal(read.status, 200, read.detail);
  assert.deepEqual(read.body.rows[0], ['座号', '姓名', '家庭常用语言', '社区网格号']);
  assert.deepEqual(read.body.rows[2]!.slice(1, 3), ['柏一鸣', '民族语言']);
  assert.equal((await bystander.teacher.get(path)).status, 404);
});

test('no value that is none, no emptying, no stranger, no class group of another', async () => {
  const before = await rows();
  const refused = async (act: ReturnType<typeof enter>, words: RegExp) => {
    const { status, detail } = await act;
    assert.ok(status >= 400 && status < 500);
    assert.match(detail ?? '', words);
  };
  await refused(enter(junior, first, { [TONGUE]: '英语' }), /须填普通话、方言、民族语言之一/);
  await refused(enter(junior, first, { [TONGUE]: '' }), /已归档，不能清空/);
  await refused(enter(junior, first, { '510000 鞋码': '38' }), /自设项已停用/);
  await refused(enter(junior, senior.students[0]!, { [TONGUE]: '方言' }), /不在本班/);
  const foreign = { entries: [{ studentId: first, values: { [TONGUE]: '方言' } }] };
  await refused(senior.teacher.put(at(junior), foreign), /没有找到此班级/);
  assert.deepEqual(await rows(), before);
});

test('a field is ended and never deleted: nothing is asked any more, what was filled in stays', async () => {
  const ended = field('家庭常用语言', { valueKind: 'TEXT', ended: true });
  assert.equal((await set(offices.sichuan, [ended], '2026-09-21')).status, 200);
  app.clock.set('2026-09-21T09:00:00+08:00');
  assert.deepEqual(
    (await gridOf(junior)).items.map(({ title }) => title),
    ['社区网格号'],
  );
  assert.deepEqual(await lacking(junior, junior.students[1]!), []);
  const { heads } = (await junior.teacher.get<FileView>(`/api/students/${first}/file`)).body;
  assert.deepEqual(
    heads.at(-1)!.items.map(({ what }) => what),
    ['家庭常用语言：方言'],
  );
});
