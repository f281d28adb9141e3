/** 一名学生的考核: term by term, with what was corrected and by which school it was entered. */
import type { Actor } from '../../../access/index.ts';
import { institutionsById } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { getOwnStudent } from '../../attendance/reach.ts';
import type { StudentAssessments } from '../api/further.api.ts';
import { RATINGS, type Rating, RESULT_KINDS, type Result, type TermOf, termWords } from '../assessment.api.ts';
import { PRACTICE_KINDS } from '../practice/practice.api.ts';
import { dimensionsOf, type QualityReport, reportName } from '../quality/quality.api.ts';
import { cellText } from '../results/read-value.api.ts';
import { listAssessments, practiceOf, qualityReportsOf } from './follow-student.ts';

/** Refuses NOT_FOUND for a student outside the caller's place, and for a class teacher outside the class group. */
export async function viewStudentAssessments(
  tx: Transaction,
  actor: Actor,
  studentId: string,
): Promise<StudentAssessments> {
  await getOwnStudent(tx, actor, studentId);
  const results = await listAssessments(tx, studentId, { ended: true });
  const reports = await qualityReportsOf(tx, studentId);
  const practice = await practiceOf(tx, studentId);
  const all = [...results, ...reports];
  const schools = await institutionsById(tx, [...new Set(all.map(({ schoolId }) => schoolId))]);
  const keyOf = ({ schoolYear, term, schoolId, broughtFrom }: Told) =>
    `${schoolYear} ${term} ${schoolId} ${broughtFrom ?? ''}`;
  const keys = [...new Map(all.map((one) => [keyOf(one), one])).entries()].sort(([, a], [, b]) => later(a, b));
  return {
    terms: keys.map(([key, { schoolYear, term, schoolId, broughtFrom }]) => ({
      term: { schoolYear, term, words: termWords({ schoolYear, term }) },
      schoolName: broughtFrom ?? schools.get(schoolId)?.name ?? '',
      broughtTo: broughtFrom === null ? null : (schools.get(schoolId)?.name ?? ''),
      results: resultsOf(results.filter((one) => keyOf(one) === key)),
      reports: reports.filter((one) => keyOf(one) === key).map(reportOf),
    })),
    practice: practice.map(({ kind, activity, heldOn, hours, partTaken, confirmedByName }) => ({
      ...{ activity, heldOn, hours, partTaken, confirmedByName, kindWords: PRACTICE_KINDS[kind] },
    })),
  };
}

type Told = TermOf & { schoolId: string; broughtFrom: string | null };

const later = (a: TermOf, b: TermOf): number => b.schoolYear - a.schoolYear || b.term - a.term;

function resultsOf(results: readonly Result[]): StudentAssessments['terms'][number]['results'] {
  return results
    .filter(({ endedAt }) => endedAt === null)
    .map(({ kind, subject, subjectName, value }) => ({
      kindWords: RESULT_KINDS[kind],
      subject: subjectName,
      words: cellText(value, kind),
      earlier: results
        .filter((one) => one.endedAt !== null && one.kind === kind && one.subject === subject)
        .map((one) => ({
          words: cellText(one.value, kind),
          why: `${dayOf(one.endedAt!)}更正${one.endReason ? `：${one.endReason}` : ''}`,
        })),
    }));
}

function reportOf({ stage, occasion, ratings, teacherWords, signedByName, signedAt, broughtFrom }: QualityReport) {
  return {
    name: reportName(stage, occasion),
    signed: signedAt ? `${signedByName}，${dayOf(signedAt)}${broughtFrom === null ? '' : '照原件录入'}` : null,
    ratings: Object.entries(dimensionsOf(stage)).flatMap(([code, dimension]) => {
      const rating = (ratings as Record<string, Rating | undefined>)[code];
      return rating ? [{ dimension, words: RATINGS[rating] }] : [];
    }),
    teacherWords,
  };
}
