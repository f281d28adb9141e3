/** 班级一览: the class groups of a school on a day: how large, how mixed, within which bounds, and who is unplaced. */
import type { Actor, Services } from '../../access/index.ts';
import {
  type ClassGroup,
  classGroupName,
  firstGradeOf,
  gradeName,
  gradeOf,
  gradesOf,
  gradesTogether,
  type Institution,
  intakeName,
  listClassGroups,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { countSeatsOn, dayAsked, type SeatCount } from '../as-of/roster-as-of.ts';
import type { ClassGroupsView, ClassGroupView, UnplacedView } from '../placements.api.ts';
import { fittingGroups } from '../placing/fitting-groups.ts';
import { findReview } from '../placing/review.store.ts';
import { boundsOf } from './bounds.ts';
import { countSeats, listTeacherNames } from './class-group-facts.store.ts';
import { countGenders } from './gender-counts.ts';
import { getSchoolInReach, lawPlaceOf, mayReach } from './reach.ts';

/** Everything the page's left side shows. A class teacher sees the own class groups and nobody unplaced. */
export async function viewClassGroups(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { schoolId, on: asked }: { schoolId: string; on?: CivilDate | undefined },
): Promise<ClassGroupsView> {
  const school = await getSchoolInReach(tx, actor, schoolId);
  const today = dayOf(tx.now);
  const on = dayAsked(asked, tx.now);
  const counts = on === today ? await countSeats(tx, school) : await countSeatsOn(tx, school.id, on);
  const all = await listClassGroups(tx, school.id, on);
  const reached = all.filter(({ id }) => mayReach(actor, id));
  const viewed = await viewGroups(tx, services, school, reached, { on, counts });
  return {
    school: { id: school.id, name: school.name, code: school.code },
    on,
    today,
    classGroups: viewed.toSorted((a, b) => a.grade - b.grade || b.intakeYear - a.intakeYear || a.ordinal - b.ordinal),
    grades: gradesTaught(school, on),
    unplaced: actor.role === 'CLASS_TEACHER' ? [] : await viewUnplaced(tx, services, school, all, { on, counts }),
  };
}

/** Every grade of the school with the intake that is in it, whether it has class groups or not. */
function gradesTaught({ stages, years }: Institution, on: CivilDate): ClassGroupsView['grades'] {
  return gradesOf(stages, years).map(({ stage, grade }) => ({
    grade,
    gradeWords: gradeName(grade),
    intakeWords: intakeName(schoolYearOf(on) - (grade - firstGradeOf(stage, years))),
  }));
}

interface OnDay {
  on: CivilDate;
  counts: readonly SeatCount[];
}

/** Class groups of one school as shapes; the class teacher is known for today only. */
export async function viewGroups(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  school: Institution,
  groups: readonly ClassGroup[],
  { on, counts }: OnDay,
): Promise<ClassGroupView[]> {
  const isToday = on === dayOf(tx.now);
  const teachers = await listTeacherNames(tx, isToday ? groups.flatMap(({ teacherId }) => teacherId ?? []) : []);
  const where = lawPlaceOf(school, on);
  const byGroup = Map.groupBy(counts, ({ classGroupId }) => classGroupId);
  const boundsByGrade = new Map<string, ReturnType<typeof boundsOf>>();
  return groups.map((group) => {
    const grade = gradeOf(group, on);
    const { stage } = group;
    const key = `${stage}/${grade}`;
    if (!boundsByGrade.has(key)) boundsByGrade.set(key, boundsOf(law, where, { stage, grade }));
    const numbers = countGenders(byGroup.get(group.id) ?? []);
    const { findings } = law.ask('class-size', where, { stage, grade, size: numbers.total });
    return {
      id: group.id,
      name: classGroupName(grade, group.ordinal),
      code: group.code,
      stage,
      grade,
      gradeWords: gradeName(grade),
      intakeYear: group.intakeYear,
      intakeWords: intakeName(group.intakeYear),
      multiGrade: multiGradeWords(group, on),
      ordinal: group.ordinal,
      teacherName: (group.teacherId && teachers.get(group.teacherId)) || null,
      ...numbers,
      bounds: boundsByGrade.get(key) ?? null,
      findings: findings.map(({ verdict, sentence, chip, remedy }) => ({
        verdict,
        sentence,
        chip,
        ...(remedy ? { remedy } : {}),
      })),
    };
  });
}

/** 一年级、二年级: the grades of a 复式班; null for every other class group. */
function multiGradeWords(group: ClassGroup, on: CivilDate): string | null {
  const grades = gradesTogether(group, on);
  return grades.length > 1 ? grades.map(gradeName).join('、') : null;
}

async function viewUnplaced(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  school: Institution,
  groups: readonly ClassGroup[],
  { on, counts }: OnDay,
): Promise<UnplacedView[]> {
  const unplaced = Map.groupBy(
    counts.filter(({ classGroupId }) => classGroupId === null),
    ({ stage, grade, intakeYear }) => `${stage}/${grade}/${intakeYear}`,
  );
  const views: UnplacedView[] = [];
  for (const some of unplaced.values()) {
    const { stage, grade, intakeYear } = some[0]!;
    const fitting = fittingGroups({ stage, grade, intakeYear }, groups, on);
    const [finding] = law.ask('class-placement', lawPlaceOf(school, on), { stage, reviewed: false }).findings;
    const intake = fitting[0]?.intakeYear ?? intakeYear;
    const of = { schoolId: school.id, placeCode: school.placeCode, stage, intakeYear: intake };
    const review = finding ? await findReview(tx, of) : undefined;
    views.push({
      stage,
      grade,
      gradeWords: gradeName(grade),
      intakeYear,
      intakeWords: intakeName(intakeYear),
      ...countGenders(some),
      classGroupIds: fitting.map(({ id }) => id),
      review: finding
        ? {
            sentence: finding.sentence,
            chip: finding.chip,
            intakeYear: intake,
            reviewed: review ? { on: review.reviewedOn, by: review.by, opinion: review.opinion } : null,
          }
        : null,
    });
  }
  return views.sort((a, b) => a.grade - b.grade || b.intakeYear - a.intakeYear);
}
