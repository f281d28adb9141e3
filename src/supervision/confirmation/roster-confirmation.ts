/** 花名册确认: what is handed in for a stage of a school in a school year, and what is left of it once it is confirmed. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

export const ROSTER_CONFIRMATION = 'ROSTER_CONFIRMATION';

/** Students of one grade as the roster counts them. */
export interface GradeTally {
  grade: number;
  classGroups: number;
  students: number;
  boys: number;
  onLeave: number;
  unplaced: number;
}

/** 名册: the figures, and a digest of who stood on it with grade, state and class group. */
export interface RosterTally {
  on: CivilDate;
  grades: GradeTally[];
  digest: string;
}

export interface ConfirmationData {
  stage: Stage;
  schoolYear: number;
  schoolName: string;
  /** 学年开始: first day of term by the local calendar, or the first of September. */
  termStart: CivilDate;
  /** As the school handed it in. */
  tally: RosterTally;
  /** 违规招收: whom the authority does not accept; absent while nobody has looked. */
  outside?: { studentId: string; name: string }[];
  /** As it stood when it was confirmed. */
  confirmed?: RosterTally;
}

export const studentsOf = ({ grades }: Pick<RosterTally, 'grades'>): number =>
  grades.reduce((sum, { students }) => sum + students, 0);
