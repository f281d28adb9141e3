/** 两个PDF库: the roster and the certificates drawn with pdfkit and with pdf-lib, the same words in the same font. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib';
import PdfKit from 'pdfkit';

/** A sheet of words and lines, in points from the upper left. */
export interface Sheet {
  texts: { x: number; y: number; size: number; text: string }[];
  lines: [x1: number, y1: number, x2: number, y2: number][];
}

const A4: [number, number] = [595.28, 841.89];
const { resolve } = createRequire(import.meta.url);
const FONT = join(
  resolve('@expo-google-fonts/noto-serif-sc/package.json'),
  '..',
  '400Regular',
  'NotoSerifSC_400Regular.ttf',
);

/** One document of the sheets, by pdfkit. */
export async function byPdfKit(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = new PdfKit({ size: A4, autoFirstPage: false, margin: 0 });
  const written = buffer(file);
  file.registerFont('serif', FONT);
  for (const { texts, lines } of sheets) {
    file.addPage().font('serif').lineWidth(0.5);
    for (const [x1, y1, x2, y2] of lines) file.moveTo(x1, y1).lineTo(x2, y2).stroke();
    for (const { x, y, size, text } of texts) file.fontSize(size).text(text, x, y, { lineBreak: false });
  }
  file.end();
  return written;
}

/** The same by pdf-lib. */
export async function byPdfLib(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.registerFontkit(fontkit);
  const font = await file.embedFont(readFileSync(FONT), { subset: true });
  for (const sheet of sheets) drawSheet(file.addPage(A4), sheet, font);
  return file.save();
}

function drawSheet(page: PDFPage, { texts, lines }: Sheet, font: PDFFont): void {
  const [, height] = A4;
  for (const [x1, y1, x2, y2] of lines) {
    page.drawLine({ start: { x: x1, y: height - y1 }, end: { x: x2, y: height - y2 }, thickness: 0.5 });
  }
  for (const { x, y, size, text } of texts) page.drawText(text, { x, y: height - y - size, size, font });
}

const MILLIMETRE = 72 / 25.4;
const ROW = 5.6;

/** A page of a roster: title, facts, headings, forty rows within their lines, and the foot. Widths in millimetres. */
export function rosterSheet(
  head: readonly string[],
  columns: readonly { heading: string; width: number }[],
  rows: readonly (readonly string[])[],
): Sheet {
  const sheet: Sheet = { texts: [], lines: [] };
  const put = (x: number, y: number, size: number, text: string) =>
    void (text !== '' && sheet.texts.push({ x: x * MILLIMETRE, y: y * MILLIMETRE, size, text }));
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    void sheet.lines.push([x1 * MILLIMETRE, y1 * MILLIMETRE, x2 * MILLIMETRE, y2 * MILLIMETRE]);
  for (const [at, words] of head.entries()) put(18, 11 + at * 6, at === 0 ? 18 : 10.5, words);
  const top = 34;
  const bottom = top + 9 + rows.length * ROW;
  let x = 18;
  for (const [at, { heading, width }] of columns.entries()) {
    put(x + 0.8, top + 2, 9.5, heading);
    for (const [place, row] of rows.entries()) put(x + 0.8, top + 9 + place * ROW + 1, 10, row[at] ?? '');
    line(x, top, x, bottom);
    x += width;
  }
  line(x, top, x, bottom);
  for (let at = 0; at <= rows.length + 1; at++)
    line(18, top + (at ? 9 : 0) + Math.max(0, at - 1) * ROW, x, top + (at ? 9 : 0) + Math.max(0, at - 1) * ROW);
  put(18, 282, 8, '打印单位：长葛市第一初级中学　打印人：赵敏　打印时间：2026-09-24 10:42');
  return sheet;
}

/** A certificate: its lines of words, one under the other. */
export const certificateSheet = (words: readonly string[]): Sheet => ({
  texts: words.map((text, at) => ({ x: 80, y: 90 + at * 34, size: 16, text })),
  lines: [
    [60, 60, 535, 60],
    [535, 60, 535, 780],
    [535, 780, 60, 780],
    [60, 780, 60, 60],
  ],
});
