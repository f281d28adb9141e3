/** 招生计划: how many new students a school may take in a stage and a year, as an authority sets it with one paper. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';

export const ADMISSION_PLAN = 'ADMISSION_PLAN';

/** 计划文件: the paper by which the plan is set. */
export interface PlanPaper {
  title: string;
  /** 文号, where it has one. */
  number?: string | undefined;
  issuedOn: CivilDate;
}

/** One school and stage. */
export interface PlanItem {
  schoolId: string;
  schoolName: string;
  stage: Stage;
  /** 招生计划, persons. */
  places: number;
  /** 服务范围: the area whose children the school takes in. */
  catchment?: string | undefined;
  /** 跨市（州）招生计划, persons out of the places: the province's to set, for senior schools (SC-6.4). */
  crossCityPlaces?: number | undefined;
}

/** What a case of setting plans holds. */
export interface PlanData {
  intakeYear: number;
  paper: PlanPaper;
  items: PlanItem[];
}

/** How much of a plan is used: children registered, children whose case still runs, and all who are admitted. */
export interface PlanUse {
  registered: number;
  inHand: number;
  /** On the roll, or registered or put forward without one. */
  admitted: number;
}
