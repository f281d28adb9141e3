/** 升级: one act for a place: whoever is a grade behind the intake's new grade goes up, everybody else is accounted for. */
import { type CivilDate, civilDate, dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

/** 升级去向: what becomes of an open registration when the school year turns. The SQL of promotion.store.ts decides it. */
export const FATES = ['UP', 'LAST_GRADE', 'IN_PLACE', 'AWAY', 'OPEN_CASE', 'MISFIT'] as const;
export type Fate = (typeof FATES)[number];

/** Those who would go up but for something that somebody must settle first. */
export const BLOCKED: readonly Fate[] = ['OPEN_CASE', 'MISFIT'];

/** Students of one stage and grade with one fate. */
export interface FateCount {
  stage: Stage;
  grade: number;
  fate: Fate;
  students: number;
}

export type PromotionState = 'REHEARSED' | 'ORDERED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'TAKING_BACK' | 'TAKEN_BACK';

export interface Promotion {
  id: string;
  institutionId: string;
  path: string;
  schoolYear: number;
  state: PromotionState;
  takesEffectOn: CivilDate;
  totals: FateCount[];
  madeByName: string;
  madeAt: Date;
  orderedByName: string | null;
  orderedAt: Date | null;
  doneOn: CivilDate | null;
}

/** 升入学年: the school year that students go up into: from June on the coming one, and until then the one under way. */
export const nextSchoolYear = (now: Date): number => intakeYearOf(dayOf(now));

/** 生效日: grades turn with the school year; an act that comes late counts from its own day. */
export function effectiveDay(schoolYear: number, now: Date): CivilDate {
  const turn = civilDate(`${schoolYear}-09-01`);
  const today = dayOf(now);
  if (today < turn) return turn;
  return today;
}

/** Differences between two rehearsals, by stage, grade and fate; what did not change is left out. */
export function differencesOf(now: readonly FateCount[], before: readonly FateCount[]): FateCount[] {
  const key = ({ stage, grade, fate }: FateCount) => `${stage} ${grade} ${fate}`;
  const earlier = new Map(before.map((one) => [key(one), one.students]));
  const known = new Set(now.map(key));
  const gone = before.filter((one) => !known.has(key(one))).map((one) => ({ ...one, students: -one.students }));
  const changed = now.map((one) => ({ ...one, students: one.students - (earlier.get(key(one)) ?? 0) }));
  return [...changed, ...gone].filter(({ students }) => students !== 0);
}

export const sumOf = (totals: readonly FateCount[], fates: readonly Fate[]): number =>
  totals.reduce((sum, { fate, students }) => sum + (fates.includes(fate) ? students : 0), 0);
