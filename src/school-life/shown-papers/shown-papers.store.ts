/** 凭证存取: pictures are only added; what was shown stays with what was decided on it. */
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction, Write } from '../../db/transaction.ts';
import type { EntryKind, ShownPaperCode } from './paper-words.api.ts';

export interface ShownPaper {
  studentId: string;
  id: string;
  entryKind: EntryKind;
  entryId: string;
  paper: ShownPaperCode;
  fileId: string;
  mediaType: string;
  size: number;
  pages: number;
  digest: Buffer;
}

const COLUMNS = [
  'student_id as studentId',
  'id',
  'entry_kind as entryKind',
  'entry_id as entryId',
  'paper',
  'file_id as fileId',
  'media_type as mediaType',
  'size',
  'pages',
  'digest',
] as const;

/** By entry, first shown first. */
export async function listShownPapers(
  tx: Transaction,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, ShownPaper[]>> {
  if (entryIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('school_life_papers')
    .select(COLUMNS)
    .where(isOneOf('entry_id', entryIds))
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows as ShownPaper[], ({ entryId }) => entryId);
}

export async function findShownPaper(tx: Transaction, id: string): Promise<ShownPaper | undefined> {
  const row = await tx.sql.selectFrom('school_life_papers').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row as ShownPaper | undefined;
}

/** Whose entry it is; undefined where there is none in the scope. */
export async function findEntryStudent(
  tx: Transaction,
  { entryKind, entryId }: { entryKind: EntryKind; entryId: string },
): Promise<string | undefined> {
  const table = entryKind === 'AWARD' ? 'awards' : 'leaves_of_absence';
  const row = await tx.sql
    .selectFrom(table)
    .select('student_id as studentId')
    .where('id', '=', entryId)
    .executeTakeFirst();
  return row?.studentId;
}

export const shownPaperRow = (
  tx: Transaction,
  one: ShownPaper,
  of: { school: { id: string; path: string }; by: { accountId: string; personName: string } },
): Write => ({
  into: 'school_life_papers',
  rows: [
    {
      ...{ student_id: one.studentId, id: one.id, school_id: of.school.id, path: of.school.path },
      ...{ entry_kind: one.entryKind, entry_id: one.entryId, paper: one.paper, file_id: one.fileId },
      ...{ media_type: one.mediaType, size: one.size, pages: one.pages, digest: one.digest },
      ...{ entered_by: of.by.accountId, entered_by_name: of.by.personName, entered_at: tx.now },
    },
  ],
});
