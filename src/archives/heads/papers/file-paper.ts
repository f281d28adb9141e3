/** 归档: puts papers into the files of students, scanned or as paper in the folder; none is ever taken out. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record, recordAll } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { PAPER_BYTES, readPaper } from '../../../evidence/index.ts';
import { insertFiles } from '../../../files/file.store.ts';
import { collect, type StoredFile } from '../../../files/file-store.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { refusalToRemove } from '../gaps/law-of-file.ts';
import type { PaperEntry, PaperOnlyEntry } from '../heads.api.ts';
import type { HeadCode } from '../sources/file-source.ts';
import { lawPlaceOf, openPlaceOf, placeOf } from '../standing/reach.ts';
import { PAPER_KINDS } from './paper-kinds.api.ts';
import { getPaper, paperRows } from './papers.store.ts';

type Keepers = Pick<Services, 'db' | 'files' | 'newId'>;

/** Which head, and under which words. Refuses BAD_INPUT where another paper has no name or head. */
function namingOf({ paper, head, what }: Pick<PaperEntry, 'paper' | 'head' | 'what'>): {
  head: HeadCode;
  what: string;
} {
  if (paper !== 'OTHER') return { head: PAPER_KINDS[paper].head, what: what ?? PAPER_KINDS[paper].words };
  if (!head || !what) throw refuse('BAD_INPUT', { what: '其他材料请写明名称，并选归入哪一部分' });
  return { head, what };
}

function refuseFuture(tx: Transaction, datedOn: string): void {
  if (datedOn > dayOf(tx.now)) throw refuse('BAD_INPUT', { what: '材料的落款日期不能晚于今天' });
}

/**
 * Takes in a scan. Answers with the id of the paper. Refuses NOT_FOUND for a student who is not the school's, BAD_INPUT,
 * TOO_LARGE, UNSUITABLE_FILE.
 */
export async function filePaper(
  services: Keepers,
  actor: Actor,
  studentId: string,
  entry: PaperEntry,
  upload: Readable,
): Promise<string> {
  const { head, what } = namingOf(entry);
  await services.db.read(scopeOf(actor), async (tx) => {
    refuseFuture(tx, entry.datedOn);
    await openPlaceOf(tx, actor, studentId);
  });
  const { bytes, mediaType, pages } = await readPaper(await collect(upload, PAPER_BYTES, '材料文件'));
  const stored: StoredFile = await services.files.keep(bytes);
  try {
    return await services.db.write(scopeOf(actor), async (tx) => {
      const { school } = await openPlaceOf(tx, actor, studentId);
      if (entry.corrects) await tx.beyondScope(() => getPaper(tx, studentId, entry.corrects!));
      const id = services.newId();
      const file = { ...stored, path: school.path, kind: 'EVIDENCE' as const, mediaType, madeBy: actor.accountId };
      await insertFiles(tx, [file]);
      const paper = { studentId, id, head, paper: entry.paper, what, datedOn: entry.datedOn as CivilDate };
      const { size, digest } = stored;
      await tx.together(
        paperRows(
          tx,
          [{ ...paper, fileId: stored.id, mediaType, size, pages, digest, corrects: entry.corrects ?? null }],
          { schoolId: school.id, path: school.path, by: actor },
        ),
      );
      await record(tx, asAuditActor(actor), {
        ...{ action: 'FILE_PAPER', subjectKind: 'STUDENT', subjectId: studentId, path: school.path },
        detail: { paper: entry.paper, head, id, pages, digest: digest.toString('hex') },
      });
      return id;
    });
  } catch (error) {
    await services.files.remove(stored.id);
    throw error;
  }
}

/** 纸质在档: enters for several students that the paper itself lies in their folders. Answers with how many. */
export async function filePaperOnly(tx: Transaction, actor: Actor, entry: PaperOnlyEntry): Promise<number> {
  const { head, what } = namingOf(entry);
  refuseFuture(tx, entry.datedOn);
  const ids = [...new Set(entry.studentIds)];
  const place = { schoolId: actor.institution.id, path: actor.institution.path, by: actor };
  for (const studentId of ids) await openPlaceOf(tx, actor, studentId);
  const none = { fileId: null, mediaType: null, size: null, pages: null, digest: null, corrects: null };
  const papers = ids.map((studentId) => ({
    ...{ studentId, id: tx.newId(), head, paper: entry.paper, what, datedOn: entry.datedOn as CivilDate, ...none },
  }));
  await tx.together(paperRows(tx, papers, place));
  await recordAll(
    tx,
    asAuditActor(actor),
    papers.map(({ studentId, id }) => ({
      ...{ action: 'FILE_PAPER', subjectKind: 'STUDENT', subjectId: studentId, path: place.path },
      detail: { paper: entry.paper, head, id },
    })),
  );
  return ids.length;
}

/** 撤出: always refused, in the words of the law of the school's place; a wrong paper is put right by another. */
export async function takeOut(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  { studentId, paperId }: { studentId: string; paperId: string },
): Promise<never> {
  const { school, closedOn } = await placeOf(tx, actor, studentId);
  const paper = await tx.beyondScope(() => getPaper(tx, studentId, paperId));
  if (closedOn && dayOf(paper.enteredAt) >= closedOn) throw refuse('NOT_FOUND', { what: '此份归档材料' });
  const sentence = refusalToRemove(law, lawPlaceOf(school, tx.now));
  throw refuse('LAW_REFUSES', { sentence: sentence ?? '归档材料不得撤出；材料有误的，另附更正说明，原件仍留在档案内' });
}

/** The pages of a scan, to be looked at and not run. Leaves a VIEW_FILE_PAPER row. */
export async function openPaper(
  { db, files }: Pick<Services, 'db' | 'files'>,
  actor: Actor,
  { studentId, paperId }: { studentId: string; paperId: string },
) {
  const { fileId, mediaType } = await db.write(scopeOf(actor), async (tx) => {
    const { closedOn, path } = await placeOf(tx, actor, studentId);
    const paper = await tx.beyondScope(() => getPaper(tx, studentId, paperId));
    if (!paper.fileId || (closedOn && dayOf(paper.enteredAt) >= closedOn))
      throw refuse('NOT_FOUND', { what: '此份归档材料' });
    await record(tx, asAuditActor(actor), {
      ...{ action: 'VIEW_FILE_PAPER', subjectKind: 'STUDENT', subjectId: studentId, path },
      detail: { id: paperId, paper: paper.paper },
    });
    return paper;
  });
  return { file: await files.fetch(fileId!), mediaType: mediaType!, sandboxed: true };
}
