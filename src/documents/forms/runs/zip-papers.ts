/** 打包: the papers of a run in one file, a PDF for each class group. */
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** PDFs are compressed already, so they are only put side by side. */
export function zipPapers(papers: readonly { name: string; pdf: Uint8Array }[], at: Date): Readable {
  const zip = new ZipFile();
  for (const { name, pdf } of papers) zip.addBuffer(Buffer.from(pdf), `${name}.pdf`, { mtime: at, compress: false });
  zip.end();
  return zip.outputStream as Readable;
}
