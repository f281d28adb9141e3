import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { markFor } from '../print-mark.ts';
import { readFontFile } from './font-file.ts';
import { orderFamilies } from './typefaces.ts';
import { openPrinter } from './typst-printer.ts';

const { resolve } = createRequire(import.meta.url);
const westernFont = join(dirname(resolve('pdfjs-dist/package.json')), 'standard_fonts', 'LiberationSans-Regular.ttf');
const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
const printer = openPrinter();
after(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

const mark = markFor(
  '试印',
  { place: '长葛市第一初级中学', person: '赵敏', printedAt: new Date('2026-09-24T02:42:00Z') },
  null,
);
const columns = [{ heading: '姓名', width: 178, align: 'center' }];
const paper = (name: string) => ({ title: '试印', facts: [], columns, rows: [[name]], keptBy: '', signers: ['校长'] });
const data = (...names: string[]) => ({ papers: names.map(paper), mark });

test('a paper says who printed it and when, in the properties of the file too', async () => {
  const { pdf, pages, missingGlyphs } = await printer.printPdf('class-roster', data('王芳'));
  const file = await readPdf(pdf);
  assert.deepEqual([pages, missingGlyphs], [1, []]);
  assert.deepEqual([file.title, file.author, file.createdAt], ['试印', '长葛市第一初级中学', 'D:20260924024200Z']);
  const said = textOf(file.pages[0]!);
  for (const part of ['打印单位：长葛市第一初级中学', '打印人：赵敏', '打印时间：2026-09-2410:42', '第1页共1页']) {
    assert.ok(said.includes(part), part);
  }
  assert.ok(said.includes('未登记核验码，仅供核对'));
});

test('the same paper printed twice is the same file, byte for byte', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => printer.printPdf('class-roster', data('王芳'))));
  assert.deepEqual(one?.pdf, two?.pdf);
});

test('the structure for screen readers is written where it is asked for', async () => {
  const { pdf } = await printer.printPdf('class-roster', data('王芳'), { pdfTags: true });
  assert.equal((await readPdf(pdf)).isTagged, true);
});

test('characters of the standard list of names are printed, also outside the basic plane', async () => {
  const names = ['堃', '喆', '䶮', '㛃', '𬱖', '𫖯', '𬭊', '𠅤', '〇', '𫘝'];
  const { pdf, missingGlyphs } = await printer.printPdf('class-roster', data(...names));
  assert.deepEqual(missingGlyphs, []);
  const { pages } = await readPdf(pdf);
  names.forEach((name, index) => {
    assert.ok(textOf(pages[index]!).includes(name), name);
  });
});

test('a character that no font can draw is reported and named on its own paper only', async () => {
  const { pdf, missingGlyphs } = await printer.printPdf('class-roster', data('张𠮷', '王芳'));
  assert.deepEqual(missingGlyphs, ['𠮷']);
  const { pages } = await readPdf(pdf);
  assert.ok(textOf(pages[0]!).includes('处字库缺字（U+20BB7），请手写补全并加盖校对章'));
  assert.ok(!textOf(pages[1]!).includes('缺字'));
});

test('what cannot be seen is neither missing nor printed: controls, half pairs, marks that turn the direction', async () => {
  const name = '王\u0000\u007f\u202e芳\ufeff\u{e0100}';
  const { pdf, missingGlyphs } = await printer.printPdf('class-roster', data(name));
  assert.deepEqual(missingGlyphs, []);
  assert.ok(textOf((await readPdf(pdf)).pages[0]!).includes('王芳'));
  assert.deepEqual((await printer.printPdf('class-roster', data('王\ud842'))).missingGlyphs, ['\ufffd']);
});

test('text that looks like markup is text', async () => {
  const name = '#panic("x") *王* $x$ `芳` \\u{41} @a <b> // //';
  const { pdf } = await printer.printPdf('class-roster', data(name));
  assert.ok(textOf((await readPdf(pdf)).pages[0]!).includes(name.replace(/\s/g, '')));
});

test('a font in the folder of the installation draws what the product’s fonts cannot', async () => {
  copyFileSync(westernFont, join(folder, 'extra.ttf'));
  const name = 'Çağla Şahin';
  assert.deepEqual((await printer.printPdf('class-roster', data(name))).missingGlyphs, ['ğ', 'Ş']);
  const own = openPrinter({ fontFolder: folder });
  const { pdf, missingGlyphs } = await own.printPdf('class-roster', data(name));
  await own.close();
  assert.deepEqual(missingGlyphs, []);
  assert.ok(textOf((await readPdf(pdf)).pages[0]!).includes('ÇağlaŞahin'));
});

test('a font file that cannot be read stops printing and is named', async () => {
  writeFileSync(join(folder, 'broken.ttf'), 'no font');
  const own = openPrinter({ fontFolder: folder });
  await assert.rejects(own.printPdf('class-roster', data('王芳')), (error: Error) => {
    return /broken\.ttf/.test(String(error.cause));
  });
  rmSync(join(folder, 'broken.ttf'));
  assert.equal((await own.printPdf('class-roster', data('王芳'))).pages, 1);
  await own.close();
});

test('a fault in a paper fails that paper alone and never quotes what was in it', async () => {
  const broken = printer.printPdf('class-roster', { papers: [{ ...paper('王芳'), columns: '欧阳娜娜' }], mark });
  const whole = printer.printPdf('class-roster', data('王芳'));
  await assert.rejects(
    broken,
    (error: Error) => !/欧阳|王芳/.test(error.message) && /class-roster/.test(error.message),
  );
  assert.equal((await whole).pages, 1);
});

test('papers still waiting are rejected when the printer closes', async () => {
  const own = openPrinter();
  const waiting = own.printPdf('class-roster', data('王芳'));
  await Promise.all([assert.rejects(waiting, /closed/), own.close()]);
});

test('official faces come first where the installation has them, and every other family after them', () => {
  const order = orderFamilies(['Noto Sans SC', 'Noto Serif SC', 'SimHei', 'FangSong', 'SimSun-ExtB']);
  assert.deepEqual(order.body, ['FangSong', 'Noto Serif SC', 'Noto Sans SC', 'SimHei', 'SimSun-ExtB']);
  assert.equal(order.heading[0], 'SimHei');
  assert.equal(order.title[0], 'Noto Serif SC');
});

test('a font file tells its family and its characters', () => {
  const [face] = readFontFile(westernFont);
  assert.ok(face?.families.includes('Liberation Sans'));
  const drawn = ['A', 'ğ', 'é', '王', '𠮷'].map((character) => face!.has(character.codePointAt(0)!));
  assert.deepEqual(drawn, [true, true, true, false, false]);
  assert.throws(() => readFontFile(import.meta.filename));
});
