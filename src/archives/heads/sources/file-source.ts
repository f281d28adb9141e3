/** 档案来源: what a feature must tell so that its records stand in a student's file; the file is read from it, never kept twice. */
import type { Services } from '../../../access/index.ts';
import { institutionsById } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { FILE_PARTS } from '../../../policy/index.ts';

/** 学籍档案的各部分: what the law lists, and what authorities set beside it. */
export const HEADS = { ...FILE_PARTS, FURTHER: '教育行政部门规定的其他信息和材料' } as const;
export type HeadCode = keyof typeof HEADS;

/** One thing in the file: a paper, a report, a record, a change. */
export interface FileItem {
  /** Unique in its head. */
  key: string;
  /** 2026学年第一学期综合素质报告. Nothing classified: the contents page is printed. */
  what: string;
  on: CivilDate;
  /** The day on which it was entered, where that is another: a former school sees nothing of what came in later. */
  enteredOn?: CivilDate | undefined;
  schoolName: string | null;
  /** 转学办件, 本校归档, 体质健康测试: where it comes from, as people call it. */
  source: string;
  /** The page on which it opens; null where the thing itself is on paper. */
  to: string | null;
  /** A paper that was put straight into the file: what a correction names. */
  filedId?: string | undefined;
  /** The same where it was scanned, to be looked at in place. */
  paperId?: string | undefined;
  /** False for what lies in the head and does not fill it: discipline is no report. */
  fills?: false;
  /** What stands on it, where it is asked for whole: marks, ratings, measurements. Classified. */
  values?: readonly { label: string; value: string }[] | undefined;
}

export interface Asking {
  tx: Transaction;
  services: Pick<Services, 'cipher' | 'law'>;
  /** With what stands on each item: for a file that leaves. */
  whole: boolean;
  /** What several heads are read from is read once for the file; `what` names it. */
  once<T>(what: string, read: () => Promise<T>): Promise<T>;
  /** Names of schools by id; a school is looked up once for the file. */
  schoolNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** For one file. */
export function askingOf({ tx, services, whole }: Pick<Asking, 'tx' | 'services' | 'whole'>): Asking {
  const read = new Map<string, Promise<unknown>>();
  const names = new Map<string, string>();
  return {
    ...{ tx, services, whole },
    once: <T>(what: string, work: () => Promise<T>) => {
      const known = (read.get(what) as Promise<T> | undefined) ?? work();
      read.set(what, known);
      return known;
    },
    schoolNames: async (ids) => {
      const unknown = [...new Set(ids)].filter((id) => !names.has(id));
      if (unknown.length > 0) {
        for (const [id, { name }] of await institutionsById(tx, unknown)) names.set(id, name);
      }
      return names;
    },
  };
}

/**
 * Both are asked beyond the caller's scope, once it is known that the caller may see the student: a file goes with the
 * child from school to school.
 */
export interface FileSource {
  /** Everything that the student has, in any order. */
  itemsOf(asking: Asking, studentId: string): Promise<FileItem[]>;
  /** Which of these students have anything at all. */
  having(tx: Transaction, studentIds: readonly string[]): Promise<ReadonlySet<string>>;
}
