/** 转接档案: the file is owed when the registration has moved, sent by the one school and received by the other. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { dueOf, termOfFile } from './file-term.ts';
import { getHandOver, insertHandOver, writeReceived, writeSent } from './hand-over.store.ts';
import type { FileHandOver } from './hand-over.ts';
import type { FileReceipt, FileSending } from './hand-over-form.ts';

type Needs = Pick<Services, 'law'>;

export interface OwedFile {
  studentId: string;
  caseId: string;
  from: Institution;
  to: Institution;
  stage: Stage;
  completedOn: CivilDate;
}

/** The sending school owes the paper file from today on. */
export async function oweFile(tx: Transaction, services: Needs, owed: OwedFile): Promise<void> {
  const { studentId, caseId, from, to, completedOn } = owed;
  await insertHandOver(tx, {
    ...{ studentId, caseId, completedOn, reason: 'TRANSFER', sent: null, received: null, endedOn: null },
    ...{ fromSchoolId: from.id, fromPath: from.path, toSchoolId: to.id, toPath: to.path },
    dueOn: dueOf(termOfFile(services, { ...owed, day: completedOn })),
  });
}

/** 转出. Refuses NOT_FOUND for another school's file, CONFLICT for one that has gone, REASON_NEEDED after the last day. */
export async function sendFile(
  tx: Transaction,
  actor: Actor,
  caseId: string,
  { way, parcel, parts, pages, lateReason }: FileSending,
): Promise<void> {
  const one = await getHandOver(tx, caseId);
  if (one.fromSchoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '本校须转出的此件档案' });
  refuseEnded(one);
  if (one.sent) throw refuse('CONFLICT', { what: `此件档案已于${one.sent.on}转出` });
  const on = dayOf(tx.now);
  const late = one.dueOn !== null && on > one.dueOn;
  if (late && !lateReason) throw refuse('REASON_NEEDED', { action: `逾期转出档案（${one.dueOn}已到期）` });
  if (way === 'POST' && !parcel) throw refuse('BAD_INPUT', { what: '邮寄的须填写邮件号，转入学校据此查收' });
  const sent = { on, byName: actor.personName, way, parcel: parcel ?? null, parts, pages };
  await writeSent(tx, one, actor.accountId, { ...sent, lateReason: late ? (lateReason ?? null) : null });
  await tell(tx, actor, one, 'SEND_FILE', { way, pages, ...(late ? { late: one.dueOn ?? '' } : {}) });
}

/** 签收. Refuses NOT_FOUND for a file to another school, STEP_NOT_ALLOWED before it has gone, CONFLICT once it is there. */
export async function receiveFile(
  tx: Transaction,
  actor: Actor,
  caseId: string,
  { complete, note }: FileReceipt,
): Promise<void> {
  const one = await getHandOver(tx, caseId);
  if (one.toSchoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '转给本校的此件档案' });
  refuseEnded(one);
  if (!one.sent) throw refuse('STEP_NOT_ALLOWED', { state: '转出学校尚未转出档案', action: '签收档案' });
  if (one.received) throw refuse('CONFLICT', { what: `此件档案已于${one.received.on}签收` });
  if (!complete && !note) throw refuse('REASON_NEEDED', { action: '签收不齐的档案' });
  const received = { on: dayOf(tx.now), byName: actor.personName, complete, note: note ?? null };
  await writeReceived(tx, one, actor.accountId, received);
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
  { studentId, fromPath, toPath, caseId }: FileHandOver,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const event = { action, subjectKind: 'STUDENT', subjectId: studentId, detail: { ...detail, case: caseId } } as const;
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
