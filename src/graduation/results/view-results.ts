/** 看毕业成绩: the grid of a class group, and the outcomes of a last grade with their articles. */
import type { Actor, Services } from '../../access/index.ts';
import { classGroupName, getInstitution, gradeOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { resultFactsOf } from '../deciding/result-facts.ts';
import type { GraduationGrid, GraduationOutcomes } from '../graduation.api.ts';
import { countOutcomes, OUTCOMES, STAGE_WORDS, STAYS } from '../graduation.ts';
import { closedBecause, groupInReach } from './enter-results.ts';
import { graduationYear, type JudgedGraduand, judgeLastGrade, lastGradeOf } from './last-grade.ts';
import { listEnded } from './results.store.ts';

type Needs = Pick<Services, 'law'>;

/** The students of a class group with what was recorded, and the columns that the law has for their stage. */
export async function viewGrid(
  tx: Transaction,
  { law }: Needs,
  actor: Actor,
  classGroupId: string,
): Promise<GraduationGrid> {
  const { group, school, of } = await groupInReach(tx, actor, classGroupId);
  const day = dayOf(tx.now);
  const all = await judgeLastGrade({ tx, law, school, day }, of);
  return {
    classGroupName: classGroupName(gradeOf(group, day), group.ordinal),
    ...{ stage: of.stage, year: of.year },
    columns: resultFactsOf(of.stage).map(([name, { label, kind, unit, words }]) => ({
      ...{ name, label, kind: kind as 'FLAG' | 'NUMBER' | 'CHOICE', unit: unit ?? null },
      choices: Object.entries(words ?? {}).map(([code, said]) => ({ code, words: said })),
    })),
    closed: (await closedBecause(tx, of)) ?? null,
    rows: all.map((one) => ({
      ...judgedOf(one),
      ...{ numberMasked: one.numberMasked, facts: one.facts, version: one.version },
    })),
  };
}

const judgedOf = ({ studentId, name, judged: { outcome, stay, grounds } }: JudgedGraduand) => ({
  ...{ studentId, name, outcome, stay, grounds },
  outcomeWords: outcome ? OUTCOMES[outcome] : STAYS[stay!],
});

/** Whose stage has ended this year, and what would become of the rest. Refuses NOT_FOUND beyond the caller's place. */
export async function viewOutcomes(
  tx: Transaction,
  { law }: Needs,
  actor: Actor,
  { schoolId, stage }: { schoolId: string; stage: Stage },
): Promise<GraduationOutcomes> {
  const school = await getInstitution(tx, { id: schoolId });
  if (school.kind !== 'SCHOOL' || !holds(actor.institution.path, school.path)) {
    throw refuse('NOT_FOUND', { what: '此学校' });
  }
  const of = lastGradeOf(school, stage, graduationYear(tx.now));
  const ended = (await listEnded(tx, of)).map((one) => ({
    ...{ ...one, outcomeWords: OUTCOMES[one.outcome], stay: null, ended: true },
  }));
  const rest = await judgeLastGrade({ tx, law, school, day: dayOf(tx.now) }, of);
  const students = [...ended, ...rest.map((one) => ({ ...judgedOf(one), ended: false }))];
  return {
    ...{ schoolName: school.name, stageWords: STAGE_WORDS[stage], year: of.year },
    ...{ counts: countOutcomes(students), students },
  };
}
