/** 可编班级: into which class groups of the school a student may go at all. Pure. */
import { type ClassGroup, gradeOf } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

interface Placeable {
  stage: Stage;
  grade: number;
  intakeYear: number;
}

/**
 * The class groups of the student's own intake year, 复式班 among them; where the school has none of it (a student who repeats a grade or
 * comes to a stage from elsewhere), those of the student's grade. In summer two intake years stand in one grade, so the
 * grade alone does not tell them apart.
 */
export function fittingGroups(student: Placeable, groups: readonly ClassGroup[], today: CivilDate): ClassGroup[] {
  const ofStage = groups.filter(({ stage }) => stage === student.stage);
  const ofIntake = ofStage.filter(({ intakeYear, otherIntakes = [] }) =>
    [intakeYear, ...otherIntakes].includes(student.intakeYear),
  );
  return ofIntake.length > 0 ? ofIntake : ofStage.filter((group) => gradeOf(group, today) === student.grade);
}
