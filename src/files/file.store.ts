/** 文件登记: which files there are, what they are and where they belong; their bytes lie outside the database. */
import type { Transaction } from '../db/transaction.ts';
import type { StoredFile } from './file-store.ts';

export interface FileRow extends StoredFile {
  path: string;
  kind: 'WORKBOOK' | 'PHOTO' | 'EVIDENCE' | 'PACKAGE' | 'SCHOOL_FILE';
  mediaType: string;
  madeBy: string;
}

/** Enters files that were kept; what is not entered belongs to nobody. */
export async function insertFiles(tx: Transaction, files: readonly FileRow[]): Promise<void> {
  if (files.length === 0) return;
  await tx.sql
    .insertInto('files')
    .values(
      files.map(({ id, path, kind, mediaType, size, digest, madeBy }) => ({
        id,
        path,
        kind,
        media_type: mediaType,
        size,
        digest,
        made_by: madeBy,
        made_at: tx.now,
      })),
    )
    .execute();
}
