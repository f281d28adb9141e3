/** 补录转入前学期: which terms of the stage a student spent elsewhere, and what is known of one of them. */
import type { Actor } from '../../../access/index.ts';
import { gradeName, gradesOf, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf, schoolYearOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getSeatedStudent } from '../../attendance/reach.ts';
import type { PlacedStudent } from '../../attendance/register/members.store.ts';
import { type Result, type TermOf, termWords } from '../assessment.api.ts';
import { dimensionsOf, type Occasion, type QualityReport, reportName } from '../quality/quality.api.ts';
import { listReportsOf } from '../quality/report.store.ts';
import { allowedWords, cellText } from '../results/read-value.api.ts';
import { listResultsOf } from '../results/result.store.ts';
import { subjectsOf } from '../subjects/school-subjects.ts';
import { columnsOf, type Subject } from '../subjects/subject.ts';
import { spanOf, termAt, termBefore } from '../term-in.ts';
import { EARLIER_KINDS, type EarlierView } from './earlier.api.ts';
import { findEntryDay } from './earlier.store.ts';

export type EarlierKind = keyof typeof EARLIER_KINDS;

export interface EarlierWish {
  studentId: string;
  kind: EarlierKind;
  term: TermOf | undefined;
}

/** All that view and save ask of one term. */
export interface Earlier {
  student: PlacedStudent & { classGroupId: string };
  school: Institution;
  terms: TermOf[];
  term: TermOf | undefined;
  kind: EarlierKind;
  grade: number;
  columns: Subject[];
  results: Result[];
  report: QualityReport | undefined;
}

/** 报告时点 that tells of a whole term, or of a senior year. */
export const occasionIn = (stage: PlacedStudent['stage']): Occasion => (stage === 'SENIOR' ? 'INTERIM' : 'FINAL');

/** Refuses NOT_FOUND for a student who is not the caller's, BAD_INPUT for a term that was not spent elsewhere in this stage. */
export async function readEarlier(
  tx: Transaction,
  actor: Actor,
  { studentId, kind, term }: EarlierWish,
): Promise<Earlier> {
  const { student, school } = await getSeatedStudent(tx, actor, studentId);
  if (kind !== 'FINAL' && student.stage !== 'SENIOR') throw refuse('BAD_INPUT', { what: '此学段没有这种考核' });
  const terms = await termsElsewhere(tx, student, school);
  const known = terms.some((one) => one.schoolYear === term?.schoolYear && one.term === term.term);
  if (term && !known) {
    throw refuse('BAD_INPUT', { what: '此学期不是转入本校以前、本学段的学期，在本校的学期请在“考核”中登记' });
  }
  const chosen = term ?? terms[0];
  const grade = chosen ? gradeThen(student, chosen, tx.now) : student.grade;
  const columns = columnsOf(await subjectsOf(tx, school, student.stage), kind, grade);
  const of = (one: TermOf) => one.schoolYear === chosen?.schoolYear && one.term === chosen.term;
  const results = (await tx.beyondScope(() => listResultsOf(tx, [studentId], { kinds: [kind] }))).filter(of);
  const reports = (await tx.beyondScope(() => listReportsOf(tx, [studentId]))).filter(of);
  const elsewhere = [...results, ...reports].find(({ broughtFrom }) => broughtFrom === null);
  if (elsewhere) {
    throw refuse('CONFLICT', { what: '此学期的成绩或报告已由原学校登记，随学籍转来，不必补录' });
  }
  const report = reports.find(({ occasion }) => occasion === occasionIn(student.stage));
  return { student, school, terms, term: chosen, kind, grade, columns, results, report };
}

const gradeThen = ({ grade }: PlacedStudent, { schoolYear }: TermOf, now: Date): number =>
  grade - (schoolYearOf(dayOf(now)) - schoolYear);

/** From the term before the one in which the student came, back to the first of the stage; the latest first. */
async function termsElsewhere(tx: Transaction, student: PlacedStudent, school: Institution): Promise<TermOf[]> {
  const came = await findEntryDay(tx, student);
  if (!came) return [];
  const first = Math.min(...gradesOf([student.stage], school.years).map(({ grade }) => grade));
  const terms: TermOf[] = [];
  let term = termAt(came);
  // Who came on the last days of a term has spent it elsewhere.
  if (spanOf(term).endsOn >= came) term = termBefore(term);
  for (; gradeThen(student, term, tx.now) >= first; term = termBefore(term)) terms.push(term);
  return terms;
}

const named = (term: TermOf) => ({ ...term, words: termWords(term) });

export function earlierViewOf(tx: Transaction, one: Earlier): EarlierView {
  const { student, terms, term, kind, grade, columns, results, report } = one;
  const kept = new Map(results.map((result) => [result.subject, result]));
  const today = dayOf(tx.now);
  const kinds = student.stage === 'SENIOR' ? (Object.keys(EARLIER_KINDS) as EarlierKind[]) : (['FINAL'] as const);
  return {
    terms: terms.map(named),
    term: term ? named(term) : null,
    kinds: kinds.map((each) => ({ kind: each, words: EARLIER_KINDS[each] })),
    kind,
    gradeWords: term ? gradeName(grade) : null,
    from: results[0]?.broughtFrom ?? report?.broughtFrom ?? '',
    columns: columns.map((column) => {
      const result = kept.get(column.code);
      return {
        ...{ code: column.code, name: column.name, allowed: allowedWords(column, kind) },
        text: result ? cellText(result.value, kind) : '',
        earlier: result !== undefined && dayOf(result.enteredAt) < today,
      };
    }),
    report: {
      name: reportName(student.stage, occasionIn(student.stage)),
      dimensions: Object.entries(dimensionsOf(student.stage)).map(([code, words]) => ({
        code: code as 'MORAL',
        words,
      })),
      version: report?.version ?? 0,
      ratings: report?.ratings ?? {},
      teacherWords: report?.teacherWords ?? '',
    },
  };
}

/** The latest such term where none is named. */
export const viewEarlier = async (tx: Transaction, actor: Actor, wish: EarlierWish): Promise<EarlierView> =>
  earlierViewOf(tx, await readEarlier(tx, actor, wish));
