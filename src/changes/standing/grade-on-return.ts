/** 编入年级: which intake year a student belongs to who is placed in a grade on a day. */
import { firstGradeOf, gradesOf, type Institution } from '../../authorities/index.ts';
import { type CivilDate, schoolYearOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

type Taught = Pick<Institution, 'stages' | 'years'>;

/** The intake year is that of those who sit in the grade now: the years of schooling count on from there. */
export const gradeOnReturn = ({ years }: Pick<Taught, 'years'>, stage: Stage, grade: number, on: CivilDate) => ({
  grade,
  intakeYear: schoolYearOf(on) - (grade - firstGradeOf(stage, years)),
});

/** The stage in which the school teaches the grade; undefined where it does not. */
export const stageOfGrade = ({ stages, years }: Taught, grade: number): Stage | undefined =>
  gradesOf(stages, years).find((one) => one.grade === grade)?.stage;
