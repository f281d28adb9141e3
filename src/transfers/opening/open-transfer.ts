/** 发起转学: the receiving school's registrar hands in; the case waits for the leader's signature. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows } from '../../audit/record.store.ts';
import { institutionsById } from '../../authorities/index.ts';
import { type Case, type CaseEngine, caseNumber, type MaybeOffline } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { answerInvitation, getInvitation } from '../invitations/invitation.store.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { refuseAnswered } from '../invitations/invite-school.ts';
import { papersAsked } from '../law/ask-transfer.ts';
import { specialCaseOf } from '../law/transfer-facts.ts';
import { TRANSFER, type TransferData, type TransferSide } from '../transfer.ts';
import type { TransferOpening } from '../transfers.api.ts';
import { readToken } from './find-child.ts';
import { type PreparedTransfer, prepareTransfer } from './prepare-transfer.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'newId' | 'randomBytes'>;

/**
 * Opens the case with its first half, the proposal. Refuses what prepareTransfer refuses, CASE_OPEN where another case
 * about the child is open, LAW_REFUSES and REASON_NEEDED as the law of both places says.
 */
export async function openTransfer(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { token, form, opinion, offline, invitationId }: TransferOpening & MaybeOffline,
): Promise<{ caseId: string; studentId: string }> {
  const child = readToken(services, tx, actor, token);
  const prepared = await prepareTransfer(tx, services, actor, child, form, offline?.receivedOn);
  const invitation = invitationId ? await invitationFor(tx, actor, invitationId, child.studentId) : undefined;
  const one = await caseFor(tx, services, prepared, invitation?.arrangedBy != null);
  const { sending } = prepared.asked;
  // The family and the sending school see in the child's own trail that somebody has asked for it.
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: 'OPEN_TRANSFER',
      subjectKind: 'STUDENT',
      subjectId: child.studentId,
      path: sending.path,
      detail: { number: one.number },
    },
  ]);
  await engine.open(tx, actor, one, { action: 'SUBMIT', opinion, offline }, trace);
  if (invitation) {
    const { personName: byName } = actor;
    await answerInvitation(tx, invitation, 'TAKEN', { byName, reason: null, opinion: null, finding: null }, one.id);
  }
  return { caseId: one.id, studentId: child.studentId };
}

/** The wish that the transfer comes of. Refuses NOT_FOUND for one about another child or to another school, CONFLICT once answered. */
async function invitationFor(tx: Transaction, actor: Actor, id: string, studentId: string): Promise<Invitation> {
  const one = await getInvitation(tx, id);
  if (one.toSchoolId !== actor.institution.id || one.studentId !== studentId) {
    throw refuse('NOT_FOUND', { what: '给本校的此转学意愿' });
  }
  refuseAnswered(one);
  return one;
}

async function caseFor(tx: Transaction, services: Needs, prepared: PreparedTransfer, arranged: boolean): Promise<Case> {
  const { child, asked, way } = prepared;
  const { sending, receiving, day } = asked;
  return {
    id: services.newId(),
    subjectId: child.studentId,
    subjectKind: 'STUDENT',
    number: caseNumber(services, 'ZX', day),
    kind: TRANSFER,
    workflow: way.workflow,
    title: `${child.name} ${sending.shortName}→${receiving.shortName}`,
    schoolId: receiving.id,
    authorityId: way.authorityId,
    parties: way.parties,
    path: receiving.path,
    counterpartPath: sending.path,
    lawDay: day,
    data: { ...(await dataOf(tx, services, prepared)), ...(arranged ? { arranged } : {}) },
    openedAt: tx.now,
  };
}

async function dataOf(
  tx: Transaction,
  services: Needs,
  { child, asked, way, classGroupName }: PreparedTransfer,
): Promise<TransferData> {
  const { standing, sending, receiving, term, form } = asked;
  const { parties, authorityId } = way;
  const authorities = await institutionsById(tx, [authorityId, parties['sending-authority'] ?? authorityId]);
  const sideOf = ({ id, name, placeCode }: typeof sending, authority: string): TransferSide => ({
    schoolId: id,
    schoolName: name,
    authorityName: authorities.get(authority)?.name ?? '',
    placeCode,
  });
  const { name, gender, numberMasked, identityMasked } = child;
  const special = specialCaseOf(sending, receiving);
  return {
    form,
    ...(special ? { special } : {}),
    child: { name, gender, numberMasked, identityMasked },
    stage: standing.stage,
    grade: standing.grade,
    sending: sideOf(sending, parties['sending-authority'] ?? authorityId),
    receiving: { ...sideOf(receiving, authorityId), classGroupName },
    papers: papersAsked(services, asked),
    term,
  };
}
