/** 转学办件: what the engine must know of a transfer: its law, what may not be refused, and what follows at the end. */
import type { Services } from '../access/index.ts';
import { institutionsById } from '../authorities/index.ts';
import type { Case, CaseCheck, CaseContext, CaseKind } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Workflow } from '../workflow/index.ts';
import { completeTransfer } from './complete-transfer.ts';
import { findingsOn, placeOf } from './law/ask-transfer.ts';
import type { AskedTransfer } from './law/transfer-facts.ts';
import { TRANSFER, type TransferData } from './transfer.ts';
import { findStanding } from './transfers.store.ts';

/** The kind with its workflows. */
export function transferKind(services: Services, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === TRANSFER),
    check: (context) => checkTransfer(services, context),
    dueOn: () => Promise.reject(new Error('the terms of a transfer are counted in working days')),
    before: ({ action, check, theCase, school }) => {
      if (action === 'REFUSE') refuseRefusal(services, theCase, school, check);
    },
    effects: { COMPLETED: (context) => completeTransfer(services, context) },
  };
}

/** Both laws, as of the day of the opening, about the child as it stands today. */
async function checkTransfer(services: Pick<Services, 'law'>, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const findings = (await findingsOn(services, tx, await askedOf(tx, theCase))).map((one) => ({ ...one, count: 1 }));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  const first = findings.find(({ verdict }) => verdict !== 'ALLOW');
  return {
    findings,
    red: count('REFUSE'),
    amber: count('DISCRETIONARY'),
    green: count('ALLOW'),
    note: first?.sentence ?? '各项相符',
    unsound: 0,
  };
}

async function askedOf(tx: Transaction, { subjectId, data, lawDay }: Case): Promise<AskedTransfer> {
  const { form, sending, receiving, term, stage, grade } = data as unknown as TransferData;
  const now = await findStanding(tx, subjectId);
  // Of a transfer that is over the law is asked as it was then: the child is at the other school by now.
  const then = { schoolId: sending.schoolId, path: '', stage, grade, state: 'ENROLLED', formerSchoolIds: [] };
  const standing = now?.schoolId === sending.schoolId ? now : { ...then, enteredOn: now?.enteredOn ?? lawDay };
  const schools = await institutionsById(tx, [sending.schoolId, receiving.schoolId]);
  return {
    standing,
    sending: schools.get(sending.schoolId)!,
    receiving: schools.get(receiving.schoolId)!,
    term,
    form,
    day: lawDay,
  };
}

/** 应准予转学的不得拒绝: where the law entitles the child and nothing stands against it, no party may say no (CG-3.1.1). */
function refuseRefusal(
  { law }: Pick<Services, 'law'>,
  { data, lawDay }: Case,
  school: Parameters<typeof placeOf>[0],
  { findings, red }: CaseCheck,
): void {
  const entitled = findings.find(({ code }) => code === 'ENTITLED');
  if (!entitled || red > 0) return;
  const { stage, sending } = data as unknown as TransferData;
  const facts = { stage, matter: 'TRANSFER', reason: 'CONDITIONS_NOT_MET', entitled: true, arranged: false } as const;
  const where =
    entitled.side === 'SENDING' ? { placeCode: sending.placeCode, day: lawDay } : { ...placeOf(school), day: lawDay };
  const denied = law.ask('transfer-refusal', where, facts).findings.find(({ code }) => code === 'ENTITLED');
  if (denied) throw refuse('LAW_REFUSES', { sentence: `${denied.sentence}（${denied.chip}）` });
}
