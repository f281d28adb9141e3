/** 发起转学: the receiving school's registrar hands in; the case waits for the leader's signature. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows } from '../../audit/record.store.ts';
import { institutionsById } from '../../authorities/index.ts';
import { type Case, type CaseEngine, caseNumber, type MaybeOffline } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
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
  { token, form, opinion, offline }: TransferOpening & MaybeOffline,
): Promise<string> {
  const child = readToken(services, tx, actor, token);
  const prepared = await prepareTransfer(tx, services, actor, child, form, offline?.receivedOn);
  const one = await caseFor(tx, services, prepared);
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
  return one.id;
}

async function caseFor(tx: Transaction, services: Needs, prepared: PreparedTransfer): Promise<Case> {
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
    data: { ...(await dataOf(tx, services, prepared)) },
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
