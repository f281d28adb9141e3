import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import exceljs from 'exceljs';
import { type PrintedText, readPdf, textOf } from '../../../tests/read-pdf.ts';
import { addDays, civilDate } from '../../kernel/civil-date.ts';
import { verificationCode } from '../issued/verification-code.ts';
import { openPrinter } from '../printing/typst-printer.ts';
import { type ClassRoster, MOST_STUDENTS, printClassRoster, printSchoolRoster } from './class-roster.ts';
import { ROSTER_COLUMNS, type RosterEntry, rosterRows } from './roster-columns.ts';
import { rosterWorkbook } from './roster-workbook.ts';

const printer = openPrinter();
after(() => printer.close());

const mark = { place: '长葛市第一初级中学', person: '赵敏', printedAt: new Date('2026-09-24T02:42:00Z') };
const code = verificationCode(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 200]));

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function entry(position: number, rest: Partial<RosterEntry> = {}): RosterEntry {
  const bornOn = addDays(civilDate('2013-09-01'), position % 365);
  const body = `411082${bornOn.replaceAll('-', '')}${String((position % 499) * 2 + (position % 2)).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * WEIGHTS[index]!, 0);
  const identityNumber = `${body}${'10X98765432'[sum % 11]}`;
  return {
    numberInClass: String(position),
    name: `${SURNAMES[position % 15]}${SURNAMES[(position * 4) % 15]}芳`,
    sex: position % 2 ? '男' : '女',
    bornOn,
    ethnicity: '汉族',
    registrationNumber: `G${identityNumber}`,
    identityNumber,
    note: '',
    ...rest,
  };
}

const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(index + 1));

const roster = (list: readonly RosterEntry[], rest: Partial<ClassRoster> = {}): ClassRoster => ({
  schoolName: '长葛市第一初级中学',
  schoolCode: '3141000001',
  grade: '2026级七年级',
  classGroup: '3班',
  classTeacher: '赵敏',
  asOf: civilDate('2026-09-24'),
  entries: list,
  ...rest,
});

const HEADINGS = ROSTER_COLUMNS.map(({ heading }) => heading).join('');

/** What stands between the column headings and the foot of each page, one page after the other. */
function bodyOf(pages: readonly (readonly PrintedText[])[]): string {
  return pages
    .map((page) => textOf(page).split(HEADINGS)[1]!)
    .map((text) => text.slice(0, text.search(/（以下空白）|班主任：/)))
    .join('');
}

const textOfRows = (list: readonly RosterEntry[]) => rosterRows(list).flat().join('').replace(/\s/g, '');

test('every page repeats title, class, counts, headings, signatures and foot, and says which page it is', async () => {
  const { pdf } = await printClassRoster(printer, roster(entries(85)), mark, code);
  const { pages, title } = await readPdf(pdf);
  assert.equal(title, '长葛市第一初级中学2026级七年级3班学生花名册');
  pages.forEach((page, index) => {
    const said = textOf(page);
    for (const part of [
      '长葛市第一初级中学学生花名册年级班级：2026级七年级3班班主任：赵敏学校标识码：3141000001',
      '学生人数：男43人女42人合计85人截至2026年9月24日',
      HEADINGS,
      '班主任：学籍管理员：校长：（学校盖章）年月日',
      `打印单位：长葛市第一初级中学打印人：赵敏打印时间：2026-09-2410:42第${index + 1}页共3页`,
      '核验码：0410-6105-0R3G-G2E8-Q',
    ]) {
      assert.ok(said.includes(part), `page ${index + 1} lacks ${part}`);
    }
  });
  assert.equal(textOf(pages.flat()).split('（以下空白）').length, 2, 'only after the last student');
});

test('a page holds exactly forty students', async () => {
  for (const [count, pages] of [
    [0, 1],
    [1, 1],
    [40, 1],
    [41, 2],
    [80, 2],
    [81, 3],
  ] as const) {
    assert.equal((await printClassRoster(printer, roster(entries(count)), mark, code)).pages, pages, `${count}`);
  }
  const { pdf } = await printClassRoster(printer, roster(entries(81)), mark, code);
  const last = (await readPdf(pdf)).pages.map((page) => bodyOf([page]));
  assert.deepEqual(
    last,
    [entries(40), entries(80).slice(40), [entry(81)]].map((_, page) => {
      const numbered = rosterRows(entries(81)).slice(page * 40, page * 40 + 40);
      return numbered.flat().join('');
    }),
  );
});

test('a thousand students are printed on twenty-five pages, each of them as given', async () => {
  const list = entries(1000);
  const { pdf, pages } = await printClassRoster(printer, roster(list), mark, code);
  assert.equal(pages, 25);
  assert.equal(bodyOf((await readPdf(pdf)).pages), textOfRows(list));
});

test('names of sixty characters, foreign names, rare characters, masked numbers and gaps are printed whole', async () => {
  const long = '古丽巴哈尔·'.repeat(10);
  assert.equal([...long].length, 60);
  const list = [
    entry(1, { name: long, ethnicity: '维吾尔族' }),
    entry(2, { name: '阿卜杜热合曼·买买提', note: '2026-09-03转入，随班就读，家长已确认全部信息' }),
    entry(3, { name: 'Alexandra Wolfeschlegelstein-Hausenberger' }),
    entry(4, { name: '𫖯䶮㛃' }),
    entry(5, { registrationNumber: 'G411082********0149', identityNumber: '411082********0149' }),
    entry(6, { numberInClass: '', sex: '', bornOn: '', ethnicity: '', registrationNumber: '', identityNumber: '' }),
    entry(7, { identityNumber: '无证件', registrationNumber: 'L411082201301031234', sex: '未说明的性别' }),
  ];
  const { pdf, missingGlyphs } = await printClassRoster(printer, roster(list), mark, code);
  assert.deepEqual(missingGlyphs, []);
  const { pages } = await readPdf(pdf);
  assert.equal(bodyOf(pages), textOfRows(list));
  assert.ok(textOf(pages[0]!).includes('男3人女2人其他2人合计7人'));
});

test('no text leaves its column or the sheet, however long it is', async () => {
  const list = [entry(1, { name: '古丽巴哈尔·'.repeat(10), note: '备注'.repeat(30) })];
  const { pdf } = await printClassRoster(printer, roster(list, { schoolName: '某某'.repeat(40) }), mark, code);
  const { pages } = await readPdf(pdf);
  assert.equal(pages.length, 1);
  const nameColumn = 18 + ROSTER_COLUMNS[0]!.width + ROSTER_COLUMNS[1]!.width;
  const pieces = pages[0]!.filter(({ text }) => text.includes('古丽'));
  assert.ok(pieces.length > 3);
  for (const { x } of pieces) assert.ok(x > nameColumn && x < nameColumn + ROSTER_COLUMNS[2]!.width);
  for (const { x, y } of pages[0]!) assert.ok(x > 16 && x < 196 && y > 8 && y < 290);
});

test('the columns fill the width of the sheet between its margins', () => {
  assert.equal(
    ROSTER_COLUMNS.reduce((sum, { width }) => sum + width, 0),
    178,
  );
});

test('who keeps a copy is said where a rule names them', async () => {
  const keptBy = ['班主任', '学校档案室', '长葛市教育体育局'];
  const { pdf } = await printClassRoster(printer, roster(entries(40), { keptBy }), mark, code);
  const { pages } = await readPdf(pdf);
  assert.equal(pages.length, 1);
  assert.ok(textOf(pages[0]!).includes('一式3份：班主任、学校档案室、长葛市教育体育局各存一份'));
});

test('the roster of a school begins with totals and gives each class its own pages', async () => {
  const classes = [roster(entries(45)), roster(entries(39).slice(1), { classGroup: '4班', classTeacher: '' })];
  const { pdf } = await printSchoolRoster(printer, classes, mark, code);
  const { pages, title } = await readPdf(pdf);
  assert.equal(title, '长葛市第一初级中学学生花名册');
  assert.equal(pages.length, 4);
  const totals = textOf(pages[0]!);
  for (const part of [
    '12026级七年级3班赵敏2322045',
    '22026级七年级4班未填1919038',
    '合计4241083',
    '学籍管理员：校长：（学校盖章）',
    '第1页共4页',
  ]) {
    assert.ok(totals.includes(part), part);
  }
  assert.ok(textOf(pages[3]!).includes('年级班级：2026级七年级4班班主任：未填'));
  assert.equal(bodyOf(pages.slice(3)), textOfRows(classes[1]!.entries));
});

test('a school roster of no class or of too many students is not begun', () => {
  assert.throws(() => printSchoolRoster(printer, [], mark, code), RangeError);
  assert.throws(() => printSchoolRoster(printer, [roster(entries(MOST_STUDENTS + 1))], mark, code), RangeError);
  assert.throws(() => rosterWorkbook([], mark), RangeError);
});

test('the workbook has the columns and texts of the printed roster, numbers as text', async () => {
  const list = [...entries(3), entry(4, { name: '𠮷田·=1+1', numberInClass: '', note: '=1+1' })];
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await buffer(rosterWorkbook([roster(list)], mark))).buffer as ArrayBuffer);
  const lines: string[][] = [];
  workbook.worksheets[0]!.eachRow((row) => {
    lines.push((row.values as unknown[]).slice(1).map((value) => (typeof value === 'string' ? value : '')));
  });
  const [title, facts, made, use, headings, ...rows] = lines;
  assert.deepEqual(title, ['长葛市第一初级中学学生花名册']);
  assert.match(facts![0]!, /学校标识码：3141000001　截至2026年9月24日　男2人　女2人　合计4人/);
  assert.match(made![0]!, /导出人：赵敏　导出时间：2026-09-24 10:42/);
  assert.match(use![0]!, /仅限学籍管理使用/);
  assert.deepEqual(headings, ['年级', '班级', ...ROSTER_COLUMNS.map(({ heading }) => heading)]);
  const expected = rosterRows(list).map((cells) => ['2026级七年级', '3班', ...cells]);
  assert.deepEqual(
    rows.map((row) => [...row, ...Array(11 - row.length).fill('')]),
    expected,
  );
});
