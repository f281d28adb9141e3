/** 直接归档的材料: what was put straight into a head of the file, scanned or on paper. */
import { dayOf } from '../../../kernel/civil-date.ts';
import type { FileSource, HeadCode } from '../sources/file-source.ts';
import { listPapers } from './papers.store.ts';

/** The papers of one head; one that was put right later says so and stays. */
export const filedPapers = (head: HeadCode): Pick<FileSource, 'itemsOf'> => ({
  itemsOf: async (asking, studentId) => {
    const all = await asking.once('papers', () => listPapers(asking.tx, [studentId]));
    const corrected = new Set(all.map(({ corrects }) => corrects));
    const own = all.filter((one) => one.head === head);
    const schools = await asking.schoolNames(own.map(({ schoolId }) => schoolId));
    return own.map((one) => ({
      ...{ key: one.id, on: one.datedOn, schoolName: schools.get(one.schoolId) ?? null, to: null },
      what: corrected.has(one.id) ? `${one.what}（已有更正说明）` : one.what,
      source: `${one.corrects ? '更正说明' : '归档材料'}，${one.fileId ? `扫描件${one.pages}页` : '纸质在档'}`,
      enteredOn: dayOf(one.enteredAt),
      filedId: one.id,
      ...(one.fileId ? { paperId: one.id } : {}),
    }));
  },
});
