/** 综合素质评价报告: the signed report with the results of its term, and the reports and results of all other terms. Pure. */
import type { Stage } from '../../../policy/index.ts';
import {
  dimensionsOf,
  OCCASIONS,
  type QualityReport,
  RATINGS,
  RESULT_KINDS,
  type Result,
  type TermOf,
  termWords,
  valueWords,
} from '../../../school-life/index.ts';
import { type FormBlock, inRows } from '../form-paper.ts';

/** What is examined in a term, in the order of the columns. */
const OF_TERM = ['USUAL', 'MIDTERM', 'FINAL', 'MAKE_UP'] as const satisfies Result['kind'][];

/** What is on file beside the report itself. */
export interface QualityFile {
  results: readonly Result[];
  /** Signed reports of other terms or occasions. */
  others?: readonly QualityReport[];
}

/** The report of a student of the stage, or, where none is signed, the empty form with what is on file. */
export function qualityReport(
  stage: Stage,
  report: QualityReport | undefined,
  { results, others = [] }: QualityFile,
): FormBlock[] {
  const dimensions = Object.entries(dimensionsOf(stage));
  const ratings = (report?.ratings ?? {}) as Record<string, keyof typeof RATINGS | undefined>;
  return [
    {
      kind: 'ITEMS',
      heading: '',
      rows: inRows([
        { label: '评价学期', value: report ? termWords(report) : '' },
        { label: '评价时点', value: report ? OCCASIONS[report.occasion] : '' },
        { label: '签署人', value: report?.signedByName ?? '' },
      ]),
    },
    {
      kind: 'LIST',
      heading: '评价等级',
      columns: [
        { heading: '评价维度', width: 60 },
        { heading: '等级', width: 40 },
        { heading: '说明', width: 78 },
      ],
      rows: dimensions.map(([code, words]) => [words, ratings[code] ? RATINGS[ratings[code]] : '', '']),
      blank: 0,
    },
    ...resultLists(report, results),
    ...otherReports(stage, others),
    { kind: 'WORDS', heading: '学生自我评价', lines: [], room: 22 },
    { kind: 'WORDS', heading: '班主任评语', lines: report ? [report.teacherWords] : [], room: 14 },
    ...(stage === 'SENIOR' ? [] : [{ kind: 'WORDS' as const, heading: '家长意见', lines: [], room: 12 }]),
  ];
}

/** Results that stand on a report: those of every term of its stage; with that of the whole stage its proficiency examinations too. */
export const resultsFor = (
  stage: Stage,
  occasion: QualityReport['occasion'] | undefined,
  results: readonly Result[],
): Result[] =>
  results.filter(
    (one) =>
      one.stage === stage &&
      one.endedAt === null &&
      (one.kind === 'PROFICIENCY' ? occasion === 'GRADUATING' : (OF_TERM as readonly string[]).includes(one.kind)),
  );

const byTerm = (a: TermOf, b: TermOf): number => a.schoolYear - b.schoolYear || a.term - b.term;
const isSameTerm = (a: TermOf | undefined, b: TermOf): boolean => a !== undefined && byTerm(a, b) === 0;

function resultLists(report: QualityReport | undefined, results: readonly Result[]): FormBlock[] {
  const examined = results.filter(({ kind }) => kind !== 'PROFICIENCY');
  const ofTerm = examined.filter((one) => isSameTerm(report, one));
  const elsewhen = examined.filter((one) => !isSameTerm(report, one)).toSorted(byTerm);
  const proficiency = results.filter(({ kind }) => kind === 'PROFICIENCY');
  const lists: FormBlock[] = [];
  if (ofTerm.length > 0) {
    lists.push({
      kind: 'LIST',
      heading: '本学期考试成绩',
      columns: [{ heading: '科目', width: 58 }, ...OF_TERM.map((kind) => ({ heading: RESULT_KINDS[kind], width: 30 }))],
      rows: subjectRows(ofTerm),
      blank: 0,
    });
  }
  if (elsewhen.length > 0) {
    lists.push({
      kind: 'LIST',
      heading: report ? '其他学期考试成绩' : '各学期考试成绩',
      columns: [
        { heading: '学期', width: 46 },
        { heading: '科目', width: 36 },
        ...OF_TERM.map((kind) => ({ heading: RESULT_KINDS[kind], width: 24 })),
      ],
      rows: [...Map.groupBy(elsewhen, termWords)].flatMap(([term, of]) => subjectRows(of).map((row) => [term, ...row])),
      blank: 0,
    });
  }
  if (proficiency.length > 0) {
    lists.push({
      kind: 'LIST',
      heading: RESULT_KINDS.PROFICIENCY,
      columns: [
        { heading: '科目', width: 58 },
        { heading: '学期', width: 60 },
        { heading: '成绩', width: 60 },
      ],
      rows: proficiency.map((one) => [one.subjectName, termWords(one), wordsOf(one)]),
      blank: 0,
    });
  }
  return lists;
}

/** A row for each subject, its results in the order of the columns. */
const subjectRows = (results: readonly Result[]): string[][] =>
  [...Map.groupBy(results, ({ subjectName }) => subjectName)].map(([subject, of]) => [
    subject,
    ...OF_TERM.map((kind) => wordsOf(of.find((one) => one.kind === kind))),
  ]);

/** Millimetres of the list of other reports that the ratings share. */
const FOR_RATINGS = 112;

function otherReports(stage: Stage, others: readonly QualityReport[]): FormBlock[] {
  if (others.length === 0) return [];
  const dimensions = Object.entries(dimensionsOf(stage));
  return [
    {
      kind: 'LIST',
      heading: '历次评价',
      columns: [
        { heading: '学期', width: 46 },
        { heading: '时点', width: 20 },
        ...dimensions.map(([, heading]) => ({ heading, width: FOR_RATINGS / dimensions.length })),
      ],
      rows: others.toSorted(byTerm).map((one) => [
        termWords(one),
        OCCASIONS[one.occasion],
        ...dimensions.map(([code]) => {
          const rating = (one.ratings as Record<string, keyof typeof RATINGS | undefined>)[code];
          return rating ? RATINGS[rating] : '';
        }),
      ]),
      blank: 0,
    },
  ];
}

/** 86 of 100 points is written 86; of other full points 112/120. */
function wordsOf(one: Result | undefined): string {
  if (!one) return '';
  const full = one.value.points !== undefined && one.fullPoints !== null && one.fullPoints !== 100;
  return full ? `${valueWords(one.value)}/${one.fullPoints}` : valueWords(one.value);
}
