/** 综合素质评价报告: the signed report of a student with the results of its term; what nobody has recorded is left free. Pure. */
import type { Stage } from '../../../policy/index.ts';
import {
  dimensionsOf,
  OCCASIONS,
  type QualityReport,
  RATINGS,
  RESULT_KINDS,
  type Result,
  termWords,
  valueWords,
} from '../../../school-life/index.ts';
import { type FormBlock, inRows } from '../form-paper.ts';

/** What is examined in a term, in the order of the columns. */
const OF_TERM = ['USUAL', 'MIDTERM', 'FINAL', 'MAKE_UP'] as const satisfies Result['kind'][];

/** The report of a student of the stage, or the empty form. */
export function qualityReport(
  stage: Stage,
  report: QualityReport | undefined,
  results: readonly Result[],
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
    ...resultLists(results),
    { kind: 'WORDS', heading: '学生自我评价', lines: [], room: 22 },
    { kind: 'WORDS', heading: '班主任评语', lines: report ? [report.teacherWords] : [], room: 14 },
    ...(stage === 'SENIOR' ? [] : [{ kind: 'WORDS' as const, heading: '家长意见', lines: [], room: 12 }]),
  ];
}

/** Results that belong to a report: those of its term; with that of the whole stage its proficiency examinations too. */
export const resultsWith = (report: QualityReport, results: readonly Result[]): Result[] =>
  results.filter(
    ({ kind, stage, schoolYear, term, endedAt }) =>
      stage === report.stage &&
      endedAt === null &&
      (kind === 'PROFICIENCY'
        ? report.occasion === 'GRADUATING'
        : (OF_TERM as readonly string[]).includes(kind) && schoolYear === report.schoolYear && term === report.term),
  );

function resultLists(results: readonly Result[]): FormBlock[] {
  const ofTerm = results.filter(({ kind }) => kind !== 'PROFICIENCY');
  const proficiency = results.filter(({ kind }) => kind === 'PROFICIENCY');
  const lists: FormBlock[] = [];
  if (ofTerm.length > 0) {
    lists.push({
      kind: 'LIST',
      heading: '本学期考试成绩',
      columns: [{ heading: '科目', width: 58 }, ...OF_TERM.map((kind) => ({ heading: RESULT_KINDS[kind], width: 30 }))],
      rows: [...Map.groupBy(ofTerm, ({ subjectName }) => subjectName)].map(([subject, of]) => [
        subject,
        ...OF_TERM.map((kind) => wordsOf(of.find((one) => one.kind === kind))),
      ]),
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

/** 86 of 100 points is written 86; of other full points 112/120. */
function wordsOf(one: Result | undefined): string {
  if (!one) return '';
  const full = one.value.points !== undefined && one.fullPoints !== null && one.fullPoints !== 100;
  return full ? `${valueWords(one.value)}/${one.fullPoints}` : valueWords(one.value);
}
