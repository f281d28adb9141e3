/** 家长拍照上传: each photograph is read and made anew as every paper is, and waits for the request it belongs to. */
import type { Readable } from 'node:stream';
import {
  type FamilyCaller,
  type FileAnswer,
  familyAsAuditActor,
  familySubject,
  type Services,
} from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { PAPER_BYTES, readPaper } from '../../evidence/index.ts';
import { insertFiles } from '../../files/file.store.ts';
import { collect } from '../../files/file-store.ts';
import { refuse } from '../../kernel/refusal.ts';
import { deletePaper, type FamilyPaper, insertPaper, listLoosePapers, listPapersOf } from './paper.store.ts';
import { listOwnRequests } from './request.store.ts';

/** What one request may carry, and so what may lie loose. */
export const MOST_LOOSE = 9;

/** Keeps one paper. Refuses CONFLICT past the ninth, UNSUITABLE_FILE and TOO_LARGE as for every paper. */
export async function keepPaper(
  { db, files, newId }: Pick<Services, 'db' | 'files' | 'newId'>,
  family: FamilyCaller,
  what: string,
  upload: Readable,
): Promise<string> {
  const { studentId, linkId, path, scope } = family;
  await db.read(scope, (tx) => refuseMore(tx, family));
  const paper = await readPaper(await collect(upload, PAPER_BYTES, '材料照片'));
  const stored = await files.keep(paper.bytes);
  try {
    return await db.write(scope, async (tx) => {
      await refuseMore(tx, family);
      const id = newId();
      const { mediaType, pages } = paper;
      await insertFiles(tx, [{ ...stored, path, kind: 'EVIDENCE', mediaType, madeBy: linkId }]);
      const { size, digest } = stored;
      await insertPaper(tx, {
        ...{ id, studentId, linkId, path, what, mediaType, pages, size, digest },
        ...{ fileId: stored.id, requestId: null },
      });
      await record(tx, familyAsAuditActor(family), {
        action: 'FAMILY_PAPER',
        ...familySubject(family),
        path,
        detail: { paper: id, digest: digest.toString('hex'), link: linkId },
      });
      return id;
    });
  } catch (error) {
    await files.remove(stored.id);
    throw error;
  }
}

async function refuseMore(tx: Transaction, { studentId, linkId }: FamilyCaller): Promise<void> {
  if ((await listLoosePapers(tx, studentId, linkId)).length >= MOST_LOOSE) {
    throw refuse('CONFLICT', { what: `一次最多附${MOST_LOOSE}张照片，请先删去不需要的` });
  }
}

/** Takes a loose one back. Refuses NOT_FOUND for what is not the guardian's or belongs to a request. */
export async function dropPaper(
  { db, files }: Pick<Services, 'db' | 'files'>,
  family: FamilyCaller,
  id: string,
): Promise<void> {
  await db.write(family.scope, async (tx) => {
    const one = (await listLoosePapers(tx, family.studentId, family.linkId)).find((paper) => paper.id === id);
    if (!one) throw refuse('NOT_FOUND', { what: '此张照片' });
    await deletePaper(tx, one);
    await record(tx, familyAsAuditActor(family), {
      action: 'FAMILY_PAPER_DROPPED',
      ...familySubject(family),
      path: family.path,
      detail: { paper: id, link: family.linkId },
    });
    tx.afterCommit(() => files.remove(one.fileId));
  });
}

/** One of the guardian's own papers, loose or sent. */
export async function openOwnPaper(
  { db, files }: Pick<Services, 'db' | 'files'>,
  family: FamilyCaller,
  id: string,
): Promise<FileAnswer> {
  const one = await db.read(family.scope, (tx) =>
    tx.beyondScope(async () => {
      const requests = (await listOwnRequests(tx, family)).map((request) => request.id);
      const own = [
        ...(await listLoosePapers(tx, family.studentId, family.linkId)),
        ...(await listPapersOf(tx, family.studentId, requests)),
      ];
      return own.find((paper) => paper.id === id);
    }),
  );
  if (!one) throw refuse('NOT_FOUND', { what: '此张照片' });
  return { file: await files.fetch(one.fileId), mediaType: one.mediaType, sandboxed: true };
}

/** As the pages show it. */
export const shownPaper = ({ id, what, mediaType, pages }: FamilyPaper) => ({ id, what, mediaType, pages });
