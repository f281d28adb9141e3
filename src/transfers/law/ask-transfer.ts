/** 转学核对: both places are asked; what either forbids is forbidden. */
import type { Services } from '../../access/index.ts';
import { gradeOf, type Institution, listSeats } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  type BothPlaces,
  byVerdict,
  type JointDecision,
  type LawFinding,
  type Side,
  TRANSFER_PAPERS,
  type TransferPaper,
} from '../../policy/index.ts';
import { type AskedTransfer, factsOf } from './transfer-facts.ts';

type Law = Pick<Services, 'law'>;

/** What both laws say of the transfer as it is filled in. */
export const askTransfer = ({ law }: Law, asked: AskedTransfer): JointDecision =>
  law.askBoth('transfer', placesOf(asked), factsOf(asked));

/** 发起: what the law of a school's place says against a school that would open a transfer; undefined where nothing. */
export function whoOpens(
  { law }: Law,
  school: Institution,
  day: CivilDate,
  openedBy: 'RECEIVING_SCHOOL' | 'SENDING_SCHOOL',
): LawFinding | undefined {
  const facts = { ...ANY_TRANSFER, termStart: day, termEnd: day, openedBy } as const;
  const { findings } = law.ask('transfer', { ...placeOf(school), day }, facts);
  return findings.find(({ ruleId, verdict }) => ruleId === 'transfer-opening' && verdict === 'REFUSE');
}

/** Who opens a transfer does not depend on which one it is. */
const ANY_TRANSFER = {
  stage: 'PRIMARY',
  grade: 1,
  targetGrade: 1,
  lastGrade: false,
  ground: 'OTHER',
  schools: 'SAME_COUNTY',
  forTerm: 'RUNNING',
  guardianApplies: true,
  onLeave: false,
  underSanction: false,
} as const;

function placesOf({ sending, receiving, day }: AskedTransfer): BothPlaces {
  return { day, sending: placeOf(sending), receiving: placeOf(receiving) };
}

/** Where a school's law is asked: its place, and its own text where it has one. */
export const placeOf = ({ placeCode, code }: Institution) => ({ placeCode, ...(code ? { schoolCode: code } : {}) });

/** A paper that the law of a side asks for. */
export interface AskedPaper {
  code: TransferPaper;
  words: string;
  asked: { chip: string; side: Side | null }[];
}

/** 应交材料: those whose absence alone would make the list incomplete, with the article of each side that asks. */
export function papersAsked(services: Law, asked: AskedTransfer): AskedPaper[] {
  const all = Object.keys(TRANSFER_PAPERS) as TransferPaper[];
  return all.flatMap((code) => {
    const papers = all.filter((one) => one !== code);
    const { findings } = askTransfer(services, { ...asked, form: { ...asked.form, papers } });
    const missing = findings.filter((finding) => finding.ruleId === 'transfer-papers' && finding.code === 'MISSING');
    if (missing.length === 0) return [];
    const sides = missing.map(({ chip, side }) => ({ chip, side: side ?? null }));
    return [{ code, words: TRANSFER_PAPERS[code], asked: sides }];
  });
}

/** Everything that is found: the transfer itself, and the class group once the child sits in it. */
export async function findingsOn(services: Law, tx: Transaction, asked: AskedTransfer): Promise<LawFinding[]> {
  const { findings } = askTransfer(services, asked);
  return [...findings, ...(await sizeFindings(services, tx, asked))].sort(byVerdict);
}

/** 班额: the class group of the receiving school with one child more. */
async function sizeFindings(
  { law }: Law,
  tx: Transaction,
  { form, receiving, day }: AskedTransfer,
): Promise<LawFinding[]> {
  const { classGroupId } = form;
  if (!classGroupId) return [];
  const groups = await tx.beyondScope(() => listSeats(tx, [classGroupId], day));
  return groups.flatMap((group) => {
    const facts = { stage: group.stage, grade: gradeOf(group, day), size: group.seated + 1 };
    const { findings } = law.ask('class-size', { ...placeOf(receiving), day }, facts);
    return findings.map((finding): LawFinding => ({ ...finding, side: 'RECEIVING' }));
  });
}
