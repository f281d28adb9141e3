/** 毕业: how a stage ends for its last grade: by graduation, completion or partial study, and who stays and why. */
import type { CivilDate } from '../kernel/civil-date.ts';
import type { LawFinding, Stage } from '../policy/index.ts';

export const GRADUATION = 'GRADUATION';

export const STAGE_WORDS: Record<Stage, string> = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' };

/** 毕业、结业、肄业; the end of the registration bears the same reason. */
export const OUTCOMES = { GRADUATED: '毕业', COMPLETED: '结业', LEFT_PARTIAL: '肄业' } as const;
export type Outcome = keyof typeof OUTCOMES;

/** 未办原因: why a registration stays open. */
export const STAYS = {
  AWAY: '不在读',
  OPEN_CASE: '有在办的办件',
  PROBLEM_RECORD: '问题学籍未解决',
  MISSING_RESULTS: '成绩未录全',
  NOT_FINISHED: '修业未期满',
  WEIGHED_ABOVE: '待主管部门酌定',
} as const;
export type Stay = keyof typeof STAYS;

/** The results of a student as the law's question asks for them, by the name of the fact; what nobody knows is absent. */
export type ResultFacts = Readonly<Record<string, boolean | number | string>>;

/** Why, with its article where a text says it. */
export interface Ground {
  sentence: string;
  chip: string | null;
}

/** What the law of the place says of one student. */
export type Judged =
  | { outcome: Outcome; stay: null; grounds: Ground[]; findings: LawFinding[] }
  | { outcome: null; stay: Stay; grounds: Ground[]; findings: LawFinding[] };

export type OutcomeCounts = Record<Outcome, number>;

/** 留下的学生. */
export interface Stayed {
  studentId: string;
  name: string;
  stay: Stay;
  why: string;
}

/** What a case of graduation holds. */
export interface GraduationData {
  stage: Stage;
  /** 毕业年度: the calendar year in which the stage ends. */
  year: number;
  schoolName: string;
  /** 市级核准: does the law of the place want the city's? */
  byCity: boolean;
  /** As the school handed it in. */
  tally: OutcomeCounts & { stays: number };
  /** What was done; absent before. */
  done?: {
    on: CivilDate;
    outcomes: OutcomeCounts;
    digest: string;
    stayed: Stayed[];
    /** 随毕业撤销的班级: class groups in which nobody was left. */
    closed: string[];
  };
  /** 已撤销: taken back as a whole by another case. */
  undone?: { on: CivilDate; number: string };
}

export const countOutcomes = (all: readonly { outcome: Outcome | null }[]): OutcomeCounts => {
  const of = (wanted: Outcome) => all.filter(({ outcome }) => outcome === wanted).length;
  return { GRADUATED: of('GRADUATED'), COMPLETED: of('COMPLETED'), LEFT_PARTIAL: of('LEFT_PARTIAL') };
};

export const sayOutcomes = (counts: OutcomeCounts): string =>
  (Object.keys(OUTCOMES) as Outcome[])
    .filter((one) => counts[one] > 0)
    .map((one) => `${OUTCOMES[one]}${counts[one]}人`)
    .join('、') || '没有可办结的学生';
