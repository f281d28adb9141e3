/** 未报到怎么办: the law's next step about one entrant, with what has been done. */
import type { Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Decision } from '../../../policy/index.ts';
import type { RollRow } from '../roll/admitted.ts';
import type { RollEntryView } from '../roll/roll.api.ts';
import type { RollAct } from '../roll/roll-acts.store.ts';
import { type AskedEntry, askedEntry, askNoShow, forfeitAfter } from './ask-check-in.ts';

const PARTY_WORDS: Partial<Record<string, string>> = {
  SCHOOL: '学校',
  TOWNSHIP: '乡镇人民政府',
  COUNTY: '县级教育行政部门',
  AUTHORITY: '学籍主管部门',
  GUARDIAN: '监护人',
};

/** What is asked of whom: urged first; a child of compulsory age then listed, a senior entrant struck off. */
export function decideNoShow(
  services: Pick<Services, 'law'>,
  asked: AskedEntry,
  contacts: number,
): { decision: Decision; forfeitAfter: CivilDate | undefined } {
  const senior = asked.row.stage === 'SENIOR';
  const act = senior ? 'GIVE_UP' : contacts === 0 ? 'URGE' : 'DROPOUT';
  return {
    decision: askNoShow(services, asked, { act, contacts }),
    forfeitAfter: senior ? forfeitAfter(services, asked) : undefined,
  };
}

export async function noShowView(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  row: RollRow,
  { acts }: { termStart: CivilDate; acts: readonly RollAct[] },
): Promise<NonNullable<RollEntryView['noShow']>> {
  const times = (kind: string) => acts.filter(({ act }) => act === kind).length;
  const contacts = times('CONTACT');
  const { decision, forfeitAfter: last } = decideNoShow(services, await askedEntry(tx, row), contacts);
  return {
    findings: decision.findings.map(({ ruleId, verdict, sentence, remedy, chip }) => ({
      ...{ ruleId, verdict, sentence, chip },
      ...(remedy ? { remedy } : {}),
    })),
    steps: decision.requirements.map(({ by, what, chip }) => ({ byWords: PARTY_WORDS[by] ?? '', what, chip })),
    forfeitAfter: last ?? null,
    contacts,
    reports: times('REPORT'),
  };
}
