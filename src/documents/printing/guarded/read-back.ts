/** 读回: what a paper that an own template has set really says, read by another program than the one that wrote it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text smaller than this many points, or beyond the edge of the sheet, tells nobody anything. */
const LEAST_POINTS = 4;

/** All text that can be read, without white space (where a line wraps is no part of it), and how many places lead out. */
export async function readBack(pdf: Uint8Array): Promise<{ text: string; links: number }> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false });
  try {
    const file = await task.promise;
    let text = '';
    let links = 0;
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const [left, bottom, right, top] = page.view as [number, number, number, number];
      for (const item of items) {
        if (!('str' in item)) continue;
        const [, , across, up, x, y] = item.transform as [number, number, number, number, number, number];
        const isOnSheet = x >= left && x <= right && y >= bottom && y <= top;
        if (isOnSheet && Math.hypot(across, up) >= LEAST_POINTS) text += item.str;
      }
      const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string; unsafeUrl?: string }[];
      links += annotations.filter(({ url, unsafeUrl }) => url !== undefined || unsafeUrl !== undefined).length;
      page.cleanup();
    }
    return { text: text.replace(/\s/g, ''), links };
  } finally {
    await task.destroy();
  }
}
