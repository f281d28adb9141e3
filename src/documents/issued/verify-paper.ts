/** 核验: what whoever holds a paper is told of it by its code. */
import type { Services } from '../../access/index.ts';
import { getInstitution } from '../../authorities/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { listPaperRows, lookUpPaper, type PaperRow } from './issued-paper.store.ts';
import { isPaperKind, PAPER_KINDS, takenBackAt, tellOf } from './paper-kinds.ts';
import { CODE_INDEX } from './register-paper.ts';
import { readVerificationCode } from './verification-code.ts';
import type { IssuedPaper, Verification, VerificationOutcome } from './verify.api.ts';

const UNKNOWN: Verification = { outcome: 'UNKNOWN', paper: null, facts: [] };

/** Stands in for what cannot be a code, so that the answer takes the same way and the same time; nobody holds it. */
const NO_CODE = '-';

/** Looks a paper up by what somebody typed or scanned, and counts the look. A revoked or expired paper tells no facts. */
export async function verifyPaper({ db, index }: Pick<Services, 'db' | 'index'>, typed: string): Promise<Verification> {
  const code = readVerificationCode(typed) ?? NO_CODE;
  const digests = index.underEveryKey(CODE_INDEX, code).map((one) => one.index);
  return db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // a look changes no fact; whoever looks has no account, and the code belongs in no log
    const row = await lookUpPaper(tx, digests);
    if (!row || !isPaperKind(row.kind)) return UNKNOWN;
    const outcome = stateOf(row, dayOf(tx.now));
    const issuer = await getInstitution(tx, { id: row.institution_id });
    return {
      outcome,
      paper: {
        kindWords: PAPER_KINDS[row.kind].words,
        issuedBy: issuer.name,
        issuedOn: dayOf(row.issued_at),
        validUntil: lastDayOf(row),
        revokedOn: row.revoked_at && dayOf(row.revoked_at),
        digest: outcome === 'VALID' && row.digest ? row.digest.toString('hex') : null,
      },
      facts: outcome === 'VALID' ? tellOf(row.kind, row.told as Record<string, unknown>) : [],
    };
  });
}

/** The papers of a student as offices and the family see them, newest first. Refuses NOT_FOUND outside the scope. */
export async function listIssuedPapers(tx: Transaction, studentId: string): Promise<IssuedPaper[]> {
  return (await listPaperRows(tx, studentId)).flatMap((row) => issuedPaperOf(row, dayOf(tx.now)));
}

function issuedPaperOf(row: PaperRow, today: CivilDate): IssuedPaper[] {
  if (!isPaperKind(row.kind)) return [];
  return [
    {
      paperId: row.id,
      kind: row.kind,
      kindWords: PAPER_KINDS[row.kind].words,
      issuedByName: row.issued_by_name,
      issuedOn: dayOf(row.issued_at),
      validUntil: lastDayOf(row),
      state: stateOf(row, today),
      revokedOn: row.revoked_at && dayOf(row.revoked_at),
      revokedByName: row.revoked_by_name,
      revokeReason: row.revoke_reason,
      takenBack: takenBackAt(row.kind) ?? null,
      looks: row.looks,
      lastLookedOn: row.last_looked_at && dayOf(row.last_looked_at),
    },
  ];
}

/** Revoked weighs more than expired: whoever holds the paper should hear that somebody has taken it back. */
function stateOf({ revoked_at, valid_to }: PaperRow, today: CivilDate): Exclude<VerificationOutcome, 'UNKNOWN'> {
  if (revoked_at) return 'REVOKED';
  return valid_to !== null && valid_to <= today ? 'EXPIRED' : 'VALID';
}

const lastDayOf = ({ valid_to }: PaperRow): CivilDate | null =>
  valid_to === null ? null : addDays(valid_to as CivilDate, -1);
