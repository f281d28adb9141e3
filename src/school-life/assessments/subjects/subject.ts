/** 科目: what a result is given for: a subject of the national list, or a module of the school. */
import type { Stage } from '../../../policy/index.ts';
import type { Category, ResultKind, Scale } from '../assessment.api.ts';

export interface Subject {
  stage: Stage;
  /** Of the national list, or OWN-… for a module of the school. */
  code: string;
  name: string;
  /** 开设年级. Empty where the school does not teach it. */
  grades: readonly number[];
  scale: Scale;
  /** For a scale of points. */
  fullPoints: number | null;
  /** For a module that gives credits. */
  category: Category | null;
  credits: number | null;
  /** Named by the school. */
  own: boolean;
}

export const SPORT_STANDARD = 'SPORT_STANDARD';

/** Those that the proficiency examinations know, by code. */
const PROFICIENCY_SUBJECTS: readonly string[] = [
  ...['CHINESE', 'MATHEMATICS', 'ENGLISH', 'POLITICS', 'HISTORY', 'GEOGRAPHY'],
  ...['PHYSICS', 'CHEMISTRY', 'BIOLOGY', 'INFORMATION', 'TECHNOLOGY'],
];

/** 成绩栏: the columns of a class group for a kind of assessment, with the scale that holds there. */
export function columnsOf(subjects: readonly Subject[], kind: ResultKind, grade: number): Subject[] {
  const taught = subjects.filter(({ grades }) => grades.includes(grade));
  if (kind === 'CREDITS') return taught.filter(({ scale }) => scale === 'CREDITS');
  if (kind === 'SPORT') {
    const stage = subjects[0]?.stage ?? 'SENIOR';
    const plain = { fullPoints: null, category: null, credits: null, own: false };
    return [{ stage, code: SPORT_STANDARD, name: '体育锻炼标准', grades: [grade], scale: 'RATING', ...plain }];
  }
  const examined = taught.filter(({ scale }) => scale !== 'CREDITS');
  if (kind !== 'PROFICIENCY') return examined;
  // One may sit for a subject in a grade in which it is no longer taught.
  return subjects
    .filter(({ code, scale }) => scale !== 'CREDITS' && PROFICIENCY_SUBJECTS.includes(code))
    .map((subject) => ({ ...subject, scale: 'RATING', fullPoints: null }));
}

/** 考核种类 that a stage has. */
export const kindsOf = (stage: Stage): readonly ResultKind[] =>
  stage === 'SENIOR'
    ? ['FINAL', 'MIDTERM', 'MONTHLY', 'USUAL', 'MAKE_UP', 'PROFICIENCY', 'SPORT', 'CREDITS']
    : ['FINAL', 'MIDTERM', 'MONTHLY', 'USUAL', 'MAKE_UP', 'SPORT'];
