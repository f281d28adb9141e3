/** 毕业所用成绩: what the file says of the facts that the law asks of a graduand; what nobody has recorded is absent. */
import type { Transaction } from '../../../db/transaction.ts';
import type { Stage } from '../../../policy/index.ts';
import type { ProficiencyResult } from '../../../policy/questions/graduation.ts';
import { listDisciplinesOf } from '../../conduct/discipline.store.ts';
import { isPassed, type Result } from '../assessment.api.ts';
import { sumCredits } from '../electives/credits/credits.ts';
import type { PracticeRecord } from '../practice/practice.api.ts';
import { listPracticeOf } from '../practice/practice.store.ts';
import { type QualityReport, qualityPassed } from '../quality/quality.api.ts';
import { listReportsOf } from '../quality/report.store.ts';
import { listResultsOf } from './result.store.ts';

/** By the names of the facts of `compulsory-graduation` and `senior-graduation`. */
export type FoundFacts = Readonly<Record<string, boolean | number | string>>;

/**
 * For each student of a stage that ends in the calendar year `year`. The caller has these students in scope: what other
 * schools recorded of them counts as well.
 */
export async function resultsFor(
  tx: Transaction,
  studentIds: readonly string[],
  { stage, year }: { stage: Stage; year: number },
): Promise<ReadonlyMap<string, FoundFacts>> {
  const [results, reports, practice, disciplines] = await tx.beyondScope(async () => [
    await listResultsOf(tx, studentIds),
    await listReportsOf(tx, studentIds),
    stage === 'SENIOR' ? await listPracticeOf(tx, studentIds) : [],
    await listDisciplinesOf(tx, studentIds),
  ]);
  const of = <T extends { studentId: string; stage: Stage }>(all: readonly T[]) =>
    Map.groupBy(
      all.filter((one) => one.stage === stage),
      ({ studentId }) => studentId,
    );
  const found = { results: of(results), reports: of(reports), practice: of(practice) };
  return new Map(
    studentIds.map((id) => {
      const own = {
        results: found.results.get(id) ?? [],
        reports: (found.reports.get(id) ?? []).filter(({ signedAt }) => signedAt),
        practice: found.practice.get(id) ?? [],
      };
      const standing = disciplines.filter(({ studentId }) => studentId === id);
      return [
        id,
        stage === 'SENIOR'
          ? { ...seniorFacts(own), unrevokedDiscipline: standing.length > 0 }
          : { ...compulsoryFacts(own, stage, year), schoolDiscipline: standing.some(({ level }) => level !== 'CLASS') },
      ];
    }),
  );
}

interface Found {
  results: readonly Result[];
  /** Signed ones, latest first. */
  reports: readonly QualityReport[];
  practice: readonly PracticeRecord[];
}

export function seniorFacts({ results, reports, practice }: Found): FoundFacts {
  const sums = sumCredits(results);
  const final = reports.find(({ occasion }) => occasion === 'GRADUATING');
  const sport = results.find(({ kind }) => kind === 'SPORT');
  return known({
    ...(results.some(({ kind }) => kind === 'CREDITS')
      ? {
          totalCredits: sums.TOTAL,
          requiredCredits: sums.REQUIRED,
          subjectElectives: sums.SUBJECT_ELECTIVE,
          schoolElectives: sums.SCHOOL_ELECTIVE,
        }
      : {}),
    qualityPassed: final && qualityPassed('SENIOR', final.ratings),
    proficiency: lowestProficiency(results),
    sportPassed: sport && isPassed(sport),
    labourDone: practice.length > 0 ? true : undefined,
  });
}

const CORE = ['CHINESE', 'MATHEMATICS', 'ENGLISH'];
const SCIENCES = ['POLITICS', 'PHYSICS', 'CHEMISTRY'];

/** The finals of the last term, make-ups counted, and the last signed report. */
export function compulsoryFacts({ results, reports }: Found, stage: Stage, year: number): FoundFacts {
  const last = results.filter(({ schoolYear, term }) => schoolYear === year - 1 && term === 2);
  const finals = last.filter(({ kind }) => kind === 'FINAL');
  const report = reports[0];
  const quality = report && qualityPassed(stage, report.ratings);
  const moral = report?.ratings.MORAL;
  if (finals.length === 0) return known({ qualityPassed: quality, moralPassed: moral && moral !== 'D' });
  const madeUp = new Set(last.filter((one) => one.kind === 'MAKE_UP' && isPassed(one)).map(({ subject }) => subject));
  const failed = finals.filter((one) => isPassed(one) === false && !madeUp.has(one.subject));
  const count = (of: (code: string) => boolean) => failed.filter(({ subject }) => of(subject)).length;
  return known({
    qualityPassed: quality,
    failedSubjects: failed.length,
    failedCore: count((code) => CORE.includes(code)),
    failedSciences: count((code) => SCIENCES.includes(code)),
    failedOthers: count((code) => !CORE.includes(code)),
    moralPassed: moral && moral !== 'D',
    satExamination: finals.some(({ value }) => value.mark !== 'ABSENT' && value.mark !== 'EXEMPT'),
  });
}

const known = (facts: Record<string, boolean | number | string | undefined>): FoundFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as FoundFacts;

/** From best to lowest, as the law names results; who missed the examination has failed it. */
const RANKS = ['A', 'B', 'C', 'PASSED', 'BELOW', 'FAILED'] as const satisfies readonly ProficiencyResult[];

function rankOf({ value }: Result): number | undefined {
  if (value.rating !== undefined) return RANKS.indexOf(value.rating === 'D' ? 'BELOW' : value.rating);
  if (value.mark === 'PASSED') return RANKS.indexOf('PASSED');
  return value.mark === 'FAILED' || value.mark === 'ABSENT' ? RANKS.indexOf('FAILED') : undefined;
}

/** 含补考: of each subject the best result; subjects for which somebody is only on a roster have it as it is. */
export function bestProficiency(results: readonly Result[]): Map<string, Result> {
  const best = new Map<string, Result>();
  for (const one of results.filter(({ kind }) => kind === 'PROFICIENCY')) {
    const before = best.get(one.subject);
    if (!before || (rankOf(one) ?? RANKS.length) < (rankOf(before) ?? RANKS.length)) best.set(one.subject, one);
  }
  return best;
}

/** Undefined where nothing was sat for yet, or a result is still to come. */
function lowestProficiency(results: readonly Result[]): ProficiencyResult | undefined {
  const sat = [...bestProficiency(results).values()].filter(({ value }) => value.mark !== 'EXEMPT');
  const ranks = sat.map(rankOf);
  if (ranks.length === 0 || ranks.includes(undefined)) return undefined;
  return RANKS[Math.max(...(ranks as number[]))];
}
