import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { addDays, civilDate } from '../../kernel/civil-date.ts';
import { displayVerificationCode, verificationCode } from '../issued/verification-code.ts';
import { openPrinter } from '../printing/typst-printer.ts';
import { MOST_CARDS, printRegistrationCards, type RegistrationCard } from './registration-card.ts';

const printer = openPrinter();
after(() => printer.close());

const mark = { place: '长葛市第一初级中学', person: '赵敏', printedAt: new Date('2026-09-24T02:42:00Z') };
const codeOf = (number: number) => verificationCode(new Uint8Array(10).fill(number));

const person = {
  name: '林芳磊',
  sex: '男',
  bornOn: civilDate('2013-06-08'),
  identityDocument: '居民身份证',
  identityNumber: '411082201306080051',
  ethnicity: '汉族',
  nationality: '中国',
  politicalStatus: '共青团员',
  formerName: '',
  overseasStatus: '否',
  health: '健康或良好',
  nativePlace: '河南许昌',
  birthPlace: '河南省许昌市长葛市',
  householdPlace: '河南省许昌市长葛市长社路街道八七社区',
  householdKind: '非农业家庭',
  address: '河南省许昌市长葛市长社路街道葛天大道128号阳光花园3号楼2单元501室',
  phone: '13800000000',
};

const registration = {
  registrationNumber: 'G411082201306080051',
  secondaryNumber: '2641082010030012',
  schoolName: '长葛市第一初级中学',
  schoolCode: '3141000001',
  stage: '初中',
  grade: '2026级七年级',
  classGroup: '3班',
  numberInClass: '5',
  admittedIn: '2026年9月',
  admissionMode: '就近入学',
  origin: '正常入学',
  studyMode: '走读',
  state: '在读',
};

const guardian = (name: string) => ({
  name,
  relationship: '父亲',
  identityNumber: '411082198503120018',
  workplace: '长葛市某机械制造有限公司',
  phone: '13800000001',
});

const past = (number: number) => ({
  from: addDays(civilDate('2019-09-01'), number * 100),
  to: addDays(civilDate('2019-09-01'), number * 100 + 100),
  schoolName: `长葛市第${number}小学`,
  grades: '小学一年级',
  outcome: '转出',
});

const card = (rest: Partial<RegistrationCard> = {}): RegistrationCard => ({
  verificationCode: codeOf(1),
  supervisingAuthority: '长葛市教育体育局',
  asOf: civilDate('2026-09-24'),
  person,
  registration,
  guardians: [guardian('林建国')],
  history: [past(1), { ...past(2), to: '', outcome: '在读' }],
  changes: [
    {
      on: civilDate('2024-06-03'),
      kind: '关键数据变更',
      content: '姓名由“林方磊”变更为“林芳磊”',
      decidedBy: '长葛市教育体育局',
      caseNumber: '2024-变-000032',
    },
  ],
  ...rest,
});

const print = async (...cards: RegistrationCard[]) => {
  const { pdf, ...rest } = await printRegistrationCards(printer, cards, mark);
  return { ...rest, file: await readPdf(pdf) };
};

const picture = async (format: 'jpeg' | 'png' | 'webp') =>
  new Uint8Array(
    await sharp({ create: { width: 260, height: 320, channels: 3, background: '#9cc7ee' } })
      .toFormat(format)
      .toBuffer(),
  );

test('a card says everything that was given, on one page, and 未填 where nothing was', async () => {
  const { file, missingGlyphs, unreadablePhotos } = await print(card());
  assert.deepEqual([file.pages.length, missingGlyphs, unreadablePhotos], [1, [], []]);
  const said = textOf(file.pages[0]!);
  const given = card();
  const values = [
    ...Object.values(given.person),
    ...Object.values(given.registration),
    ...[...given.guardians, ...given.history, ...given.changes].flatMap((line) => Object.values(line)),
  ];
  for (const value of values) assert.ok(said.includes(value), `lacks ${value}`);
  for (const part of [
    '学生学籍卡学籍主管部门：长葛市教育体育局截至2026年9月24日',
    '曾用名未填',
    '贴照片处26毫米×32毫米',
    '学生或监护人核对（签字）',
    '学籍主管部门（盖章）',
    '打印人：赵敏打印时间：2026-09-2410:42第1页共1页',
    `核验码：${displayVerificationCode(codeOf(1))}`,
    '式样自拟',
  ]) {
    assert.ok(said.includes(part), `lacks ${part}`);
  }
});

test('each student has a sheet, a code and a page count of their own', async () => {
  const cards = [1, 2, 3].map((number) =>
    card({ verificationCode: codeOf(number), person: { ...person, name: `学生${number}号` } }),
  );
  const { file } = await print(...cards);
  assert.equal(file.pages.length, 3);
  file.pages.forEach((page, index) => {
    const said = textOf(page);
    assert.ok(said.includes(`姓名学生${index + 1}号性别`));
    assert.ok(said.includes(displayVerificationCode(codeOf(index + 1))));
    assert.ok(said.includes('第1页共1页'));
  });
});

test('a long history goes on a continuation sheet that names the student, and the next card begins anew', async () => {
  const history = Array.from({ length: 9 }, (_, index) => past(index + 1));
  const { file } = await print(card({ history }), card());
  const [first, second, third] = file.pages.map(textOf);
  assert.equal(file.pages.length, 3);
  assert.ok(first!.includes('（此前4条见续页）') && first!.includes('第1页共2页'));
  assert.ok(!first!.includes('长葛市第4小学') && first!.includes('长葛市第5小学') && first!.includes('长葛市第9小学'));
  assert.ok(second!.includes('学生学籍卡（续页）姓名：林芳磊学籍号：G411082201306080051'));
  for (const line of history) assert.ok(second!.includes(`${line.from}${line.to}${line.schoolName}`));
  assert.ok(second!.includes('第2页共2页'));
  assert.ok(third!.includes('第1页共1页') && !third!.includes('续页'));
});

test('the fullest card that is usual stays on one page', async () => {
  const history = Array.from({ length: 6 }, (_, index) => past(index + 1));
  const changes = Array.from({ length: 6 }, () => ({ ...card().changes[0]!, content: '变更内容说明'.repeat(6) }));
  const guardians = ['林建国', '赵秀英', '林大山', '阿卜杜热合曼·买买提'].map(guardian);
  const { file } = await print(card({ history, changes, guardians }));
  assert.equal(file.pages.length, 1);
});

test('sixty-character names and rare characters are printed whole, missing ones are said on that card', async () => {
  const long = '古丽巴哈尔·'.repeat(10);
  const cards = [long, '𫖯䶮㛃', '张𠮷'].map((name) => card({ person: { ...person, name } }));
  const { file, missingGlyphs } = await print(...cards);
  assert.deepEqual(missingGlyphs, ['𠮷']);
  const [first, second, third] = file.pages.map(textOf);
  assert.ok(first!.includes(`姓名${long}性别`) && !first!.includes('缺字'));
  assert.ok(second!.includes('姓名𫖯䶮㛃性别'));
  assert.ok(third!.includes('处字库缺字（U+20BB7）'));
});

test('photos of every usual format are printed, and one that is broken only leaves its place free', async () => {
  const photos = [await picture('jpeg'), await picture('png'), await picture('webp'), Uint8Array.of(1, 2, 3)];
  const { file, unreadablePhotos } = await print(...photos.map((photo) => card({ photo })), card());
  assert.deepEqual(file.pictures, [1, 1, 1, 0, 0]);
  assert.deepEqual(unreadablePhotos, [3]);
  assert.ok(textOf(file.pages[3]!).includes('贴照片处') && !textOf(file.pages[0]!).includes('贴照片处'));
});

test('no card and more cards than a class group are refused before printing', async () => {
  await assert.rejects(printRegistrationCards(printer, [], mark), RangeError);
  await assert.rejects(printRegistrationCards(printer, Array(MOST_CARDS + 1).fill(card()), mark), RangeError);
});
