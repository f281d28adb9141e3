/** 两条记录并排: what the parties of a dispute see of both, masked alike; each look at another place's record is told there. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { type Case, checkMayRead, getCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type DisputeData, DUPLICATE_DISPUTE, type Side } from '../dispute.ts';
import type { CompareRow, RecordsView } from '../duplicates.api.ts';
import { COMPARED, type CompareKey, readSide, type SideRecord } from './read-side.ts';

/** Rows in which two records are bound to differ say nothing by differing. */
const APART: ReadonlySet<CompareKey> = new Set(['number', 'school']);

/** The rows of the comparison. */
export const rowsOf = ([first, second]: readonly [SideRecord, SideRecord]): CompareRow[] =>
  (Object.keys(COMPARED) as CompareKey[]).map((key) => {
    const values = [first.values[key], second.values[key]] as [string | null, string | null];
    return { key, label: COMPARED[key], values, differs: !APART.has(key) && values[0] !== values[1] };
  });

/** A dispute that the caller can see. Refuses NOT_FOUND where it is none. */
export async function getDispute(
  tx: Transaction,
  actor: Actor,
  caseId: string,
): Promise<{ one: Case; data: DisputeData }> {
  const one = await getCase(tx, caseId);
  checkMayRead(actor, one);
  if (one.kind !== DUPLICATE_DISPUTE) throw refuse('NOT_FOUND', { what: '此件问题学籍' });
  return { one, data: one.data as unknown as DisputeData };
}

/** Both records as they are now. */
export async function viewRecords(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  caseId: string,
): Promise<RecordsView> {
  const { one, data } = await getDispute(tx, actor, caseId);
  // An entrant that has left its school's drafts is shown as far as the case itself tells of it.
  const sides = [
    await readSide(tx, services, data.first),
    await readSide(tx, services, data.second),
  ] as const satisfies readonly SideRecord[];
  const foreign = sides.filter(({ side }) => !holds(actor.institution.path, side.path));
  if (foreign.length > 0) {
    await recordAll(
      tx,
      asAuditActor(actor),
      foreign.map(({ side }) => ({
        action: 'COMPARE_STUDENT',
        subjectKind: 'STUDENT' as const,
        subjectId: side.id,
        path: side.path,
        detail: { case: one.number },
      })),
    );
  } else tx.markAudited(); // everything that was looked at is the reader's own
  const view = (side: Side, { side: { kind, id, schoolName, path }, photoId }: SideRecord) => ({
    kind,
    schoolName,
    hasPhoto: photoId !== null,
    studentId: kind === 'STUDENT' && holds(actor.institution.path, path) ? id : null,
    side,
  });
  return { first: view('first', sides[0]), second: view('second', sides[1]), rows: rowsOf(sides) };
}

/** The photo of either side, to whoever sees the case. Refuses NOT_FOUND where there is none. */
export async function photoOf(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  caseId: string,
  side: Side,
): Promise<string> {
  const { data } = await getDispute(tx, actor, caseId);
  const { photoId } = await readSide(tx, services, data[side]);
  if (!photoId) throw refuse('NOT_FOUND', { what: '照片' });
  return photoId;
}
