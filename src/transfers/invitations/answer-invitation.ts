/** 答复转学意愿: the school that is asked begins the transfer, or declines on a lawful ground. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution, getSupervision } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { RefusalReason } from '../../policy/index.ts';
import { maskIdentityNumber, maskRegistrationNumber, readRecord } from '../../students/index.ts';
import { askTransfer } from '../law/ask-transfer.ts';
import {
  type AskedRefusal,
  entitledBy,
  groundFor,
  type RefusalGround,
  refusalGrounds,
  remedyFor,
} from '../law/refusal-grounds.ts';
import { surroundingsOf } from '../law/surroundings.ts';
import { describeChild, type TitleOf } from '../opening/find-child.ts';
import { termAt } from '../opening/term-at.ts';
import type { FoundChild, TransferForm } from '../transfers.api.ts';
import { findStanding } from '../transfers.store.ts';
import { answerInvitation, getInvitation } from './invitation.store.ts';
import type { Invitation } from './invitation.ts';
import { refuseAnswered, tell } from './invite-school.ts';

/** The wish as the school that is asked has it before it. Refuses NOT_FOUND for another school's, CONFLICT once answered. */
async function openInvitation(tx: Transaction, actor: Actor, id: string): Promise<Invitation> {
  const one = await getInvitation(tx, id);
  if (one.toSchoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '给本校的此转学意愿' });
  refuseAnswered(one);
  return one;
}

/** The child, as a school that was asked for it may see it: the same as one that found it. Leaves a LOOK_BEYOND row. */
export async function takeUp(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'calendar'>,
  actor: Actor,
  id: string,
  titleOf: TitleOf,
): Promise<{ child: FoundChild; invitation: Invitation }> {
  const invitation = await openInvitation(tx, actor, id);
  const { studentId } = invitation;
  const { row, record: held } = await tx.beyondScope(() => readRecord(tx, services, studentId));
  const beyond = {
    ...{ studentId, path: row.path, name: held.name ?? '', gender: held.gender ?? '' },
    numberMasked: held.registrationNumber ? maskRegistrationNumber(held.registrationNumber) : '',
    identityMasked: held.identityNumber ? maskIdentityNumber(held.identityNumber) : '',
  };
  const child = await describeChild(tx, services, actor, beyond, titleOf);
  if (!child) throw refuse('CONFLICT', { what: '此学生现不在籍' });
  await record(tx, asAuditActor(actor), {
    action: 'LOOK_BEYOND',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: row.path,
    reason: '答复家长转学意愿',
    detail: { found: true },
  });
  return { child, invitation };
}

/** The grounds open and closed to the school. */
export async function listDeclineGrounds(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  id: string,
): Promise<RefusalGround[]> {
  const one = await openInvitation(tx, actor, id);
  return refusalGrounds(services, await refusalOf(tx, services, one), 'RECEIVING');
}

/** The ground that was chosen, as the law sees it. */
export async function weighDecline(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { id, reason }: { id: string; reason: RefusalReason },
): Promise<RefusalGround> {
  const one = await openInvitation(tx, actor, id);
  return groundFor(services, await refusalOf(tx, services, one), reason, 'RECEIVING');
}

/** 不能接收: with its ground; where it is for want of a place the authority finds one (SC-35.4). */
export async function declineInvitation(
  tx: Transaction,
  actor: Actor,
  { id, opinion, ground }: { id: string; opinion: string; ground: RefusalGround },
): Promise<void> {
  const one = await openInvitation(tx, actor, id);
  const from = await getInstitution(tx, { id: one.fromSchoolId });
  const { authorityId } = await getSupervision(tx, one.toSchoolId, one.stage, dayOf(tx.now));
  const authority = await getInstitution(tx, { id: authorityId });
  const { reason, finding } = ground;
  const remedy = remedyFor(reason, { sending: from.name, authority: authority.name });
  const cited = finding ? { ...finding, remedy } : null;
  await answerInvitation(tx, one, 'DECLINED', { byName: actor.personName, reason, opinion, finding: cited });
  await tell(tx, actor, one, 'DECLINE_INVITATION', { reason });
}

/** 违法拒收留痕 (SX-46.9). */
export async function recordUnlawfulDecline(
  tx: Transaction,
  actor: Actor,
  { id, ground }: { id: string; ground: RefusalGround },
): Promise<void> {
  const one = await getInvitation(tx, id);
  await tell(tx, actor, one, 'UNLAWFUL_REFUSAL', { reason: ground.reason, clause: ground.finding?.chip ?? '' });
}

async function refusalOf(tx: Transaction, services: Pick<Services, 'law'>, one: Invitation): Promise<AskedRefusal> {
  const { stage, grade, ground, moved } = one;
  const day = dayOf(tx.now);
  const [sending, receiving] = [
    await getInstitution(tx, { id: one.fromSchoolId }),
    await getInstitution(tx, { id: one.toSchoolId }),
  ];
  const standing = await findStanding(tx, one.studentId);
  if (!standing) throw refuse('CONFLICT', { what: '此学生现不在籍' });
  const form: TransferForm = {
    ...{ ground, targetGrade: grade, guardianApplies: true, underSanction: false, papers: [] },
    forTerm: 'RUNNING',
    ...(moved ? { moved } : {}),
  };
  const around = await surroundingsOf(tx, { sending, receiving, stage, day });
  const term = await termAt(tx, receiving, day);
  const asked = { standing, sending, receiving, around, day, term, form };
  const { findings } = askTransfer(services, asked);
  // Papers are brought with the application: a wish that comes before it is not weighed by them.
  return {
    stage,
    day,
    sending,
    receiving,
    entitledBy: entitledBy(findings, { butPapers: true }),
    arranged: one.arrangedBy !== null,
  };
}
