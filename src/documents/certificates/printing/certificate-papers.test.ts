/** 证书打印: what was printed is read back and equals the data, whatever the names are. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { readPdf, textOf } from '../../../../tests/read-pdf.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { verificationCode } from '../../issued/verification-code.ts';
import { openPrinter } from '../../printing/typst-printer.ts';
import { type CertificatePaper, printCertificates } from './certificate-paper.ts';
import { type GraduateRoster, printGraduateRoster } from './graduate-roster.ts';
import { hanDay, hanMonth } from './written-words.ts';

const printer = openPrinter();
after(() => printer.close());

const mark = { place: '成都市武侯区实验中学', person: '赵敏', printedAt: new Date('2027-06-24T02:42:00Z') };
/** 60 characters, as the longest names are written, and one that few fonts can draw. */
const LONG = '阿卜杜热合曼·'.repeat(9).slice(0, 60);
const RARE = '𫖯䶮';

const paper: CertificatePaper = {
  ...{ stage: 'SENIOR', outcome: 'GRADUATED', schoolName: '成都市武侯区实验中学', schoolCode: '3451000001' },
  ...{ studiedFrom: civilDate('2024-09-01'), studiedTo: civilDate('2027-06-21') },
  ...{ number: '51010720273000001', name: '林芳磊', sex: '男', bornOn: civilDate('2009-10-30') },
  marks: [
    { mark: 'PRINCIPAL', by: '校长' },
    { mark: 'SCHOOL', by: '成都市武侯区实验中学' },
    { mark: 'CITY', by: '成都市教育局' },
    { mark: 'REGISTRY', by: '成都市教育局' },
  ],
  verificationCode: verificationCode(new Uint8Array(10).fill(7)),
};

test('dates stand in Han numerals', () => {
  assert.equal(hanDay(civilDate('2010-10-20')), '二〇一〇年十月二十日');
  assert.equal(hanDay(civilDate('2027-06-01')), '二〇二七年六月一日');
  assert.equal(hanDay(civilDate('2027-11-30')), '二〇二七年十一月三十日');
  assert.equal(hanMonth(civilDate('2024-09-01')), '二〇二四年九月');
});

test('a certificate says who studied what and when, and has a place for each mark', async () => {
  const grey = { width: 358, height: 441, channels: 3, background: '#cfd8e3' } as const;
  const photo = await sharp({ create: grey }).jpeg().toBuffer();
  const long = { ...paper, name: LONG, number: '51010720273000002', verificationCode: null };
  const completed = { ...paper, outcome: 'COMPLETED', name: RARE, marks: [paper.marks[1]!] } as const;
  const { pdf, pages } = await printCertificates(printer, [{ ...paper, photo }, long, completed], mark);
  assert.equal(pages, 3);
  const read = await readPdf(pdf);
  const [first = '', second = '', third = ''] = read.pages.map(textOf);
  const words = '学生林芳磊，男，二〇〇九年十月三十日生，于二〇二四年九月至二〇二七年六月在我校普通高中学习';
  assert.ok(first.includes(words), first);
  for (const said of [
    '毕业证书',
    '51010720273000001',
    '准予毕业',
    '二〇二七年六月二十一日',
    '（市级教育行政部门鉴印）',
  ]) {
    assert.ok(first.includes(said), `${said} is not on the certificate: ${first}`);
  }
  assert.ok(second.includes(`学生${LONG}，`), second);
  assert.doesNotMatch(second, /核验码/);
  assert.match(third, /结业证书.*未达到毕业条件，准予结业/);
  assert.doesNotMatch(third, /鉴印/);
  assert.deepEqual(read.pictures.slice(0, 2), [1, 0]);
  await assert.rejects(printCertificates(printer, [], mark), RangeError);
});

test('the roster has one copy for each keeper, marked with whose it is and counted by itself', async () => {
  const entry = {
    ...{ classWords: '高三(1)班', name: '林芳磊', sex: '男', bornOn: civilDate('2009-10-30') },
    ...{ registrationNumber: 'G5101**********0051', certificateNumber: '51010720273000001' },
  };
  const entries = Array.from({ length: 45 }, (_, place) => ({
    ...entry,
    name: place === 44 ? LONG : `学生${place + 1}`,
  }));
  const roster: GraduateRoster = {
    ...{ schoolName: '成都市武侯区实验中学', schoolCode: '3451000001', certificates: '2027年普通高中毕业证书' },
    ...{ makerName: '成都市教育局', numberedOn: civilDate('2027-06-24'), entries },
    keepers: ['学校', '县（市、区）教育行政部门', '市（州）教育行政部门'],
  };
  const { pdf, pages } = await printGraduateRoster(printer, roster, mark, null);
  assert.equal(pages, 6);
  const read = (await readPdf(pdf)).pages.map(textOf);
  for (const [place, keeper] of roster.keepers.entries()) {
    const last = read[place * 2 + 1] ?? '';
    assert.ok(last.includes(`一式3份，第${place + 1}份，${keeper}存`), last);
    assert.ok(last.includes('第2页共2页'), last);
    assert.ok(last.includes(LONG), last);
  }
  assert.match(read[0] ?? '', /男45人　?女0人　?合计45人/);
});
