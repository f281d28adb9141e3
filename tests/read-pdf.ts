/** 读回: what a printed file really says, read from the PDF by another program than the one that wrote it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text, where it begins and how far right it reaches, in millimetres from the left and upper edge of the sheet. */
export interface PrintedText {
  text: string;
  x: number;
  y: number;
  right: number;
}

/** A PDF as read back. */
export interface PrintedFile {
  pages: PrintedText[][];
  /** Millimetres across and down of each page, rounded. */
  sizes: [number, number][];
  title: string;
  author: string;
  /** As the format writes it: D:20260924104200. */
  createdAt: string;
  /** Pictures drawn on each page. */
  pictures: number[];
  isTagged: boolean;
}

const MILLIMETRE = 72 / 25.4;

/** Reads every page of a PDF. */
export async function readPdf(pdf: Uint8Array): Promise<PrintedFile> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const { info } = (await file.getMetadata()) as { info: Record<string, string> };
  const pages: PrintedText[][] = [];
  const pictures: number[] = [];
  const sizes: [number, number][] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push([Math.round(width / MILLIMETRE), Math.round(height / MILLIMETRE)]);
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [x, y] = item.transform.slice(4) as [number, number];
        return [
          { text: item.str, x: x / MILLIMETRE, y: (height - y) / MILLIMETRE, right: (x + item.width) / MILLIMETRE },
        ];
      }),
    );
    const { fnArray } = await page.getOperatorList();
    pictures.push(fnArray.filter((operator) => operator === PAINT_IMAGE).length);
  }
  const isTagged = (await (await file.getPage(1)).getStructTree()) !== null;
  await task.destroy();
  return {
    pages,
    sizes,
    title: info['Title'] ?? '',
    author: info['Author'] ?? '',
    createdAt: info['CreationDate'] ?? '',
    pictures,
    isTagged,
  };
}

/** The text of a page without any white space: where a line wraps is no part of what a paper says. */
export function textOf(page: readonly PrintedText[]): string {
  return page
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
}

const PAINT_IMAGE = 85;
