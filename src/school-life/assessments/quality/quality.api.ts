/** 综合素质评价: its occasions, and the dimensions in which a stage is looked at. */
import type { Stage } from '../../../policy/index.ts';
import type { Rating, TermOf } from '../assessment.api.ts';

/** 报告时点. Mid-term and final in compulsory education; of each year and of the whole stage in senior schools. */
export const OCCASIONS = { MIDTERM: '期中', FINAL: '期末', INTERIM: '阶段性', GRADUATING: '终结性' } as const;
export type Occasion = keyof typeof OCCASIONS;

export const occasionsOf = (stage: Stage): readonly Occasion[] =>
  stage === 'SENIOR' ? ['INTERIM', 'GRADUATING'] : ['MIDTERM', 'FINAL'];

const COMPULSORY = {
  MORAL: '品德发展',
  LEARNING: '学业发展',
  HEALTH: '身心健康',
  ART: '艺术素养',
  PRACTICE: '劳动与社会实践',
} as const;
const SENIOR = {
  MORAL: '思想品德',
  LEARNING: '学业水平',
  HEALTH: '身心健康',
  ART: '艺术素养',
  PRACTICE: '社会实践',
} as const;
export type Dimension = keyof typeof COMPULSORY;

/** The dimensions of a stage, in the order of the report. */
export const dimensionsOf = (stage: Stage): Readonly<Record<Dimension, string>> =>
  stage === 'SENIOR' ? SENIOR : COMPULSORY;

export type Ratings = Readonly<Partial<Record<Dimension, Rating>>>;

/** 《…报告单》: as the paper is called that is made of it. */
export function reportName(stage: Stage, occasion: Occasion): string {
  if (stage !== 'SENIOR') return `义务教育学生素质发展报告（${OCCASIONS[occasion]}）`;
  return `普通高中学生综合素质${OCCASIONS[occasion]}评价报告单`;
}

/** One version of a report. */
export interface QualityReport extends TermOf {
  id: string;
  studentId: string;
  schoolId: string;
  stage: Stage;
  grade: number;
  occasion: Occasion;
  ratings: Ratings;
  teacherWords: string;
  version: number;
  /** 带入自: the former school, as the papers name it; null for a report of the school that entered it. */
  broughtFrom: string | null;
  enteredByName: string;
  enteredAt: Date;
  signedByName: string | null;
  signedAt: Date | null;
  /** Set once another version has taken its place. */
  endedAt: Date | null;
  endReason: string | null;
}

/** Has every dimension its rating? */
export const isComplete = (stage: Stage, ratings: Ratings): boolean =>
  (Object.keys(dimensionsOf(stage)) as Dimension[]).every((one) => ratings[one]);

/** 合格: none of the dimensions is below it. Undefined while one is open. */
export const qualityPassed = (stage: Stage, ratings: Ratings): boolean | undefined =>
  isComplete(stage, ratings) ? Object.values(ratings).every((rating) => rating !== 'D') : undefined;
