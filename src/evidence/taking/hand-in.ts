/** 交材料: takes in one paper of a case, checked and made anew, in the step in which the case now is. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getCase, getLastEvent } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { insertFiles } from '../../files/file.store.ts';
import { collect, type StoredFile } from '../../files/file-store.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandIn } from '../evidence.api.ts';
import { type Evidence, insertEvidence, listEvidence } from '../evidence.store.ts';
import { MOST_PAPERS, PAPER_BYTES } from '../limits.api.ts';
import { type Paper, readPaper } from '../reading/read-paper.ts';
import { holds, mayWithdraw, takesPart } from '../standing.ts';
import { takeBack } from '../withdraw.ts';

type Keepers = Pick<Services, 'db' | 'files' | 'newId'>;

/**
 * Answers with the id of the paper; the very same file under the same name is entered only once. Refuses NOT_FOUND to
 * whoever takes no part, STEP_NOT_ALLOWED while another has the case, TOO_LARGE, UNSUITABLE_FILE, and CONFLICT where
 * the case has as many papers as it may.
 */
export async function handIn(
  services: Keepers,
  actor: Actor,
  caseId: string,
  given: HandIn,
  upload: Readable,
): Promise<string> {
  // Before a byte is read, and once more when it is entered: reading takes its time.
  await services.db.read(scopeOf(actor), async (tx) => void (await openTo(tx, actor, caseId, given, false)));
  const paper = await readPaper(await collect(upload, PAPER_BYTES, '材料文件'));
  const stored = await services.files.keep(paper.bytes);
  try {
    const id = await services.db.write(scopeOf(actor), (tx) =>
      enter(services, tx, actor, caseId, given, paper, stored),
    );
    if (id.already) await services.files.remove(stored.id);
    return id.id;
  } catch (error) {
    await services.files.remove(stored.id);
    throw error;
  }
}

/** The case as this person may hand in to it, and the paper that the new one takes the place of. */
async function openTo(tx: Transaction, actor: Actor, caseId: string, { replaces }: HandIn, lock: boolean) {
  const one = await getCase(tx, caseId, { lock });
  const last = await getLastEvent(tx, caseId);
  if (!takesPart(actor, { one })) throw refuse('NOT_FOUND', { what: '此办件' });
  if (!holds(actor, { one, last })) {
    const state = last.holderId ? '由其他机构承办' : '已办结';
    throw refuse('STEP_NOT_ALLOWED', { state, action: '交材料' });
  }
  const papers = await listEvidence(tx, caseId);
  const replaced = replaces === undefined ? undefined : papers.find(({ id }) => id === replaces);
  if (replaces !== undefined && (!replaced || !mayWithdraw(actor, { one, last }, replaced))) {
    throw refuse('NOT_FOUND', { what: '要换的材料' });
  }
  const counting = papers.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (counting.length >= MOST_PAPERS && !replaced) {
    throw refuse('CONFLICT', { what: `一件最多交${MOST_PAPERS}份材料，请把同类材料合成一个PDF，或先撤回不需要的` });
  }
  return { one, last, counting, replaced };
}

async function enter(
  services: Keepers,
  tx: Transaction,
  actor: Actor,
  caseId: string,
  given: HandIn,
  { mediaType, pages }: Paper,
  stored: StoredFile,
): Promise<{ id: string; already: boolean }> {
  const { one, last, counting, replaced } = await openTo(tx, actor, caseId, given, true);
  const { institution } = actor;
  const same = (paper: Evidence) =>
    paper.paper === given.paper && paper.returnedAt === null && paper.digest.equals(stored.digest);
  const already = counting.find(same);
  if (already) return { id: already.id, already: true };
  const id = services.newId();
  await insertFiles(tx, [{ ...stored, path: institution.path, kind: 'EVIDENCE', mediaType, madeBy: actor.accountId }]);
  await insertEvidence(tx, one, {
    id,
    paper: given.paper,
    what: given.what,
    stepSeq: last.seq,
    fileId: stored.id,
    mediaType,
    size: stored.size,
    pages,
    digest: stored.digest,
    institutionId: institution.id,
    institutionName: institution.name,
    accountId: actor.accountId,
    personName: actor.personName,
  });
  if (replaced) await takeBack(services, tx, actor, { one, last }, replaced);
  await record(tx, asAuditActor(actor), {
    action: 'HAND_IN_EVIDENCE',
    subjectKind: 'CASE',
    subjectId: caseId,
    path: one.path,
    detail: {
      evidence: id,
      paper: given.paper,
      mediaType,
      pages,
      digest: stored.digest.toString('hex'),
      ...(replaced ? { replaces: replaced.id } : {}),
    },
  });
  return { id, already: false };
}
