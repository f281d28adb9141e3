/** 看毕业成绩: the grid of a class group, and the outcomes of a last grade with their articles. */
import type { Actor, Services } from '../../access/index.ts';
import { classGroupName, getInstitution, gradeOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { resultsFor } from '../../school-life/index.ts';
import { approverOf, columnsFor, judge } from '../deciding/judge.ts';
import { checkResults } from '../deciding/result-facts.ts';
import { type Graduate, listGraduates } from '../ending/graduates.store.ts';
import type { GraduationGrid, GraduationOutcomes, GraduationTrial } from '../graduation.api.ts';
import { countOutcomes, type Judged, OUTCOMES, type ResultFacts, STAGE_WORDS, STAYS } from '../graduation.ts';
import { closedBecause, groupInReach } from './enter-results.ts';
import { barOf, graduationYear, type JudgedGraduand, judgeLastGrade, judgingOf, lastGradeOf } from './last-grade.ts';
import { listGraduands, listGroups } from './results.store.ts';

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
  const judging = judgingOf({ law, school, day }, of.stage);
  const columns = columnsFor(judging);
  const found = await resultsFor(
    tx,
    all.map(({ studentId }) => studentId),
    of,
  );
  return {
    classGroupName: classGroupName(gradeOf(group, day), group.ordinal),
    schoolName: school.name,
    ...{ stage: of.stage, stageWords: STAGE_WORDS[of.stage], year: of.year, decidedBy: approverOf(judging) },
    columns: columns.map(([name, { label, kind, unit, words }]) => ({
      ...{ name, label, kind: kind as 'FLAG' | 'NUMBER' | 'CHOICE', unit: unit ?? null },
      choices: Object.entries(words ?? {}).map(([code, said]) => ({ code, words: said })),
    })),
    closed: (await closedBecause(tx, of)) ?? null,
    rows: all.map((one) => ({
      ...judgedOf(one),
      ...{ numberMasked: one.numberMasked, facts: one.facts, version: one.version, carriedFrom: one.carriedFrom },
      found: Object.fromEntries(
        Object.entries(found.get(one.studentId) ?? {}).filter(([name]) => columns.some(([wanted]) => wanted === name)),
      ),
    })),
  };
}

/**
 * 试算: what would become of students with these results; nothing is written. Refuses as entering them does, and leaves
 * out whoever is no longer in the class group's last grade.
 */
export async function tryResults(
  tx: Transaction,
  { law }: Needs,
  actor: Actor,
  { classGroupId, results }: { classGroupId: string; results: readonly { studentId: string; facts: ResultFacts }[] },
): Promise<GraduationTrial> {
  const { school, of } = await groupInReach(tx, actor, classGroupId);
  for (const { facts } of results) checkResults(of.stage, facts);
  const judging = judgingOf({ law, school, day: dayOf(tx.now) }, of.stage);
  const there = new Map((await listGraduands(tx, of)).map((one) => [one.studentId, one]));
  return {
    rows: results.flatMap(({ studentId, facts }) => {
      const one = there.get(studentId);
      return one ? [judgedOf({ studentId, name: one.name, judged: barOf(one) ?? judge(judging, facts) })] : [];
    }),
  };
}

/** 结果用语: what becomes of a student as pages list it. */
export const judgedOf = ({ studentId, name, judged }: { studentId: string; name: string; judged: Judged }) => ({
  ...{ studentId, name, outcome: judged.outcome, stay: judged.stay, grounds: judged.grounds },
  outcomeWords: judged.outcome ? OUTCOMES[judged.outcome] : STAYS[judged.stay],
});

/**
 * Whose stage ended in a year, and for the current year what would become of the rest. Refuses NOT_FOUND beyond the
 * caller's place.
 */
export async function viewOutcomes(
  tx: Transaction,
  { law }: Needs,
  actor: Actor,
  { schoolId, stage, year }: { schoolId: string; stage: Stage; year?: number | undefined },
): Promise<GraduationOutcomes> {
  const school = await getInstitution(tx, { id: schoolId });
  if (school.kind !== 'SCHOOL' || !holds(actor.institution.path, school.path)) {
    throw refuse('NOT_FOUND', { what: '此学校' });
  }
  const current = graduationYear(tx.now);
  const of = lastGradeOf(school, stage, year ?? current);
  const ended = (await listGraduates(tx, { schoolId, stage, year: of.year })).map(endedOf);
  const rest = of.year === current ? await judgeLastGrade({ tx, law, school, day: dayOf(tx.now) }, of) : [];
  const groups = await listGroups(tx, [...new Set(rest.flatMap(({ classGroupId }) => classGroupId ?? []))]);
  const nameOf = new Map(groups.map(({ id, ordinal }) => [id, classGroupName(of.grade, ordinal)]));
  const open = (one: JudgedGraduand) => ({
    ...judgedOf(one),
    classGroupName: nameOf.get(one.classGroupId ?? '') ?? null,
    endedOn: null,
    caseId: null,
  });
  const students = [...ended, ...rest.map(open)];
  return {
    ...{ schoolName: school.name, stageWords: STAGE_WORDS[stage], year: of.year, current },
    ...{ counts: countOutcomes(students), students },
  };
}

const endedOf = ({ studentId, name, outcome, grounds, grade, classGroupOrdinal, on, caseId }: Graduate) => ({
  ...{ studentId, name, outcome, outcomeWords: OUTCOMES[outcome], stay: null, grounds },
  classGroupName: classGroupOrdinal === null ? null : classGroupName(grade, classGroupOrdinal),
  ...{ endedOn: on as string | null, caseId: caseId as string | null },
});
