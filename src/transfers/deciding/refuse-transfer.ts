/** 不同意转学: no party says no without a ground, and none with a ground that the law does not know (CG-3.1.1, SC-35.3, SC-0.3). */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type Case, type CaseEngine, getCase, getLastEvent, partiesOf, updateCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { RefusalReason, Side } from '../../policy/index.ts';
import {
  type AskedRefusal,
  entitledBy,
  groundFor,
  type RefusalGround,
  refusalGrounds,
  remedyFor,
} from '../law/refusal-grounds.ts';
import { REFUSE, type Refusal, TRANSFER, type TransferData } from '../transfer.ts';
import { askedOf, checkTransfer } from './check-transfer.ts';

type Needs = Pick<Services, 'law'>;

/** The grounds open and closed to this party. Refuses NOT_FOUND outside the caller's scope, NOT_ALLOWED out of turn. */
export async function listGrounds(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  caseId: string,
): Promise<RefusalGround[]> {
  const one = await refusableCase(tx, engine, actor, caseId);
  return refusalGrounds(services, await refusalOf(tx, services, one), sideOf(one, actor));
}

/** The ground that was chosen, as the law sees it. Refuses like listGrounds. */
export async function weighGround(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { caseId, reason }: { caseId: string; reason: RefusalReason },
): Promise<RefusalGround> {
  const one = await refusableCase(tx, engine, actor, caseId);
  return groundFor(services, await refusalOf(tx, services, one), reason, sideOf(one, actor));
}

/** 违法拒收留痕: who tried to refuse with a ground that is none stands on the trail (SX-46.9). */
export async function recordUnlawful(tx: Transaction, actor: Actor, caseId: string, ground: RefusalGround) {
  const { path, number } = await getCase(tx, caseId);
  await record(tx, asAuditActor(actor), {
    action: 'UNLAWFUL_REFUSAL',
    subjectKind: 'CASE',
    subjectId: caseId,
    path,
    reason: ground.words,
    detail: { number, reason: ground.reason, clause: ground.finding?.chip ?? '' },
  });
}

/** Proposes the refusal with its ground; the leader signs like any other act. Refuses as the engine does. */
export async function proposeRefusal(
  tx: Transaction,
  engine: CaseEngine,
  actor: Actor,
  { caseId, opinion, seq, ground }: { caseId: string; opinion: string; seq: number; ground: RefusalGround },
) {
  const one = await getCase(tx, caseId, { lock: true });
  const data = one.data as unknown as TransferData;
  const { seq: afterSeq } = await getLastEvent(tx, caseId);
  const { reason, words, finding } = ground;
  const { id: institutionId, name: institutionName } = actor.institution;
  const remedy = remedyFor(reason, { sending: data.sending.schoolName, authority: data.receiving.authorityName });
  const refusal: Refusal = {
    reason,
    words,
    remedy,
    institutionId,
    institutionName,
    afterSeq,
    ...(finding ? { finding } : {}),
  };
  await updateCase(tx, caseId, { title: one.title, data: { ...data, refusal } });
  const said = `${words}：${opinion}`;
  return engine.advance(tx, actor, caseId, { action: REFUSE, opinion: said, seenSeq: seq });
}

/** 应准予转学的不得拒绝, and no refusal without a ground: whoever acts, by whatever way. */
export function refuseGroundless(theCase: Case, actor: Actor): void {
  const { refusal } = theCase.data as unknown as TransferData;
  if (refusal?.institutionId === actor.institution.id) return;
  throw refuse('BAD_INPUT', { what: '不同意转学须选定法定理由，请在“不同意”中选择理由后提出' });
}

async function refusableCase(tx: Transaction, engine: CaseEngine, actor: Actor, caseId: string): Promise<Case> {
  const one = await getCase(tx, caseId);
  if (one.kind !== TRANSFER) throw refuse('NOT_FOUND', { what: '此转学办件' });
  if (!(await engine.may(tx, actor, caseId, REFUSE))) {
    throw refuse('NOT_ALLOWED', { what: '提出不同意转学（须轮到本单位，由经办人提出）' });
  }
  return one;
}

async function refusalOf(tx: Transaction, services: Needs, one: Case): Promise<AskedRefusal> {
  const { stage, arranged = false } = one.data as unknown as TransferData;
  const { findings } = await checkTransfer(services, { tx, theCase: one });
  const { sending, receiving } = await askedOf(tx, one);
  return { stage, day: one.lawDay, sending, receiving, entitledBy: entitledBy(findings), arranged };
}

/** Whoever decides for both sides at once says no to the taking in. */
const sideOf = (one: Case, actor: Actor): Side =>
  partiesOf(one, actor).some((party) => party.startsWith('sending')) ? 'SENDING' : 'RECEIVING';
