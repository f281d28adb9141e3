/** 学生学籍档案: a student's file put together from the features that keep its parts, as of a day; nothing is kept twice. */
import type { Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { heads } from '../heads.ts';
import { filedPapers } from '../papers/filed-papers.ts';
import { askingOf, type FileItem, type HeadCode } from '../sources/file-source.ts';

export interface HeadOfFile {
  code: HeadCode;
  title: string;
  /** Latest first. */
  items: FileItem[];
}

/**
 * All heads with their items; of those that came or were entered on `before` or later a school that the student has
 * left sees nothing.
 * `whole`: with what stands on each item. Whether the caller may see the student at all is asked by whoever calls.
 */
export async function fileOf(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'law'>,
  studentId: string,
  before?: CivilDate | undefined,
  whole = false,
): Promise<HeadOfFile[]> {
  const asking = askingOf({ tx, services, whole });
  return tx.beyondScope(async () => {
    const file: HeadOfFile[] = [];
    for (const { code, title, sources } of heads) {
      const found: FileItem[] = [];
      for (const source of [...sources, filedPapers(code)]) found.push(...(await source.itemsOf(asking, studentId)));
      const items = found
        .filter(({ on, enteredOn = on }) => before === undefined || (on < before && enteredOn < before))
        .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
      file.push({ code, title, items });
    }
    return file;
  });
}
