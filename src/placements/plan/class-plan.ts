/** 分班方案: how the entrants of one grade shall sit: drawn by chance, adjusted with reasons, then reviewed and published. */
import type { Stage } from '../../policy/index.ts';
import type { Wish } from './draw/wishes.ts';

/** The intake that a plan places. */
export interface Intake {
  stage: Stage;
  grade: number;
  intakeYear: number;
}

/** 同班或分开, with the reason the school has for it. */
export interface KeptWish extends Wish {
  reason: string;
}

/** 班主任抽签: who was drawn for which class group, and the seed of the lot. */
export interface TeacherLot {
  seed: string;
  byGroup: Readonly<Record<string, string>>;
}

export interface ClassPlan extends Intake {
  id: string;
  schoolId: string;
  path: string;
  county: string;
  state: 'OPEN' | 'PUBLISHED' | 'DISCARDED';
  caseId: string | null;
  seed: string;
  /** How often it was drawn: who draws until it suits is seen to. */
  draws: number;
  drawnAt: Date;
  groupIds: readonly string[];
  wishes: readonly KeptWish[];
  teachers: TeacherLot | null;
  sealed: Buffer;
  madeByName: string;
  version: number;
}

/** What the draw looked at beside gender: sealed, because it tells of disability. */
export interface DrawBasis {
  /** Students who need care of their own in the class group: 随班就读. */
  special: readonly string[];
  /** 学生来源 by student. */
  origins: Readonly<Record<string, string>>;
  /** 成绩 by student, where the school gave any. */
  results: Readonly<Record<string, number>>;
}

/** Where a student was drawn to and where the plan has the student now. */
export interface PlanSeat {
  studentId: string;
  drawnId: string;
  classGroupId: string;
}

/** 人工调整. */
export interface Adjustment {
  seq: number;
  studentId: string;
  fromId: string;
  toId: string;
  reason: string;
  personName: string;
  at: Date;
}
