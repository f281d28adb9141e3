/** 转学核对: both laws, as of the day of the opening, about the child as it stands today. */
import type { Services } from '../../access/index.ts';
import { institutionsById } from '../../authorities/index.ts';
import { type Case, type CaseCheck, type CaseContext, getLastEvent } from '../../cases/index.ts';
import { checkOf } from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { LawFinding } from '../../policy/index.ts';
import { findingsOn } from '../law/ask-transfer.ts';
import { surroundingsOf } from '../law/surroundings.ts';
import type { AskedTransfer } from '../law/transfer-facts.ts';
import { REFUSE, type Refusal, type TransferData } from '../transfer.ts';
import { findStanding } from '../transfers.store.ts';

/** What the law says of a case, with the ground of a refusal that is proposed. */
export async function checkTransfer(
  services: Pick<Services, 'law'>,
  { tx, theCase }: Pick<CaseContext, 'tx' | 'theCase'>,
): Promise<CaseCheck> {
  const refusal = await standingRefusal(tx, theCase);
  const found = await findingsOn(services, tx, await askedOf(tx, theCase));
  return checkOf({ findings: [...saidOf(refusal), ...found] });
}

/** The refusal that is being proposed, or waits for its signature; one that was taken back counts no more. */
async function standingRefusal(tx: Transaction, { id, data }: Case): Promise<Refusal | undefined> {
  const { refusal } = data as unknown as TransferData;
  if (!refusal) return undefined;
  const { seq, pendingAction } = await getLastEvent(tx, id);
  return seq === refusal.afterSeq || pendingAction === REFUSE ? refusal : undefined;
}

/** 不同意的理由 as one of the findings: it weighs, and tells the family what to do. */
const saidOf = (refusal: Refusal | undefined): LawFinding[] =>
  refusal?.finding ? [{ ...refusal.finding, verdict: 'DISCRETIONARY', remedy: refusal.remedy }] : [];

/** The transfer as it is put to the law. */
export async function askedOf(tx: Transaction, { subjectId, data, lawDay }: Case): Promise<AskedTransfer> {
  const { form, sending, receiving, term, stage, grade } = data as unknown as TransferData;
  const now = await findStanding(tx, subjectId);
  // Of a transfer that is over the law is asked as it was then: the child is at the other school by now.
  const gone = { schoolId: sending.schoolId, path: '', stage, grade, state: 'ENROLLED' };
  const then = { ...gone, formerSchoolIds: [], underDiscipline: false };
  const standing = now?.schoolId === sending.schoolId ? now : { ...then, enteredOn: now?.enteredOn ?? lawDay };
  const schools = await institutionsById(tx, [sending.schoolId, receiving.schoolId]);
  const [from, to] = [schools.get(sending.schoolId)!, schools.get(receiving.schoolId)!];
  const around = await surroundingsOf(tx, { sending: from, receiving: to, stage, day: lawDay });
  return {
    standing,
    around,
    sending: from,
    receiving: to,
    term,
    form,
    day: lawDay,
  };
}
