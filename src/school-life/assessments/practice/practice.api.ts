/** 综合实践活动: what a student took part in. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';

export const PRACTICE_KINDS = {
  SOCIAL_PRACTICE: '社会实践',
  COMMUNITY_SERVICE: '社区服务',
  VOLUNTEERING: '志愿服务',
  RESEARCH: '研究性学习',
  LABOUR: '劳动',
} as const;
export type PracticeKind = keyof typeof PRACTICE_KINDS;

/** One activity of one student. */
export interface PracticeRecord {
  id: string;
  studentId: string;
  schoolId: string;
  classGroupId: string;
  stage: Stage;
  grade: number;
  kind: PracticeKind;
  activity: string;
  heldOn: CivilDate;
  hours: number;
  partTaken: string;
  confirmedByName: string;
  enteredByName: string;
  enteredAt: Date;
  /** Set once it was taken out or replaced. */
  endedAt: Date | null;
  endReason: string | null;
}
