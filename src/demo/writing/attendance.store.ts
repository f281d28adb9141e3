/** 演示考勤: the last days of school of a few schools, with the usual absences and, where the law soon asks for something, a child who stays away. */
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, dayOf, partsOf, weekdayOf } from '../../kernel/civil-date.ts';
import { chanceOf, idOf } from '../chance.ts';
import { INTAKE_SCHOOL, OTHER_SCHOOL } from '../region/counties.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planTeacher } from '../region/posts.ts';

const DAYS = 8;
const PERIODS = { MORNING: 4, AFTERNOON: 3 } as const;
/** 成都武侯: the place whose text counts a week of truancy. */
const WATCHED = '510107';
const KINDS = [
  ['SICK', 0.006, PERIODS.MORNING],
  ['PERSONAL', 0.003, PERIODS.MORNING],
  ['LATE', 0.006, 0],
] as const;

/** Writes it for the schools that a newcomer signs in at, and for one of 武侯. Nothing in the months of the holidays. */
export async function insertAttendance(tx: Transaction, plan: Omit<PartPlan, 'countiesAfter'>): Promise<void> {
  const days = schoolDaysBefore(dayOf(tx.now));
  const watched = plan.schools.find(({ placeCode }) => placeCode === WATCHED);
  const schools = plan.schools.filter(({ slug }) => slug === INTAKE_SCHOOL || slug === OTHER_SCHOOL);
  for (const school of watched ? [...schools, watched] : schools) {
    const roster = await tx.sql
      .selectFrom('roster')
      .select(['student_id as studentId', 'class_group_id as classGroupId'])
      .where('county', '=', school.county)
      .where('school_id', '=', school.id)
      .where('state', '=', 'ENROLLED')
      .where('class_group_id', 'is not', null)
      .orderBy('student_id')
      .execute();
    const truant = school === watched ? roster[0]?.studentId : undefined;
    const teachers = new Map(
      plan.classGroups.get(school.id)!.map((group) => [group.id, planTeacher(plan.seed, school, group)]),
    );
    await tx.together(
      {
        into: 'attendance_days',
        rows: [...teachers].flatMap(([id, teacher]) =>
          days.map((on) => ({
            ...{ class_group_id: id, taken_on: on, path: school.path },
            ...{ morning_periods: PERIODS.MORNING, afternoon_periods: PERIODS.AFTERNOON },
            ...{ taken_by: teacher.id, taken_by_name: teacher.personName, taken_at: tx.now },
          })),
        ),
      },
      {
        into: 'absences',
        rows: roster.flatMap(({ studentId, classGroupId }) =>
          days.flatMap((on) =>
            marksOf(studentId, on, studentId === truant).map(({ half, kind, periods }) => ({
              ...{ student_id: studentId, id: idOf(`absence/${studentId}/${on}/${half}`, tx.now.getTime()) },
              ...{ class_group_id: classGroupId!, path: school.path, absent_on: on, half, kind, periods },
              ...{ entered_by: teachers.get(classGroupId!)!.id, entered_at: tx.now },
            })),
          ),
        ),
      },
    );
  }
}

type DemoMark = { half: keyof typeof PERIODS; kind: string; periods: number };

function marksOf(studentId: string, on: CivilDate, truant: boolean): DemoMark[] {
  if (truant) {
    return [
      { half: 'MORNING', kind: 'TRUANT', periods: PERIODS.MORNING },
      { half: 'AFTERNOON', kind: 'TRUANT', periods: PERIODS.AFTERNOON },
    ];
  }
  const chance = chanceOf(`absence/${studentId}/${on}`);
  const found = KINDS.find(([, share]) => chance.happens(share));
  return found ? [{ half: 'MORNING', kind: found[0], periods: found[2] }] : [];
}

/** Monday to Friday before the day, in the months in which there is school: the demonstration needs no calendar. */
function schoolDaysBefore(today: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let on = addDays(today, -1); days.length < DAYS && on > addDays(today, -DAYS * 2); on = addDays(on, -1)) {
    const [, month] = partsOf(on);
    if (weekdayOf(on) <= 5 && ![2, 7, 8].includes(month)) days.unshift(on);
  }
  return days;
}
