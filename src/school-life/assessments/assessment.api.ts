/** 考核: kinds of assessment, what a result may be, and what counts as passed. */
import type { Stage } from '../../policy/index.ts';

/** 考核种类. A make-up stands beside the final that was failed; CREDITS says that a module is passed and gives credits. */
export const RESULT_KINDS = {
  USUAL: '平时成绩',
  MONTHLY: '月考',
  MIDTERM: '期中考试',
  FINAL: '期末考试',
  MAKE_UP: '补考',
  PROFICIENCY: '学业水平考试',
  SPORT: '体育合格标准',
  CREDITS: '学分认定',
} as const;
export type ResultKind = keyof typeof RESULT_KINDS;

export const RATINGS = { A: '优秀', B: '良好', C: '合格', D: '不合格' } as const;
export type Rating = keyof typeof RATINGS;

/** 登记: what stands in the place of a score. LISTED: on the roster of candidates, the result is still to come. */
export const MARKS = {
  ABSENT: '缺考',
  EXEMPT: '免考',
  LISTED: '已报名',
  PASSED: '合格',
  FAILED: '不合格',
} as const;
export type ResultMark = keyof typeof MARKS;

/** 学分类别. Other electives count in the sum only. */
export const CATEGORIES = {
  REQUIRED: '必修',
  SUBJECT_ELECTIVE: '学科选修',
  ELECTIVE: '其他选修',
  SCHOOL_ELECTIVE: '学校自主选修',
} as const;
export type Category = keyof typeof CATEGORIES;

/** 计分办法. */
export type Scale = 'POINTS' | 'RATING' | 'CREDITS';

/** 学期: the school year by the year it begins in, and which of its two terms. */
export interface TermOf {
  schoolYear: number;
  term: 1 | 2;
}

/** 2026学年第一学期 */
export const termWords = ({ schoolYear, term }: TermOf): string => `${schoolYear}学年第${term === 1 ? '一' : '二'}学期`;

/** What was achieved: points, or a rating, or a mark. */
export type Value =
  | { points: number; rating?: never; mark?: never }
  | { points?: never; rating: Rating; mark?: never }
  | { points?: never; rating?: never; mark: ResultMark };

/** One result as the file of a student holds it. */
export interface Result extends TermOf {
  id: string;
  studentId: string;
  schoolId: string;
  stage: Stage;
  grade: number;
  kind: ResultKind;
  subject: string;
  subjectName: string;
  value: Value;
  fullPoints: number | null;
  category: Category | null;
  credits: number | null;
  /** 带入自: the former school, as the papers name it; null for what was achieved at the school that entered it. */
  broughtFrom: string | null;
  enteredByName: string;
  enteredAt: Date;
  /** 更正: set once another result has taken its place. */
  endedAt: Date | null;
  endReason: string | null;
}

/** The share of the full points from which a score is passed. */
export const PASSING = 0.6;

/** Undefined where nothing can be said: not sat for, exempt, or still to come. An examination that was missed is not passed. */
export function isPassed({ value, fullPoints }: Pick<Result, 'value' | 'fullPoints'>): boolean | undefined {
  if (value.points !== undefined) return value.points >= (fullPoints ?? 100) * PASSING;
  if (value.rating !== undefined) return value.rating !== 'D';
  if (value.mark === 'PASSED') return true;
  return value.mark === 'FAILED' || value.mark === 'ABSENT' ? false : undefined;
}

/** 86, 优秀, 缺考: as papers and lists write it. */
export function valueWords(value: Value): string {
  if (value.points !== undefined) return String(value.points);
  return value.rating !== undefined ? RATINGS[value.rating] : MARKS[value.mark];
}
