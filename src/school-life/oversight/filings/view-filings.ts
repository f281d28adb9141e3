/** 归档情况: which schools below have filed results and reports of a term; late are those whose law asks for it and whose term is over. */
import type { Actor, Services } from '../../../access/index.ts';
import { listSchoolsBelow } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { type TermOf, termWords } from '../../assessments/assessment.api.ts';
import { dueTerm } from '../../assessments/filing/view-overview.ts';
import { askAssessment } from '../../assessments/results/ask-assessment.ts';
import { lastTerms, spanOf } from '../../assessments/term-in.ts';
import type { FilingsView } from './filings.api.ts';
import { countRollDays, countSeats, countWithFinals, countWithReports } from './filings.store.ts';

const TERMS_SHOWN = 6;
const MOST_SCHOOLS = 300;
const ORDER = { OVERDUE: 0, OPEN: 1, FILED: 2 } as const;

/** Counts only, without a term of the one that is due, else of the running one. Late ones first; schools without students in the term are left out. */
export async function viewFilings(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  wish: TermOf | undefined,
): Promise<FilingsView> {
  const today = dayOf(tx.now);
  const terms = lastTerms(tx.now, TERMS_SHOWN);
  const term = wish ?? dueTerm(today, terms[0]!) ?? terms[0]!;
  const { startsOn, endsOn } = spanOf(term);
  const over = endsOn < today;
  const all = await listSchoolsBelow(tx, actor.institution.path);
  const schools = all.slice(0, MOST_SCHOOLS);
  const of = { schoolIds: schools.map(({ id }) => id), term, on: over ? endsOn : today };
  const seats = await countSeats(tx, of);
  const results = await countWithFinals(tx, of);
  const reports = await countWithReports(tx, of);
  const rolls = await countRollDays(tx, of, { from: startsOn, to: of.on });
  const items = schools.flatMap((school): FilingsView['items'] => {
    const seated = seats.get(school.id);
    if (!seated) return [];
    const counts = { results: results.get(school.id) ?? 0, reports: reports.get(school.id) ?? 0 };
    const said = askAssessment(
      law,
      { school, group: { stage: school.stages[0] ?? 'PRIMARY' }, day: today },
      { kind: 'FINAL', takesPart: true, whole: true },
    ).findings.find(({ ruleId }) => ruleId === 'assessment-filing');
    const filed = counts.results >= seated.students && counts.reports >= seated.students;
    const roll = rolls.get(school.id);
    return [
      {
        ...{ schoolId: school.id, name: school.name, ...seated, ...counts },
        ...{ rollDays: roll?.days ?? 0, rollOn: roll?.lastOn ?? null },
        state: filed ? 'FILED' : over && said ? 'OVERDUE' : 'OPEN',
        chip: said?.chip ?? null,
      },
    ];
  });
  const named = (one: TermOf) => ({ ...one, words: termWords(one) });
  return {
    ...{ terms: terms.map(named), term: named(term), over, more: all.length > MOST_SCHOOLS },
    items: items.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || a.name.localeCompare(b.name, 'zh')),
  };
}
