/** 演示方案: everything of a demonstration but its children, worked out from a seed before anything is written. */

import { startOfDay } from '../../kernel/civil-date.ts';
import { neighbourhoodOf } from '../people/addresses.ts';
import type { ClassRoll } from '../people/draw-class-group.ts';
import { numbersOf } from '../people/school-numbers.ts';
import { type PlannedClassGroup, planClassGroups } from './class-groups.ts';
import { type CountyText, elsewhereFor, FIRST_COUNTIES, furtherCounty, STUDENTS_A_COUNTY } from './counties.ts';
import { type CountyPlan, type Directory, opensOn, type PlannedSchool, planDirectory } from './directory.ts';

/** One run of the demonstration command: the first has the first counties, each later one adds further counties. */
export interface Part {
  seed: string;
  /** The autumn the children are in their grade. */
  schoolYear: number;
  students: number;
  /** How many further counties earlier parts have used; undefined for the first part. */
  countiesBefore?: number | undefined;
}

export interface PartPlan extends Part, Directory {
  classGroups: Map<string, PlannedClassGroup[]>;
  /** How many further counties have been used after this part. */
  countiesAfter: number;
}

/** The first counties hold this many; what is wanted beyond lives in further ones. */
const STUDENTS_OF_FIRST = 21_500;
/** Schools of one county have numbers of their own within this. */
const SCHOOLS_A_COUNTY = 20;
const FIRST_FURTHER_ORDINAL = 1_000;

/** Works a part out. The same part gives the same plan. */
export function planPart(part: Part): PartPlan {
  const before = part.countiesBefore ?? 0;
  const withFirst = part.countiesBefore === undefined;
  const beyond = Math.max(0, part.students - (withFirst ? STUDENTS_OF_FIRST : 0));
  const further = withFirst
    ? Math.ceil(beyond / STUDENTS_A_COUNTY)
    : Math.max(1, Math.ceil(beyond / STUDENTS_A_COUNTY));
  const counties = [
    ...(withFirst ? firstCounties() : []),
    ...Array.from({ length: further }, (_, index) => furtherPlan(before + index)),
  ];
  return { ...planCounties(part, counties), countiesAfter: before + further };
}

/** A part made of these counties; tests make a small one. */
export function planCounties(part: Part, counties: readonly CountyPlan[]): Omit<PartPlan, 'countiesAfter'> {
  const directory = planDirectory(part.seed, counties);
  return { ...part, ...directory, classGroups: planClassGroups(part.seed, directory.schools, part) };
}

/** Numbers the schools of some counties through. */
export function firstCounties(texts: readonly CountyText[] = FIRST_COUNTIES): CountyPlan[] {
  return texts.map((text, index) => ({ text, firstOrdinal: index * SCHOOLS_A_COUNTY }));
}

const furtherPlan = (number: number): CountyPlan => ({
  text: furtherCounty(number),
  firstOrdinal: FIRST_FURTHER_ORDINAL + number * SCHOOLS_A_COUNTY,
});

/** What the children of each class group of a school are drawn from; `sizeOf` may differ from the plan. */
export function rollsOf(
  { seed, schoolYear, classGroups }: Pick<PartPlan, 'seed' | 'schoolYear' | 'classGroups'>,
  school: PlannedSchool,
  sizeOf: (group: PlannedClassGroup) => number = ({ size }) => size,
): { group: PlannedClassGroup; roll: ClassRoll }[] {
  const { placeCode, slot, ordinal, text, schoolType } = school;
  const numbers = numbersOf({ placeCode, slot, ordinal });
  const near = neighbourhoodOf(placeCode, text.town, school.postalCode);
  const idsFrom = startOfDay(opensOn(schoolYear)).getTime() + ordinal * 10_000;
  return classGroups.get(school.id)!.map((group, index) => ({
    group,
    roll: {
      seed: `${seed}/${school.code}/${group.code}`,
      size: sizeOf(group),
      schoolYear,
      stage: group.stage,
      grade: group.grade,
      classGroup: group.name,
      admittedIn: `${group.intakeYear}-09`,
      boarding: text.boarding ?? 0.02,
      special: schoolType === 'SPECIAL' || schoolType === 'SPECIALIZED' ? schoolType : undefined,
      numbers,
      near,
      awayFrom: elsewhereFor(ordinal),
      idsFrom: idsFrom + index * 60,
    },
  }));
}
