/** 综合素质发展: signed reports, results of terms and examinations, activities; and discipline that the law files. */
import { dayOf } from '../../../kernel/civil-date.ts';
import {
  dimensionsOf,
  listAssessments,
  PRACTICE_KINDS,
  practiceOf,
  type QualityReport,
  qualityReportsOf,
  RATINGS,
  RESULT_KINDS,
  type Result,
  reportName,
  termWords,
  valueWords,
} from '../../../school-life/index.ts';
import { conductFor } from './conduct.ts';
import type { FileItem, FileSource } from './file-source.ts';
import { studentsWithDevelopment } from './having.store.ts';

type Unnamed = Omit<FileItem, 'schoolName'> & { schoolId: string };

/** Results of one kind and term are one item: their sheet, not each figure. */
const SHEETS: readonly string[] = ['MIDTERM', 'FINAL', 'MAKE_UP', 'PROFICIENCY', 'SPORT', 'CREDITS'];

export const developmentSource: FileSource = {
  having: studentsWithDevelopment,
  itemsOf: async (asking, studentId) => {
    const { tx, whole } = asking;
    const reports = (await qualityReportsOf(tx, studentId)).filter(({ signedAt }) => signedAt !== null);
    const results = (await listAssessments(tx, studentId)).filter(({ kind }) => SHEETS.includes(kind));
    const activities = await practiceOf(tx, studentId);
    const { disciplines } = await conductFor(asking, studentId);
    const to = `/students/${studentId}?tab=assessments`;
    const items: Unnamed[] = [
      ...reports.map((one) => ({
        ...{ key: one.id, what: `${termWords(one)}${reportName(one.stage, one.occasion)}`, on: dayOf(one.signedAt!) },
        ...{ schoolId: one.schoolId, source: signedBy(one), to },
        ...(whole ? { values: ratingsOf(one) } : {}),
      })),
      ...sheetsOf(results, to, whole),
      ...activities.map(({ id, kind, activity, heldOn, schoolId, hours, enteredAt }) => ({
        ...{ key: id, what: `${PRACTICE_KINDS[kind]}：${activity}（${hours}小时）`, on: heldOn },
        ...{ schoolId, source: '综合实践活动', to, enteredOn: dayOf(enteredAt) },
      })),
      // A revoked one has left the file and stays with the school (SC-38.6).
      ...disciplines
        .filter(({ filed }) => filed)
        .map(({ caseId, givenOn, schoolId }) => ({
          ...{ key: caseId, what: '处分决定', on: givenOn, schoolId, source: '处分办件', to: `/cases/${caseId}` },
          fills: false as const,
        })),
    ];
    const schools = await asking.schoolNames(items.map(({ schoolId }) => schoolId));
    return items.map(({ schoolId, ...item }) => ({ ...item, schoolName: schools.get(schoolId) ?? null }));
  },
};

const signedBy = ({ signedByName, broughtFrom }: QualityReport): string =>
  broughtFrom === null ? `班主任${signedByName ?? ''}签字` : `${broughtFrom}报告，${signedByName ?? ''}照原件补录`;

const ratingsOf = ({ stage, ratings, teacherWords }: QualityReport) => [
  ...Object.entries(dimensionsOf(stage)).flatMap(([dimension, label]) => {
    const rating = ratings[dimension as keyof typeof ratings];
    return rating ? [{ label, value: RATINGS[rating] }] : [];
  }),
  ...(teacherWords === '' ? [] : [{ label: '班主任评语', value: teacherWords }]),
];

/** 86（满分100，2学分） */
function markOf({ subjectName, value, fullPoints, credits }: Result) {
  const notes = [
    ...(fullPoints === null ? [] : [`满分${fullPoints}`]),
    ...(credits === null ? [] : [`${credits}学分`]),
  ];
  return { label: subjectName, value: `${valueWords(value)}${notes.length > 0 ? `（${notes.join('，')}）` : ''}` };
}

function sheetsOf(results: readonly Result[], to: string, whole: boolean): Unnamed[] {
  const sheets = Map.groupBy(results, ({ schoolYear, term, kind, schoolId }) =>
    [schoolYear, term, kind, schoolId].join(' '),
  );
  return [...sheets].map(([key, of]) => {
    const [first] = of;
    const on = of
      .map(({ enteredAt }) => dayOf(enteredAt))
      .toSorted()
      .at(-1)!;
    return {
      ...{ key, what: `${termWords(first!)}${RESULT_KINDS[first!.kind]}（${of.length}科）`, on },
      ...{
        schoolId: first!.schoolId,
        source: first!.broughtFrom === null ? '成绩登记' : `${first!.broughtFrom}成绩单，照原件补录`,
        to,
      },
      ...(whole ? { values: of.map(markOf) } : {}),
    };
  });
}
