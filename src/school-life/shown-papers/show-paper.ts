/** 上传凭证: takes in a picture of what was shown, and gives it back to whoever may see the student. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { PAPER_BYTES, readPaper } from '../../evidence/index.ts';
import { insertFiles } from '../../files/file.store.ts';
import { collect } from '../../files/file-store.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getOwnStudent } from '../attendance/reach.ts';
import { PAPERS_OF } from './paper-words.api.ts';
import type { ShowQuery } from './shown-papers.api.ts';
import { findEntryStudent, findShownPaper, listShownPapers, shownPaperRow } from './shown-papers.store.ts';

type Keepers = Pick<Services, 'db' | 'files' | 'newId'>;
const MOST_PAPERS = 6;

/**
 * Answers with the id of the picture. Refuses NOT_FOUND for an entry that is not the caller's, BAD_INPUT for a paper that
 * is not shown for such an entry, CONFLICT beyond six, TOO_LARGE, UNSUITABLE_FILE.
 */
export async function showPaper(services: Keepers, actor: Actor, wish: ShowQuery, upload: Readable): Promise<string> {
  // Before a byte is read, and once more when it is entered: reading takes its time.
  await services.db.read(scopeOf(actor), async (tx) => void (await openTo(tx, actor, wish)));
  const { bytes, mediaType, pages } = await readPaper(await collect(upload, PAPER_BYTES, '凭证图片'));
  const stored = await services.files.keep(bytes);
  try {
    return await services.db.write(scopeOf(actor), async (tx) => {
      const { student, school } = await openTo(tx, actor, wish);
      const id = services.newId();
      const { size, digest } = stored;
      const { studentId } = student;
      await insertFiles(tx, [{ ...stored, path: school.path, kind: 'EVIDENCE', mediaType, madeBy: actor.accountId }]);
      const paper = { studentId, id, ...wish, fileId: stored.id, mediaType, size, pages, digest };
      await tx.together(shownPaperRow(tx, paper, { school, by: actor }));
      await record(tx, asAuditActor(actor), {
        ...{ action: 'SHOW_PAPER', subjectKind: 'STUDENT', subjectId: studentId, path: school.path },
        detail: { ...wish, id, pages, digest: digest.toString('hex') },
      });
      return id;
    });
  } catch (error) {
    await services.files.remove(stored.id);
    throw error;
  }
}

async function openTo(tx: Transaction, actor: Actor, wish: ShowQuery) {
  const studentId = await findEntryStudent(tx, wish);
  if (!studentId) throw refuse('NOT_FOUND', { what: '此项登记' });
  const own = await getOwnStudent(tx, actor, studentId);
  const allowed: readonly string[] = PAPERS_OF[wish.entryKind];
  if (!allowed.includes(wish.paper)) throw refuse('BAD_INPUT', { what: '此项登记不用这种凭证' });
  if (((await listShownPapers(tx, [wish.entryId])).get(wish.entryId)?.length ?? 0) >= MOST_PAPERS) {
    throw refuse('CONFLICT', { what: `一项登记最多上传${MOST_PAPERS}份凭证` });
  }
  return own;
}

/** The picture, to be looked at and not run. Leaves a VIEW_SHOWN_PAPER row. Refuses NOT_FOUND. */
export async function openShownPaper({ db, files }: Pick<Services, 'db' | 'files'>, actor: Actor, id: string) {
  const { fileId, mediaType } = await db.write(scopeOf(actor), async (tx) => {
    const paper = await findShownPaper(tx, id);
    if (!paper) throw refuse('NOT_FOUND', { what: '此份凭证' });
    const { student } = await getOwnStudent(tx, actor, paper.studentId);
    await record(tx, asAuditActor(actor), {
      ...{ action: 'VIEW_SHOWN_PAPER', subjectKind: 'STUDENT', subjectId: paper.studentId, path: student.path },
      detail: { id, paper: paper.paper },
    });
    return paper;
  });
  return { file: await files.fetch(fileId), mediaType, sandboxed: true };
}
