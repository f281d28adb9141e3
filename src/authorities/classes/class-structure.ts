/** 班级设置: the class groups of a school in a school year, with who sits in them and what the law says of their size. */
import type { Actor, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, civilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import type { Law } from '../../policy/index.ts';
import type { Institution } from '../institutions/institution.store.ts';
import { countByGender, listClassGroups, teacherNames } from './class-group.store.ts';
import {
  type ClassGroup,
  classGroupName,
  firstGradeOf,
  gradeName,
  gradeOf,
  gradesOf,
  intakeName,
} from './class-group.ts';
import type { ClassGroupView, ClassStructure } from './classes.api.ts';

const NOBODY = { total: 0, boys: 0, girls: 0 };

/** A class teacher sees the own class groups only. Numbers are today's, whichever year is looked at. */
export async function readClassStructure(
  { law }: Pick<Services, 'law'>,
  tx: Transaction,
  actor: Actor,
  school: Institution,
  schoolYear?: number,
): Promise<ClassStructure> {
  const today = dayOf(tx.now);
  const year = schoolYear ?? schoolYearOf(today);
  // Within the current year groups are those of today; another year is looked at on its first day.
  const day = year === schoolYearOf(today) ? today : civilDate(`${year}-09-01`);
  // What is opened for a year to come stands from the day it is opened.
  const standsOn = [day, today].sort()[0]!;
  const seated = await countByGender(tx, school);
  const teachers = await teacherNames(tx, school.id);
  const groups = (await listClassGroups(tx, school.id, standsOn)).filter(
    (group) => group.intakeYear <= year && (actor.role !== 'CLASS_TEACHER' || actor.classGroupIds.includes(group.id)),
  );
  const views = groups.map((group) => {
    const counts = seated.get(group.id) ?? NOBODY;
    const teacherName = group.teacherId ? (teachers.get(group.teacherId) ?? null) : null;
    return { ...viewGroup(group, day), counts, teacherName, ...sizeUnder(law, school, group, counts.total, today) };
  });
  const grades = gradesOf(school.stages, school.years).map(({ stage, grade }) => {
    const intakeYear = year - (grade - firstGradeOf(stage, school.years));
    const own = views.filter((view) => view.stage === stage && view.grade === grade);
    return {
      grade,
      gradeName: gradeName(grade),
      stage,
      intakeYear,
      intakeName: intakeName(intakeYear),
      counts: own.reduce((sum, { counts }) => added(sum, counts), NOBODY),
      classGroups: own.sort((a, b) => a.ordinal - b.ordinal),
    };
  });
  const unplaced = actor.role === 'CLASS_TEACHER' ? 0 : (seated.get(null)?.total ?? 0);
  return { schoolId: school.id, schoolName: school.name, schoolYear: year, grades, unplaced };
}

const added = (a: typeof NOBODY, b: typeof NOBODY) => ({
  total: a.total + b.total,
  boys: a.boys + b.boys,
  girls: a.girls + b.girls,
});

function viewGroup(group: ClassGroup, day: CivilDate) {
  const grade = gradeOf(group, day);
  const { id, code, stage, intakeYear, ordinal, kind, teacherId, validFrom } = group;
  return {
    id,
    code,
    name: classGroupName(grade, ordinal),
    stage,
    grade,
    gradeName: gradeName(grade),
    intakeYear,
    intakeName: intakeName(intakeYear),
    ordinal,
    kind,
    teacherId,
    validFrom,
  };
}

/** 班额: the law's findings on so many, and its two numbers where it has them. */
function sizeUnder(
  law: Law,
  school: Institution,
  group: ClassGroup,
  size: number,
  day: CivilDate,
): Pick<ClassGroupView, 'findings' | 'bounds'> {
  const where = { placeCode: school.placeCode, day, ...(school.code ? { schoolCode: school.code } : {}) };
  const { findings } = law.ask('class-size', where, { stage: group.stage, grade: gradeOf(group, day), size });
  const numbers = findings.map(({ facts }) => [facts['preferred'], facts['most']]);
  const [preferred, most] = numbers.find((pair) => pair.every((one) => typeof one === 'number')) ?? [];
  return {
    findings: findings.map(({ verdict, sentence, remedy, chip, clauses }) => ({
      verdict,
      sentence,
      remedy: remedy ?? null,
      chip,
      clauses,
    })),
    bounds: most === undefined ? null : { preferred: Number(preferred), most: Number(most) },
  };
}
