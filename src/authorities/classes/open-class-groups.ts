/** 设班: n class groups a grade; codes and names come from the system (S6-4.1, SC-4.4). */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { lockInstitution } from '../institutions/institution.store.ts';
import { highestOrdinals, insertClassGroups } from './class-group.store.ts';
import { type ClassGroup, classGroupCode, firstGradeOf, gradeName, gradesOf } from './class-group.ts';

export interface Opening {
  grade: number;
  count: number;
  /** 复式班: the other grades of the stage that sit in it. */
  withGrades?: readonly number[] | undefined;
}

/**
 * Opens class groups for the school year. A group of a grade further up belongs to the intake that is in that grade
 * now: opened in 2026, a group of grade three is one of 2024级. Refuses grades that the school does not teach.
 */
export async function openClassGroups(
  services: Services,
  actor: Actor,
  schoolId: string,
  { openings, schoolYear, kind }: { openings: readonly Opening[]; schoolYear?: number | undefined; kind: string },
): Promise<{ ids: string[] }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const school = await lockInstitution(tx, schoolId);
    const today = dayOf(tx.now);
    const year = schoolYear ?? schoolYearOf(today);
    if (year < schoolYearOf(today) || year > schoolYearOf(today) + 1) {
      throw refuse('BAD_INPUT', { what: '只能为本学年和下一学年设班' });
    }
    const taught = gradesOf(school.stages, school.years);
    const ordinals = await highestOrdinals(tx, school.id);
    const groups = openings.flatMap(({ grade, count, withGrades = [] }) => {
      const stage = taught.find((one) => one.grade === grade)?.stage;
      if (!stage) throw refuse('BAD_INPUT', { what: `${school.name}没有${gradeName(grade)}` });
      const firstGrade = firstGradeOf(stage, school.years);
      const intakeYear = year - (grade - firstGrade);
      const otherIntakes = [...new Set(withGrades)]
        .filter((other) => other !== grade)
        .map((other) => {
          if (taught.find((one) => one.grade === other)?.stage !== stage) {
            throw refuse('BAD_INPUT', { what: `复式班只能由同一学段的年级合编，${gradeName(other)}不在其中` });
          }
          return year - (other - firstGrade);
        });
      return Array.from({ length: count }, (): ClassGroup => {
        const ordinal = nextOrdinal(ordinals, stage, intakeYear);
        return {
          id: services.newId(),
          schoolId: school.id,
          path: school.path,
          county: school.county,
          stage,
          intakeYear,
          firstGrade,
          ordinal,
          code: classGroupCode(stage, intakeYear, ordinal),
          kind: otherIntakes.length > 0 ? MULTI_GRADE[stage] : kind,
          otherIntakes,
          teacherId: null,
          validFrom: today,
          validTo: null,
        };
      });
    });
    await insertClassGroups(tx, groups);
    await recordAll(
      tx,
      asAuditActor(actor),
      groups.map(({ id, code }) => ({
        action: 'OPEN_CLASS_GROUP',
        subjectKind: 'CLASS_GROUP',
        subjectId: id,
        path: school.path,
        detail: { code, schoolId: school.id },
      })),
    );
    return { ids: groups.map(({ id }) => id) };
  });
}

/** 复式班, by stage, in the code table of kinds of class groups (JY/T 1001). */
const MULTI_GRADE: Record<Stage, string> = { PRIMARY: '12', JUNIOR: '22', SENIOR: '40' };

/** Counts on from the highest ever given, closed groups included: a code means one group for good. */
function nextOrdinal(ordinals: Map<string, number>, stage: Stage, intakeYear: number): number {
  const key = `${stage}/${intakeYear}`;
  const ordinal = (ordinals.get(key) ?? 0) + 1;
  if (ordinal > 99) throw refuse('BAD_INPUT', { what: '一个年级最多99个班' });
  ordinals.set(key, ordinal);
  return ordinal;
}
