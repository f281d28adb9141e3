/** 名册筛选: what a list of students can be narrowed by, as far as the caller's place reaches. */
import type { Actor } from '../../access/index.ts';
import { classGroupName, gradeName, gradeOf, listClassGroups } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { ListFilters } from '../api/students.api.ts';
import { REGISTRATION_STATES } from '../view/registration-states.ts';
import { countiesWithSchools, schoolsOf } from './search.store.ts';

const GRADES = Array.from({ length: 12 }, (_, place) => place + 1);

/** The choices after what has been chosen: a city first names the county, a county the school, a school the class group. */
export async function listFilters(
  tx: Transaction,
  actor: Actor,
  { county, schoolId }: { county?: string | undefined; schoolId?: string | undefined },
): Promise<ListFilters> {
  const { level, path, id, county: ownCounty } = actor.institution;
  const isSchool = level === 'SCHOOL';
  const isWide = level === 'CITY' || level === 'PROVINCE';
  const inCounty = isSchool ? undefined : isWide ? county : ownCounty;
  const counties = isWide ? await countiesWithSchools(tx, path) : [];
  const schools = inCounty ? await schoolsOf(tx, { path, county: inCounty }) : [];
  const school = isSchool ? id : schools.find((one) => one.id === schoolId)?.id;
  const today = dayOf(tx.now);
  const led = actor.role === 'CLASS_TEACHER' ? actor.classGroupIds : undefined;
  const groups = (school ? await listClassGroups(tx, school, today) : [])
    .filter((group) => !led || led.includes(group.id))
    .map((group) => ({ ...group, grade: gradeOf(group, today) }))
    .toSorted((a, b) => a.grade - b.grade || a.ordinal - b.ordinal);
  const grades = school ? GRADES.filter((grade) => groups.some((group) => group.grade === grade)) : GRADES;
  return {
    counties: counties.map(({ code, name }) => ({ value: code, words: name })),
    schools: schools.map((one) => ({ value: one.id, words: one.name })),
    grades: grades.map((grade) => ({ value: String(grade), words: gradeName(grade) })),
    classGroups: groups.map((group) => ({
      value: group.id,
      words: classGroupName(group.grade, group.ordinal),
      grade: String(group.grade),
    })),
    states: Object.entries(REGISTRATION_STATES).map(([value, words]) => ({ value, words })),
  };
}
