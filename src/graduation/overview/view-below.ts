/** 看下级毕业进度: a county sees its schools, whoever stands higher sees places. */
import { type Institution, listSchoolsBelow } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Stage } from '../../policy/index.ts';
import type { GraduationList } from '../graduation.api.ts';
import { countOutcomes, type OutcomeCounts, STAGE_WORDS } from '../graduation.ts';
import { lastGradeOf } from '../results/last-grade.ts';
import { countEnded, countLastGrades, countLists, namesOfPlaces } from './below.store.ts';

type Below = GraduationList['below'];

/** A school and one of its stages: 一份毕业名单. */
interface OwedList {
  school: Institution;
  stage: Stage;
}

const keyOf = (schoolId: string, stage: Stage) => `${schoolId} ${stage}`;

/** By school and stage in a county, those with the most to do first; by county above it, with the lists alone. */
export async function viewBelow(
  tx: Transaction,
  { path, level }: { path: string; level: string },
  year: number,
): Promise<Below> {
  const schools = await listSchoolsBelow(tx, path);
  const owed = schools.flatMap((school) => school.stages.map((stage) => ({ school, stage })));
  const lists = new Map((await countLists(tx, path, year)).map((one) => [keyOf(one.schoolId, one.stage), one]));
  const ended = await countEnded(
    tx,
    schools.map(({ id }) => id),
    year,
  );
  const endedOf = new Map(ended.map(({ schoolId, stage, counts }) => [keyOf(schoolId, stage), counts]));
  const standing = ({ school, stage }: OwedList) => {
    const key = keyOf(school.id, stage);
    const { underWay = 0, done = 0 } = lists.get(key) ?? {};
    return { underWay, done, ended: endedOf.get(key) ?? countOutcomes([]) };
  };
  return level === 'COUNTY' ? bySchool(tx, owed, standing, year) : byPlace(tx, owed, standing);
}

type StandingOf = (one: OwedList) => { underWay: number; done: number; ended: OutcomeCounts };

async function bySchool(
  tx: Transaction,
  owed: readonly OwedList[],
  standing: StandingOf,
  year: number,
): Promise<Below> {
  const spans = owed.map(({ school, stage }) => {
    const { grade, latestIntake } = lastGradeOf(school, stage, year);
    return { schoolId: school.id, stage, grade, latestIntake };
  });
  const counted = new Map<string, { students: number; recorded: number }>();
  for (const county of new Set(owed.map(({ school }) => school.county))) {
    for (const one of await countLastGrades(tx, county, spans, year)) counted.set(keyOf(one.schoolId, one.stage), one);
  }
  return owed
    .map((one) => {
      const { students = 0, recorded = 0 } = counted.get(keyOf(one.school.id, one.stage)) ?? {};
      return {
        key: keyOf(one.school.id, one.stage),
        name: one.school.name,
        school: { id: one.school.id, stage: one.stage, stageWords: STAGE_WORDS[one.stage] },
        ...{ lists: 1, students, recorded },
        ...standing(one),
      };
    })
    .toSorted((a, b) => b.underWay - a.underWay || b.students - a.students);
}

/** Nobody above a county counts rosters: that would read every student of a province. */
async function byPlace(tx: Transaction, owed: readonly OwedList[], standing: StandingOf): Promise<Below> {
  const places = new Map<string, Below[number]>();
  const names = await namesOfPlaces(tx, [...new Set(owed.map(({ school }) => school.county))]);
  for (const one of owed) {
    const { county } = one.school;
    const { underWay, done, ended } = standing(one);
    const before = places.get(county);
    places.set(county, {
      ...{ key: county, name: names.get(county) ?? county, school: null, students: null, recorded: null },
      lists: (before?.lists ?? 0) + 1,
      underWay: (before?.underWay ?? 0) + (underWay > 0 ? 1 : 0),
      done: (before?.done ?? 0) + (done > 0 ? 1 : 0),
      ended: plus(before?.ended ?? countOutcomes([]), ended),
    });
  }
  return [...places.values()];
}

const plus = (one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts => ({
  GRADUATED: one.GRADUATED + other.GRADUATED,
  COMPLETED: one.COMPLETED + other.COMPLETED,
  LEFT_PARTIAL: one.LEFT_PARTIAL + other.LEFT_PARTIAL,
});
