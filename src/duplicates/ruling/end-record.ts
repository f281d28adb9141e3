/** 删除问题学籍: one of two records ends, and what it held the person's identity by goes to the other or is free. */
import { asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { type CaseContext, updateCase } from '../../cases/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { endRegistration, readRecord } from '../../students/index.ts';
import { type DisputeData, otherSide, type ReleasedIdentity, type Side } from '../dispute.ts';
import { dropKeys, findClaim, findOpenAt, releaseIdentity } from '../records/sides.store.ts';

/** Every state in which a record may be found to be the wrong one. */
const ANY_STATE = ['ENROLLED', 'ON_LEAVE', 'ABROAD', 'DROPPED_OUT', 'MISSING'];

/**
 * Ends the record of a side; its history and its number stay, to be read by its school and those above it. A document of
 * another kind than that of the record that stands is the same person's and is held by that one from now on, and so is
 * the very document that both had; any other of the same kind was wrong, or is another child's, and is free (MOE-6.2). An
 * entrant has no record that could end.
 */
export async function endRecord(
  services: Pick<Services, 'cipher'>,
  { tx, actor, theCase }: CaseContext,
  wrong: Side,
): Promise<void> {
  const data = theCase.data as unknown as DisputeData;
  const [gone, stays] = [data[wrong], data[otherSide(wrong)]];
  if (gone.kind === 'ENTRANT') return;
  await tx.beyondScope(async () => {
    const { keyData } = await readRecord(tx, services, gone.id);
    const now = keyData.at(-1)!;
    const kept = stays.kind === 'STUDENT' ? (await readRecord(tx, services, stays.id)).keyData.at(-1) : undefined;
    const takesOver =
      kept && (kept.identity_type !== now.identity_type || isSame(kept.identity_hash, now.identity_hash));
    const released = await release(tx, gone.id, now, takesOver ? stays.id : null);
    if (await findOpenAt(tx, gone.id)) {
      const [on, caseId] = [dayOf(tx.now), theCase.id];
      await endRegistration(tx, { studentId: gone.id, caseId, on, from: ANY_STATE, reason: 'CANCELLED' });
    }
    await dropKeys(tx, gone.id);
    const next = { ...data, endedId: gone.id, ...(released ? { released } : {}) };
    await updateCase(tx, theCase.id, { title: theCase.title, data: { ...next } });
    const detail = { case: theCase.number, upheld: stays.id, identity: released?.takenBy ? 'TAKEN_OVER' : 'FREED' };
    await recordAll(tx, asAuditActor(actor), [
      { action: 'END_DUPLICATE', subjectKind: 'STUDENT', subjectId: gone.id, path: gone.path, detail },
      {
        ...{ action: 'UPHOLD_RECORD', subjectKind: 'STUDENT', subjectId: stays.id, path: stays.path },
        detail: { case: theCase.number, ended: gone.id },
      },
    ]);
  });
}

const isSame = (one: Buffer | null, other: Buffer | null): boolean => !!one && !!other && one.equals(other);

async function release(
  tx: CaseContext['tx'],
  studentId: string,
  { identity_hash: hash }: { identity_hash: Buffer | null },
  takenBy: string | null,
): Promise<ReleasedIdentity | undefined> {
  const claim = hash && (await findClaim(tx, hash));
  if (!claim || claim.student_id !== studentId) return undefined;
  await releaseIdentity(tx, { hash, from: studentId, to: takenBy });
  return { studentId, takenBy, claimedBy: claim.claimed_by, claimedAt: claim.claimed_at.toISOString() };
}
