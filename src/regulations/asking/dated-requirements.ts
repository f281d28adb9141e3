/** 要件排期: papers, the parties in their order and deadlines, each with its last day by the working calendar. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { type CitedRequirement, lastDayOf, limitWords, PARTIES, type TimeLimit } from '../../policy/index.ts';
import type { DecisionView } from '../regulations.api.ts';
import type { ClauseIndex } from '../texts/clause-index.ts';

type Requirements = DecisionView['requirements'];

/**
 * Everybody is given the whole of his term: the terms of the steps run one after the other from the day asked about,
 * those of deadlines from the last step's end, or from that day where there is none. In a year whose calendar is not
 * published a day in working days stays open, and `undated` says why.
 */
export function datedRequirements(
  all: readonly CitedRequirement[],
  day: CivilDate,
  calendar: WorkingCalendar,
  index: ClauseIndex,
): Requirements {
  let undated: string | null = null;
  const lastDay = (begin: CivilDate | null, within: TimeLimit | undefined): CivilDate | null => {
    if (begin === null || !within) return null;
    try {
      return lastDayOf(begin, within, calendar);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'CALENDAR_NOT_PUBLISHED') throw error;
      undated = error.message;
      return null;
    }
  };
  const wordsOf = (within: TimeLimit | undefined) => (within ? limitWords(within) : null);
  const papers: Requirements['papers'] = [];
  const steps: Requirements['steps'] = [];
  const deadlines: Requirements['deadlines'] = [];
  let reached: CivilDate | null = day;

  for (const one of all) {
    if (one.kind === 'PAPER') papers.push({ ...demandOf(one, index), what: one.what, when: one.when ?? null });
    if (one.kind !== 'STEP') continue;
    const due = lastDay(reached, one.within);
    if (one.within) reached = due;
    steps.push({ ...demandOf(one, index), what: one.what, within: wordsOf(one.within), lastDay: due });
  }
  for (const one of all) {
    if (one.kind !== 'DEADLINE') continue;
    const { what, after, within } = one;
    const due = lastDay(reached, within);
    deadlines.push({
      ...demandOf(one, index),
      what,
      after,
      countedFrom: reached,
      within: wordsOf(within),
      lastDay: due,
    });
  }
  return { papers, steps, deadlines, undated };
}

const demandOf = ({ ruleId, by, chip, clauses, side }: CitedRequirement, index: ClauseIndex) => ({
  ruleId,
  by,
  byWords: PARTIES[by],
  chip,
  clauses: [...clauses],
  instrumentId: index.instrumentOf({ chip, clauses }),
  side: side ?? null,
});
