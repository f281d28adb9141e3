/** 学校变动: what may be done to whole schools and class groups, and what a case of it keeps. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Stage } from '../policy/index.ts';
import type { PlannedFiles, RestructuringMatter } from './restructuring.api.ts';

export const RESTRUCTURING = 'RESTRUCTURING';

export const MATTER_WORDS: Record<RestructuringMatter['kind'], string> = {
  MERGER: '合并',
  CLOSURE: '撤销',
  WHOLE_CLASS: '整班转学',
  SCHOOLING: '更名和办学变更',
};

/** 去向: one class group, or those of a grade who sit in none, and the school they go to. */
export interface Move {
  classGroupId: string | null;
  stage: Stage;
  grade: number;
  groupWords: string;
  students: number;
  toId: string | null;
  toName: string | null;
  /** 转入后班级: its name at the other school. */
  groupThere: string | null;
  /** 班额: where the law of the place has something against so many in one class group there. */
  size: { verdict: 'DISCRETIONARY' | 'REFUSE'; sentence: string; chip: string } | null;
}

/** 变动方案: who goes where, and what stands in the way. */
export interface RestructuringPlan {
  moves: Move[];
  students: number;
  files: PlannedFiles;
  /** 未办结的办件: of these students or of the school itself; nothing is carried out before they are settled. */
  openCases: { caseId: string | null; words: string }[];
  /** Students for whom nobody has said where they go. */
  orphans: number;
}

export interface RestructuringData {
  matter: RestructuringMatter;
  schoolName: string;
  /** 事项 in words, as it is read by whoever decides. */
  said: { label: string; words: string }[];
  /** As it was carried out. */
  done?: { on: CivilDate; moves: Move[]; students: number; files: PlannedFiles };
}
