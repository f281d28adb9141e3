/** 到期事项: what somebody of a school must decide or enter by now, and what the law of the place says will follow. */
import type { Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, civilDate, dayOf, schoolYearOf } from '../../../kernel/civil-date.ts';
import type { TermOf } from '../../assessments/assessment.api.ts';
import { spanOf, termAt, termBefore } from '../../assessments/term-in.ts';
import { type CitedSentence, findingsOf } from '../../attendance/findings.ts';
import { lawPlaceOf } from '../../attendance/reach.ts';
import {
  countMissingMakeUps,
  countOldHardships,
  type EndingProbation,
  listEndingProbations,
  type OfSchools,
} from './dues.store.ts';

/** So many days before its end a probation is called to mind. */
const SOON_DAYS = 30;

export interface MissingMakeUps {
  term: TermOf;
  schoolId: string;
  classGroupId: string | null;
  students: number;
}

export interface Dues {
  /** Ending within thirty days, or over without a decision. */
  probations: (EndingProbation & { over: boolean })[];
  /** By school: recognised before this school year. */
  hardships: ReadonlyMap<string, number>;
  /** Of the term before, and of the running one once its finals are there. */
  makeUps: MissingMakeUps[];
}

/** Counts; whoever asks sees only what lies in the scope. */
export async function duesOf(tx: Transaction, of: OfSchools): Promise<Dues> {
  const today = dayOf(tx.now);
  const probations = await listEndingProbations(tx, of, { until: addDays(today, SOON_DAYS) });
  const running = termAt(today);
  const makeUps: MissingMakeUps[] = [];
  for (const term of [termBefore(running), running]) {
    for (const one of await countMissingMakeUps(tx, of, term)) makeUps.push({ term, ...one });
  }
  return {
    probations: probations.map((one) => ({ ...one, over: one.untilOn < today })),
    hardships: await countOldHardships(tx, of, { before: yearBegin(today) }),
    makeUps,
  };
}

const yearBegin = (today: CivilDate): CivilDate => civilDate(`${schoolYearOf(today)}-09-01`);

/** Is the term over? Then its make-ups should be there. */
export const isOver = (term: TermOf, today: CivilDate): boolean => spanOf(term).endsOn < today;

/** 留校察看期满: what the law says of a student of whom nothing better is known. */
export function saidOfProbation(
  { law }: Pick<Services, 'law'>,
  school: { placeCode: string; code: string | null },
  { stage, givenOn }: Pick<EndingProbation, 'stage' | 'givenOn'>,
  today: CivilDate,
): CitedSentence | undefined {
  const facts = { stage, kind: 'PROBATION', progress: false, givenOn } as const;
  return findingsOf(law.ask('discipline-revocation', lawPlaceOf(school, today), facts)).find(
    ({ verdict }) => verdict !== 'ALLOW',
  );
}
