/** 原文: the text of an instrument that an installation may attach: one file a text, `SC.txt`, articles under `# 第一条`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bareArticle } from './clause-index.ts';

/** The words of a text, by bare article; what stands before the first heading is the text as a whole. */
export interface AttachedText {
  whole: string | null;
  of(article: string): string | null;
}

const NOTHING: AttachedText = { whole: null, of: () => null };

/** Reads the text of an instrument from the folder; nothing where the installation attached none. */
export async function readAttachedText(folder: string | undefined, instrumentId: string): Promise<AttachedText> {
  if (folder === undefined) return NOTHING;
  try {
    return divided(await readFile(path.join(folder, `${instrumentId}.txt`), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING;
    throw error;
  }
}

/** Divides a text at its headings: lines that begin with `#`. */
export function divided(text: string): AttachedText {
  const [before = '', ...parts] = text.replaceAll('\r\n', '\n').split(/^#+[ \t]*/m);
  const byArticle = new Map(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return [bareArticle(heading.trim()), lines.join('\n').trim()];
    }),
  );
  return { whole: before.trim() || null, of: (article) => byArticle.get(bareArticle(article)) || null };
}
