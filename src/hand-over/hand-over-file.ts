/** 转接档案: sent by the one school, received by the other; what was missing comes later. */
import { type Actor, asAuditActor, type Services } from '../access/index.ts';
import { recordAll } from '../audit/record.store.ts';
import { getInstitution } from '../authorities/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import { askHandOver } from './file-term.ts';
import { getHandOver, writeReceived, writeSent, writeSupplied } from './hand-over.store.ts';
import type { FileHandOver } from './hand-over.ts';
import type { FileReceipt, FileSending } from './hand-over-form.ts';

type Needs = Pick<Services, 'law'>;

/**
 * 转出. Refuses NOT_FOUND for another school's file, CONFLICT for one that has gone, REASON_NEEDED after the last day,
 * LAW_REFUSES where the law wants copies kept and the school says it keeps none.
 */
export async function sendFile(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  id: string,
  { way, parcel, parts, pages, kept, lateReason }: FileSending,
): Promise<void> {
  const one = await getHandOver(tx, id);
  if (one.fromSchoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '本校须转出的此件档案' });
  refuseEnded(one);
  if (one.sent) throw refuse('CONFLICT', { what: `此件档案已于${one.sent.on}转出` });
  const on = dayOf(tx.now);
  const late = one.dueOn !== null && on > one.dueOn;
  if (late && !lateReason) throw refuse('REASON_NEEDED', { action: `逾期转出档案（${one.dueOn}已到期）` });
  if (way === 'POST' && !parcel) throw refuse('BAD_INPUT', { what: '邮寄的须填写邮件号，转入学校据此查收' });
  if (kept) {
    const schools = await schoolsOf(tx, one);
    const { findings } = askHandOver(services, { ...one, ...schools, handedOverOn: on, kept, day: on });
    const copies = findings.find(({ code }) => code === 'NOT_KEPT');
    if (copies) throw refuse('LAW_REFUSES', { sentence: `${copies.sentence}（${copies.chip}），补留后再转出` });
  }
  const sent = { on, byName: actor.personName, way, parcel: parcel ?? null, parts, pages, kept: kept ?? [] };
  await writeSent(tx, one, actor.accountId, { ...sent, lateReason: late ? (lateReason ?? null) : null });
  await tell(tx, actor, one, 'SEND_FILE', { way, pages, ...(late ? { late: one.dueOn ?? '' } : {}) });
}

/**
 * 签收, or 补齐 of what was missing. A school that has ended sends nothing: what came from it is signed for all the same.
 * Refuses NOT_FOUND for a file to another school, STEP_NOT_ALLOWED before a school in existence has sent it, CONFLICT once
 * it is there as a whole.
 */
export async function receiveFile(
  tx: Transaction,
  actor: Actor,
  id: string,
  { complete, missing = [], note }: FileReceipt,
): Promise<void> {
  const one = await getHandOver(tx, id);
  if (one.toSchoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '转给本校的此件档案' });
  refuseEnded(one);
  if (!one.sent && (await schoolsOf(tx, one)).from.validTo === null) {
    throw refuse('STEP_NOT_ALLOWED', { state: '转出学校尚未转出档案', action: '签收档案' });
  }
  const on = dayOf(tx.now);
  if (one.received) {
    const { received } = one;
    if (received.complete || received.suppliedOn || !complete) {
      throw refuse('CONFLICT', { what: `此件档案已于${received.suppliedOn ?? received.on}签收` });
    }
    await writeSupplied(tx, one, on);
    return tell(tx, actor, one, 'SUPPLY_FILE', {});
  }
  if (!complete && missing.length === 0 && !note) throw refuse('REASON_NEEDED', { action: '签收不齐的档案' });
  const neverSent = missing.filter((part) => one.sent && !one.sent.parts.includes(part));
  if (neverSent.length > 0 && !note) throw refuse('REASON_NEEDED', { action: '签收清单外有缺的档案' });
  const received = { on, byName: actor.personName, complete, note: note ?? null, suppliedOn: null };
  await writeReceived(tx, one, actor.accountId, { ...received, missing: complete ? [] : missing });
  await tell(tx, actor, one, 'RECEIVE_FILE', { complete });
}

function refuseEnded({ endedOn, sent }: FileHandOver): void {
  if (!endedOn) return;
  const what = sent ? '已转出的档案由转入学校退回转出学校' : '档案留在原学校，不再转接';
  throw refuse('STEP_NOT_ALLOWED', { state: `转学已于${endedOn}撤销，${what}`, action: '转接档案' });
}

/** Both schools find it in the child's trail. */
async function tell(
  tx: Transaction,
  actor: Actor,
  { studentId, fromPath, toPath, id, caseId }: FileHandOver,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const of = caseId ? { case: caseId } : { handOver: id };
  const event = { action, subjectKind: 'STUDENT', subjectId: studentId, detail: { ...detail, ...of } } as const;
  await tx.beyondScope(() =>
    recordAll(tx, asAuditActor(actor), [
      { ...event, path: fromPath },
      { ...event, path: toPath },
    ]),
  );
}

/** Both schools of a hand-over, as they are now. */
export const schoolsOf = async (tx: Transaction, { fromSchoolId, toSchoolId }: FileHandOver) => ({
  from: await getInstitution(tx, { id: fromSchoolId }),
  to: await getInstitution(tx, { id: toSchoolId }),
});
