/** 毕业年级: which grade of a school ends a stage in a year, and who of it is judged how. */
import { gradesOf, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, partsOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Law, Stage } from '../../policy/index.ts';
import { REGISTRATION_STATES } from '../../students/index.ts';
import { approverOf, type Judging, judge } from '../deciding/judge.ts';
import type { Judged, Stay } from '../graduation.ts';
import { type Graduand, type LastGrade, listGraduands } from './results.store.ts';

/** 毕业年度 of a day: stages end in summer, and whoever was away then is seen to in the same calendar year. */
export const graduationYear = (now: Date): number => partsOf(dayOf(now))[0];

/** Refuses BAD_INPUT where the school does not teach the stage. */
export function lastGradeOf(school: Institution, stage: Stage, year: number): LastGrade {
  if (!school.stages.includes(stage)) throw refuse('BAD_INPUT', { what: '本校不设此学段，请在本校学段中选择' });
  const grades = gradesOf([stage], school.years).map(({ grade }) => grade);
  return { school, stage, year, grade: Math.max(...grades), latestIntake: year - grades.length };
}

export interface JudgedGraduand extends Graduand {
  judged: Judged;
}

export interface Asked {
  tx: Transaction;
  law: Law;
  school: Institution;
  day: CivilDate;
}

/** The law as it is asked about a last grade. */
export function judgingOf({ law, school, day }: Omit<Asked, 'tx'>, stage: Stage): Judging {
  const judging = { law, school, stage, day, weighed: true };
  return { ...judging, weighed: approverOf(judging) !== 'SCHOOL' };
}

/** Everybody of the last grade with what becomes of them. */
export async function judgeLastGrade(asked: Asked, of: LastGrade): Promise<JudgedGraduand[]> {
  const judging = judgingOf(asked, of.stage);
  const graduands = await listGraduands(asked.tx, of);
  return graduands.map((one) => ({ ...one, judged: barOf(one) ?? judge(judging, one.facts ?? {}) }));
}

/** What keeps a registration open whatever the results are. */
export function barOf({ state, openCase, problemRecord }: Graduand): Judged | undefined {
  if (state !== 'ENROLLED') {
    return bar('AWAY', `现为${REGISTRATION_STATES[state] ?? '不在读'}，复学或者回校后再办`);
  }
  if (problemRecord) return bar('PROBLEM_RECORD', '问题学籍还没有解决，解决后再办');
  return openCase ? bar('OPEN_CASE', '有办件没有办结，办结或者撤回后再办') : undefined;
}

const bar = (stay: Stay, sentence: string): Judged => ({
  ...{ outcome: null, stay, grounds: [{ sentence, chip: null }], findings: [] },
});
