/** 文书登记: every paper that leaves the printer stands in one register, found again by the code printed on it. */
import { createHash } from 'node:crypto';
import type { Services } from '../../access/index.ts';
import type { AuditActor } from '../../audit/record.store.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { maskName } from '../../students/index.ts';
import { insertPapers, type NewPaper, setDigest } from './issued-paper.store.ts';
import type { PaperKind, Told } from './paper-kinds.ts';
import { VERIFICATION_CODE_BYTES, verificationCode } from './verification-code.ts';

/** What the digest of a code is called in the index of keys. */
export const CODE_INDEX = 'verification-code';

/** A paper about to be printed. */
export interface PaperToRegister<K extends PaperKind> {
  kind: K;
  told: Told<K>;
  /** In whose name it is issued. */
  institutionId: string;
  /** Path of the place that may see and revoke it: the issuing institution's, or that of the student's school. */
  path: string;
  studentId?: string | undefined;
  /** First day on which it no longer holds; absent for a paper without term. */
  validTo?: CivilDate | undefined;
  by: Pick<AuditActor, 'accountId' | 'personName'>;
}

/** A registered paper: the code to print, and the id by which the register names it. */
export interface RegisteredPaper {
  code: string;
  id: string;
}

type Needs = Pick<Services, 'index' | 'randomBytes'>;

/**
 * Registers one paper in the transaction of the act that issues it; the act leaves its own row in the trail. The code is
 * given out here and never again: the register keeps its keyed digest.
 */
export async function registerPaper<K extends PaperKind>(
  tx: Transaction,
  services: Needs,
  paper: PaperToRegister<K>,
): Promise<RegisteredPaper> {
  const [registered] = await registerPapers(tx, services, [paper]);
  return registered!;
}

/** The same for the papers of one act, in their order. */
export async function registerPapers<K extends PaperKind>(
  tx: Transaction,
  services: Needs,
  papers: readonly PaperToRegister<K>[],
): Promise<RegisteredPaper[]> {
  const made = papers.map((paper) => {
    const code = verificationCode(services.randomBytes(VERIFICATION_CODE_BYTES));
    return { code, row: rowOf(paper, tx.newId(), services.index.blindIndex(CODE_INDEX, code)) };
  });
  await insertPapers(
    tx,
    made.map(({ row }) => row),
  );
  return made.map(({ code, row }) => ({ code, id: row.id }));
}

/**
 * Keeps the SHA-256 of a paper's file, where the file itself goes to somebody who may later ask whether it is unchanged.
 * In a transaction of its own: the file holds the code, so it is made after the paper was registered.
 */
export async function rememberFile(
  { db, index }: Pick<Services, 'db' | 'index'>,
  code: string,
  file: Uint8Array,
): Promise<void> {
  const digest = createHash('sha256').update(file).digest();
  await db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // the act of issuing is on record; this only says what its file looks like
    await setDigest(tx, index.blindIndex(CODE_INDEX, code), digest);
  });
}

function rowOf<K extends PaperKind>(paper: PaperToRegister<K>, id: string, codeHash: Buffer): NewPaper {
  const told: Record<string, string> = { ...paper.told };
  if (told['name']) told['name'] = maskName(told['name']);
  return {
    ...{ codeHash, id, kind: paper.kind, path: paper.path, institutionId: paper.institutionId, told },
    studentId: paper.studentId ?? null,
    issuedBy: paper.by.accountId,
    issuedByName: paper.by.personName,
    validTo: paper.validTo ?? null,
  };
}
