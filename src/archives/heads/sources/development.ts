/** 综合素质发展: signed reports, results of terms and examinations, activities; and discipline that the law files. */
import { institutionsById } from '../../../authorities/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import {
  conductOf,
  listAssessments,
  PRACTICE_KINDS,
  practiceOf,
  qualityReportsOf,
  RESULT_KINDS,
  type Result,
  reportName,
  termWords,
} from '../../../school-life/index.ts';
import type { FileItem, FileSource } from './file-source.ts';
import { studentsWithDevelopment } from './having.store.ts';

type Unnamed = Omit<FileItem, 'schoolName'> & { schoolId: string };

/** Results of one kind and term are one item: their sheet, not each figure. */
const SHEETS: readonly string[] = ['MIDTERM', 'FINAL', 'MAKE_UP', 'PROFICIENCY', 'SPORT', 'CREDITS'];

export const developmentSource: FileSource = {
  having: studentsWithDevelopment,
  itemsOf: async ({ tx }, studentId) => {
    const reports = (await qualityReportsOf(tx, studentId)).filter(({ signedAt }) => signedAt !== null);
    const results = (await listAssessments(tx, studentId)).filter(({ kind }) => SHEETS.includes(kind));
    const activities = await practiceOf(tx, studentId);
    const { disciplines } = await conductOf(tx, studentId);
    const to = `/students/${studentId}?tab=assessments`;
    const items: Unnamed[] = [
      ...reports.map((one) => ({
        ...{ key: one.id, what: `${termWords(one)}${reportName(one.stage, one.occasion)}`, on: dayOf(one.signedAt!) },
        ...{ schoolId: one.schoolId, source: `班主任${one.signedByName ?? ''}签字`, to },
      })),
      ...sheetsOf(results, to),
      ...activities.map(({ id, kind, activity, heldOn, schoolId, hours, enteredAt }) => ({
        ...{ key: id, what: `${PRACTICE_KINDS[kind]}：${activity}（${hours}小时）`, on: heldOn },
        ...{ schoolId, source: '综合实践活动', to, enteredOn: dayOf(enteredAt) },
      })),
      // A revoked one has left the file and stays with the school (SC-38.6).
      ...disciplines
        .filter(({ filed }) => filed)
        .map(({ caseId, givenOn, schoolId }) => ({
          ...{ key: caseId, what: '处分决定', on: givenOn, schoolId, source: '处分办件', to: `/cases/${caseId}` },
        })),
    ];
    const schools = await institutionsById(tx, [...new Set(items.map(({ schoolId }) => schoolId))]);
    return items.map(({ schoolId, ...item }) => ({ ...item, schoolName: schools.get(schoolId)?.name ?? null }));
  },
};

function sheetsOf(results: readonly Result[], to: string): Unnamed[] {
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
      ...{ schoolId: first!.schoolId, source: '成绩登记', to },
    };
  });
}
