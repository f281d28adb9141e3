/** 归档材料存取: papers put straight into a file, and heads of which it is said that there is nothing. */
import type { Selectable } from 'kysely';
import { isOneOf } from '../../../db/is-one-of.ts';
import type { FilePapers } from '../../../db/tables.ts';
import type { Transaction, Write } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { HeadCode } from '../sources/file-source.ts';

/** One paper of a file. */
export interface FiledPaper {
  studentId: string;
  id: string;
  schoolId: string;
  path: string;
  head: HeadCode;
  paper: string;
  what: string;
  datedOn: CivilDate;
  /** Null where only the paper itself is kept. */
  fileId: string | null;
  mediaType: string | null;
  size: number | null;
  pages: number | null;
  digest: Buffer | null;
  corrects: string | null;
  enteredByName: string;
  enteredAt: Date;
}

const asPaper = (row: Selectable<FilePapers>): FiledPaper => ({
  ...{ studentId: row.student_id, id: row.id, schoolId: row.school_id, path: row.path },
  ...{ head: row.head as HeadCode, paper: row.paper, what: row.what, datedOn: row.dated_on as CivilDate },
  ...{ fileId: row.file_id, mediaType: row.media_type, size: row.size, pages: row.pages, digest: row.digest },
  ...{ corrects: row.corrects, enteredByName: row.entered_by_name, enteredAt: row.entered_at },
});

/** Papers of these students, first put in first. */
export async function listPapers(tx: Transaction, studentIds: readonly string[]): Promise<FiledPaper[]> {
  const rows = await tx.byKey
    .selectFrom('file_papers')
    .selectAll()
    .where(isOneOf('student_id', studentIds))
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map(asPaper);
}

/** Refuses NOT_FOUND where the student's file has no such paper. */
export async function getPaper(tx: Transaction, studentId: string, id: string): Promise<FiledPaper> {
  const row = await tx.byKey
    .selectFrom('file_papers')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此份归档材料' });
  return asPaper(row);
}

/** In which heads these students have papers. */
export async function headsWithPapers(
  tx: Transaction,
  studentIds: readonly string[],
): Promise<{ studentId: string; head: HeadCode }[]> {
  const rows = await tx.byKey
    .selectFrom('file_papers')
    .select(['student_id as studentId', 'head'])
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .execute();
  return rows as { studentId: string; head: HeadCode }[];
}

/** Who put something in, at which school. */
export interface Entering {
  schoolId: string;
  path: string;
  by: { accountId: string; personName: string };
}

/** Columns that everything put into a file has. */
export const enteredRow = (tx: Transaction, { schoolId, path, by }: Entering) => ({
  ...{ school_id: schoolId, path, entered_by: by.accountId, entered_by_name: by.personName, entered_at: tx.now },
});

/** Puts papers in; nothing ever takes them out. */
export const paperRows = (
  tx: Transaction,
  papers: readonly Omit<FiledPaper, 'schoolId' | 'path' | 'enteredByName' | 'enteredAt'>[],
  entering: Entering,
): Write => ({
  into: 'file_papers',
  rows: papers.map((one) => ({
    ...{ student_id: one.studentId, id: one.id, head: one.head, paper: one.paper, what: one.what },
    ...{ dated_on: one.datedOn, file_id: one.fileId, media_type: one.mediaType, size: one.size, pages: one.pages },
    ...{ digest: one.digest, corrects: one.corrects, ...enteredRow(tx, entering) },
  })),
});

/** 注明无: of this head there is nothing, said in a term. */
export interface Note {
  studentId: string;
  head: HeadCode;
  schoolYear: number;
  term: 1 | 2;
  enteredByName: string;
  enteredAt: Date;
}

/** What was said of these students, latest last. */
export async function listNotes(tx: Transaction, studentIds: readonly string[]): Promise<Note[]> {
  const rows = await tx.byKey
    .selectFrom('file_notes')
    .select(['student_id as studentId', 'head', 'school_year as schoolYear', 'term'])
    .select(['entered_by_name as enteredByName', 'entered_at as enteredAt'])
    .where(isOneOf('student_id', studentIds))
    .orderBy('entered_at')
    .execute();
  return rows as Note[];
}

/** Says it of these students. */
export const noteRows = (
  tx: Transaction,
  notes: readonly Pick<Note, 'studentId' | 'head' | 'schoolYear' | 'term'>[],
  entering: Entering,
): Write => ({
  into: 'file_notes',
  rows: notes.map(({ studentId, head, schoolYear, term }) => ({
    ...{ student_id: studentId, id: tx.newId(), head, school_year: schoolYear, term, ...enteredRow(tx, entering) },
  })),
});
