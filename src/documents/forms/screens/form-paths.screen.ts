/** 表册去处: where a form is fetched, for whom, or in which page it is printed instead. Pure. */
import type { FormLine } from '../forms.api.ts';

/** What was chosen on the page; empty text where nothing was. */
export interface FormChoice {
  schoolId: string;
  form: string;
  classGroupId: string;
  studentId: string;
  grade: string;
  from: string;
  to: string;
}

/** Address of the paper under /api; undefined where something has still to be chosen. */
export function paperAt(
  line: FormLine,
  choice: FormChoice,
): { path: string; query: Record<string, string> } | undefined {
  const { schoolId, classGroupId, studentId, grade, from, to } = choice;
  if (line.of === 'SCHOOL') return { path: `/schools/${schoolId}/forms/${line.form}`, query: { from, to } };
  if (line.of === 'ROSTER') {
    return classGroupId
      ? { path: `/class-groups/${classGroupId}/roster.pdf`, query: {} }
      : { path: `/schools/${schoolId}/roster.pdf`, query: { grade } };
  }
  if (line.of !== 'STUDENT' || classGroupId === '') return undefined;
  const whose = studentId ? `/students/${studentId}` : `/class-groups/${classGroupId}`;
  if (line.form !== 'registration-card') return { path: `${whose}/forms/${line.form}`, query: {} };
  return { path: `${whose}/${studentId ? 'registration-card' : 'registration-cards'}.pdf`, query: {} };
}

/** Address of the workbook under /api; undefined where the form is none. */
export function workbookAt(
  line: FormLine,
  choice: FormChoice,
): { path: string; query: Record<string, string> } | undefined {
  if (!line.workbook) return undefined;
  const { schoolId, classGroupId, grade, from, to } = choice;
  if (line.of === 'SCHOOL') return { path: `/schools/${schoolId}/forms/${line.form}.xlsx`, query: { from, to } };
  return classGroupId
    ? { path: `/class-groups/${classGroupId}/roster.xlsx`, query: {} }
    : { path: `/schools/${schoolId}/roster.xlsx`, query: { grade } };
}

/** Where a form is printed that this page does not print. */
export const ELSEWHERE: Partial<Record<FormLine['of'], { words: string; to: string; act: string }>> = {
  CASE: { words: '申请表随办件填写，在办件页的“打印”中打印。', to: '/workbench', act: '去工作台' },
  BATCH: { words: '毕业生花名册随证书批次打印，在证书页办理。', to: '/certificates', act: '去证书' },
  RULE: { words: '考籍号在班级页的“辅号”中编制、查看。', to: '/classes', act: '去班级' },
};

/** Under which paper an authority lays the form out; undefined for a rule, which is no paper. */
export function styleOf({ form, of }: Pick<FormLine, 'form' | 'of'>): string | undefined {
  if (of === 'RULE') return undefined;
  return of === 'CASE' ? 'application' : form;
}
