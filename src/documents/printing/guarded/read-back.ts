/** 读回: what a paper that an own template has set really says, read by another program than the one that wrote it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** All text without white space (where a line wraps is no part of it), and how many places lead out of the paper. */
export async function readBack(pdf: Uint8Array): Promise<{ text: string; links: number }> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false });
  try {
    const file = await task.promise;
    let text = '';
    let links = 0;
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      for (const item of items) if ('str' in item) text += item.str;
      const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string; unsafeUrl?: string }[];
      links += annotations.filter(({ url, unsafeUrl }) => url !== undefined || unsafeUrl !== undefined).length;
      page.cleanup();
    }
    return { text: text.replace(/\s/g, ''), links };
  } finally {
    await task.destroy();
  }
}
