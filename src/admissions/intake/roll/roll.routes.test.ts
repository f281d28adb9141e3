/** 录取名册: who is admitted, by whom it is entered, never beyond the plan, and everybody on equal terms. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import XLSX from '@e965/xlsx';
import { testApplication } from '../../../../tests/application.ts';
import { anAccount, anAuthority } from '../../../../tests/builders.ts';
import {
  act,
  admitted,
  aRollDesk,
  decide,
  enter,
  type Line,
  numberOf,
  type RollDesk,
  rollLine,
  rollOf,
} from '../../../../tests/roll-desk.ts';
import { someStudents } from '../../../../tests/students.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import { ROLL_COLUMNS } from './entering/roll-columns.ts';
import type { ReadRoll, RollEntryView, RollList } from './roll.api.ts';

const app = await testApplication({ now: '2026-08-20T10:00:00+08:00' });
const junior = await aRollDesk(app, { placeCode: '510107', stage: 'JUNIOR' });
const bystander = await aRollDesk(app, { placeCode: '510107', stage: 'JUNIOR' });
const senior = await aRollDesk(app, { placeCode: '510107', stage: 'SENIOR' });
const shanxi = await aRollDesk(app, { placeCode: '140106', stage: 'JUNIOR' });
const qianan = await aRollDesk(app, { placeCode: '130283', stage: 'PRIMARY' });

const paper = { title: '2026年招生计划', issuedOn: '2026-06-01' };
async function setPlan(desk: RollDesk, places: number, more: object = {}, by = desk): Promise<void> {
  const items = [{ schoolId: desk.school.id, stage: desk.stage, places, ...more }];
  const drawn = await by.officer.post<{ caseId: string }>('/api/admission-plans', { intakeYear: 2026, paper, items });
  assert.equal(drawn.status, 200, drawn.detail);
  assert.equal(await decide(by.chief, drawn.body.caseId, 'SET'), 'COMPLETED');
}

test('A1.1 and A1.3: the roll fills the plan, and one more is refused with the article', async () => {
  await setPlan(junior, 3);
  const three = [rollLine(), rollLine(), rollLine()];
  assert.deepEqual((await enter(junior.registrar, 'JUNIOR', three)).body, { entered: 3 });
  const { body } = await junior.registrar.get<RollList>('/api/admission-roll');
  assert.deepEqual([body.stages[0]?.places, body.stages[0]?.admitted], [3, 3]);
  const beyond = await enter(junior.registrar, 'JUNIOR', [rollLine()]);
  assert.equal(beyond.code, 'LAW_REFUSES');
  assert.match(beyond.detail!, /招生计划3人已满，不得超计划录取（四川·第六条）/);
  assert.equal((await rollOf(junior)).length, 3);
});

test('of a list that goes over the plan nobody is entered, and the line that is too many is named', async () => {
  await setPlan(bystander, 2);
  const { code, detail } = await enter(bystander.registrar, 'JUNIOR', [rollLine(), rollLine(), rollLine()]);
  assert.equal(code, 'LAW_REFUSES');
  assert.match(detail!, /招生计划2人已满/);
  assert.equal((await rollOf(bystander)).length, 0);
});

test('two entries at the same moment do not both take the last place', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => enter(bystander.registrar, 'JUNIOR', [rollLine()])));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 200, 422]);
  assert.equal((await rollOf(bystander)).length, 2);
});

test('A1.4: in Sichuan the city enters the senior roll, and another city’s child only within the province’s plan', async () => {
  const line = { schoolCode: senior.school.code!, way: '统一招生', noticeNumber: '2026-0001' };
  const byCounty = await enter(senior.officer, 'SENIOR', [rollLine(line)]);
  assert.match(byCounty.detail!, /普通高中录取名册由市级教育行政部门（四川·第六条）登记/);
  assert.match((await enter(senior.registrar, 'SENIOR', [rollLine(line)])).detail!, /由市级教育行政部门/);
  assert.equal((await enter(senior.city, 'SENIOR', [rollLine(line)])).status, 200);
  const away = await enter(senior.city, 'SENIOR', [rollLine({ ...line, sourceArea: '510302' })]);
  assert.equal(away.code, 'LAW_REFUSES');
  assert.match(away.detail!, /未经省教育厅批准，公办普通高中不得跨市（州）招生（四川·第六条）/);
  await setPlan(senior, 10, { crossCityPlaces: 1 });
  assert.equal((await enter(senior.city, 'SENIOR', [rollLine({ ...line, sourceArea: '510302' })])).status, 200);
  const second = await enter(senior.city, 'SENIOR', [rollLine({ ...line, sourceArea: '510302' })]);
  assert.equal(second.code, 'LAW_REFUSES');
  assert.equal((await rollOf(senior)).length, 2);
});

test('a private senior school of Shanxi enters its own roll; a public one gets it from city or province', async () => {
  const own = await aRollDesk(app, { placeCode: '140106', stage: 'SENIOR', ownership: 'PRIVATE' });
  const line = { way: '民办招生', sourceArea: '140106', identityNumber: numberOf(90_001) };
  assert.equal((await enter(own.registrar, 'SENIOR', [rollLine(line)])).status, 200);
  const open = await aRollDesk(app, { placeCode: '140106', stage: 'SENIOR' });
  const refused = await enter(open.registrar, 'SENIOR', [rollLine({ ...line, identityNumber: numberOf(90_002) })]);
  assert.match(refused.detail!, /由省级教育行政部门或市级教育行政部门（山西·第九条）登记/);
});

test('A4.1 and A4.2: a migrant child is admitted like every other; a temporary registration is refused', async () => {
  const line = { way: '随迁子女', householdArea: '411082', sourceArea: '', identityNumber: numberOf(90_010) };
  const migrant = await admitted(shanxi, shanxi.registrar, line);
  assert.deepEqual([migrant.state, migrant.household, migrant.migrant], ['WAITING', '河南省许昌市长葛市', true]);
  const guest = { ...line, registration: '借读或临时学籍', identityNumber: numberOf(90_011) };
  const refused = await enter(shanxi.registrar, 'JUNIOR', [rollLine(guest)]);
  assert.equal(refused.code, 'LAW_REFUSES');
  assert.match(refused.detail!, /籍随人走，不为随迁子女另建借读或临时学籍（山西·第十条）/);
  const child = { ...guest, identityNumber: numberOf(90_012) };
  const inQianan = await enter(qianan.registrar, 'PRIMARY', [rollLine(child)]);
  assert.equal(inQianan.code, 'LAW_REFUSES');
  assert.match(inQianan.detail!, /不为随迁子女另建借读或临时学籍（国家·第六条）/);
  assert.equal((await rollOf(qianan)).length, 0);
});

/** A workbook as another program saves it. */
function workbookOf(lines: readonly Line[]): Uint8Array {
  const rows = lines.map((line) => ROLL_COLUMNS.map(({ key }) => line[key] ?? null));
  const book = XLSX.utils.book_new();
  const table = [['录取名册'], [], [...ROLL_COLUMNS.map(({ heading }) => heading), '备注'], ...rows];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), '名册');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
const read = (desk: RollDesk, lines: readonly Line[]) =>
  desk.registrar.upload<ReadRoll>(`/api/admission-roll/read?stage=${desk.stage}`, {
    name: '录取名册.xlsx',
    bytes: workbookOf(lines),
  });

test('every bad cell of a workbook gets a sentence and what mends it; sound lines go in together', async () => {
  const twice = numberOf(90_020);
  const good = rollLine({ identityNumber: numberOf(90_021), sourceArea: '140106' });
  const { body } = await read(shanxi, [
    good,
    rollLine({ name: '', way: '抽签', identityNumber: '510107201401010018' }),
    rollLine({ householdArea: '999999', phone: '12', registrationNumber: 'X1', identityNumber: '' }),
    rollLine({ identityNumber: twice }),
    rollLine({ identityNumber: twice }),
    rollLine({ identityNumber: numberOf(90_023), schoolCode: '3141000999', migrantPapers: '护照' }),
  ]);
  assert.deepEqual(body.unknownHeadings, ['备注']);
  assert.deepEqual(
    body.rows.map(({ row, findings }) => [row, findings.map(({ column }) => column)]),
    [
      [4, []],
      [5, ['name', 'identityNumber', 'way']],
      [6, ['registrationNumber', 'householdArea', 'phone']],
      [7, ['identityNumber']],
      [8, ['identityNumber']],
      [9, ['migrantPapers', 'schoolCode']],
    ],
  );
  for (const { sentence, remedy } of body.rows.flatMap(({ findings }) => findings)) {
    assert.ok(sentence.length > 3 && remedy.length > 3, sentence);
    assert.doesNotMatch(sentence, /\d{15}/);
  }
  const [first] = body.rows;
  assert.equal((await enter(shanxi.registrar, 'JUNIOR', [first!.values as Line])).status, 200);
  const again = await read(shanxi, [good]);
  assert.match(again.body.rows[0]!.findings[0]!.sentence, /此人已在本校名册/);
  const template = await shanxi.registrar.get('/api/admission-roll/template.xlsx');
  assert.equal(template.status, 200);
});

test('senior school asks for the number and where the child comes from; a child of compulsory age may have no number', async () => {
  const line = { schoolCode: senior.school.code!, identityNumber: '', sourceArea: '' };
  const { detail } = await enter(senior.city, 'SENIOR', [rollLine(line)]);
  assert.match(detail!, /高中录取须填身份证件号/);
  const without = await admitted(shanxi, shanxi.registrar, { identityNumber: '', sourceArea: '' });
  assert.equal(without.identityMasked, '');
});

test('whoever is admitted elsewhere, registered in the stage or under another name is not entered', async () => {
  const number = numberOf(90_030);
  await admitted(shanxi, shanxi.registrar, { identityNumber: number });
  const other = await aRollDesk(app, { placeCode: '510104', stage: 'JUNIOR' });
  const onTwo = await enter(other.registrar, 'JUNIOR', [rollLine({ identityNumber: number })]);
  assert.match(onTwo.detail!, /此人已在另一所学校的录取名册/);
  const primary = await aRollDesk(app, { placeCode: '510104', stage: 'PRIMARY' });
  await someStudents(app, { school: primary.school, name: '尚在六年级' }, { school: other.school, name: '已是初中生' });
  const numbers = await Promise.all(['尚在六年级', '已是初中生'].map((name) => numberInRegistry(name)));
  const wrongName = await enter(other.registrar, 'JUNIOR', [rollLine({ identityNumber: numbers[0]! })]);
  assert.match(wrongName.detail!, /姓名与学籍档案中此证件号的姓名不同/);
  const entered = await admitted(other, other.registrar, { identityNumber: numbers[0]!, name: '尚在六年级' });
  assert.equal(entered.continues, true);
  const held = await enter(bystander.registrar, 'JUNIOR', [
    rollLine({ identityNumber: numbers[1]!, name: '已是初中生' }),
  ]);
  assert.equal(held.code, 'LAW_REFUSES');
});

/** The identity number under which somebody is registered. */
async function numberInRegistry(name: string): Promise<string> {
  const row = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('key_data').select(['student_id', 'sealed']).where('name', '=', name).executeTakeFirstOrThrow(),
  );
  return (app.services.cipher.open('key_data', row.student_id, row.sealed) as { number: string }).number;
}

test('a mistake is struck off with its reason, stays to be read and frees the place; nobody else may', async () => {
  const [one] = (await rollOf(bystander)).filter(({ state }) => state === 'WAITING');
  const correct = (by: RollDesk) =>
    by.registrar.post(`/api/admission-roll/${one!.id}/correction`, { reason: '与他校重复登记' });
  assert.equal((await correct(junior)).status, 404);
  assert.equal((await correct(bystander)).status, 200);
  assert.equal((await correct(bystander)).code, 'STEP_NOT_ALLOWED');
  const entry = await bystander.registrar.get<RollEntryView>(`/api/admission-roll/${one!.id}`);
  assert.deepEqual(
    entry.body.acts.map(({ words, detail }) => [words, detail]),
    [
      ['列入名册', ''],
      ['更正名册', '与他校重复登记'],
    ],
  );
  assert.equal((await enter(bystander.registrar, 'JUNIOR', [rollLine()])).status, 200);
});

test('only the school’s registrar reads the whole number; each place sees its own schools', async () => {
  const [one] = await rollOf(junior);
  const seenBy = async (by: RollDesk['registrar']) =>
    (await by.get<RollEntryView>(`/api/admission-roll/${one!.id}`)).body.identityNumber;
  assert.match((await seenBy(junior.registrar))!, /^\d{17}[\dX]$/);
  assert.match((await seenBy(junior.officer))!, /\*/);
  assert.equal((await bystander.registrar.get(`/api/admission-roll/${one!.id}`)).status, 404);
  const { body } = await junior.officer.get<RollList>(`/api/admission-roll?schoolId=${junior.school.id}`);
  assert.equal(body.items.length, 3);
  const elsewhere = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '510105' }) }));
  assert.equal((await elsewhere.get<RollList>('/api/admission-roll')).body.items.length, 0);
  assert.equal((await act(bystander.registrar, one!.id, { act: 'DROPOUT' })).status, 404);
});
