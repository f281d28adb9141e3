/** 演示班级: the class groups of every grade with their codes, and how many children sit in each. */
import { type ClassGroup, classGroupCode, classGroupName } from '../../authorities/index.ts';
import { startOfDay } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import type { CodeOf, classGroupKinds } from '../../students/index.ts';
import { chanceOf, idOf } from '../chance.ts';
import { gradesTaught, opensOn, type PlannedSchool } from './directory.ts';

export interface PlannedClassGroup extends ClassGroup {
  grade: number;
  /** 一(1)班 */
  name: string;
  size: number;
}

type Kind = CodeOf<typeof classGroupKinds>;
const KINDS: Record<Stage, Kind> = { PRIMARY: '10', JUNIOR: '20', SENIOR: '40' };

/** The class groups of a school in a school year; their sizes are still 0. */
function classGroupsOf(school: PlannedSchool, schoolYear: number): PlannedClassGroup[] {
  return gradesTaught(school).flatMap(({ stage, grade, first }) =>
    Array.from({ length: school.text.classGroups[stage] ?? 0 }, (_, index): PlannedClassGroup => {
      const intakeYear = schoolYear - (grade - first);
      const validFrom = opensOn(intakeYear);
      const ordinal = index + 1;
      const code = classGroupCode(stage, intakeYear, ordinal);
      const id = idOf(`class-group/${school.code}/${code}`, startOfDay(validFrom).getTime());
      return {
        id,
        schoolId: school.id,
        path: school.path,
        county: school.county,
        stage,
        intakeYear,
        firstGrade: first,
        ordinal,
        code,
        kind: kindOf(school, stage),
        teacherId: idOf(`teacher/${id}`, startOfDay(validFrom).getTime()),
        validFrom,
        validTo: null,
        grade,
        name: classGroupName(grade, ordinal),
        size: 0,
      };
    }),
  );
}

function kindOf({ schoolType }: PlannedSchool, stage: Stage): Kind {
  if (schoolType === 'TEACHING_POINT') return '13';
  if (schoolType === 'SPECIAL' && stage !== 'SENIOR') return stage === 'PRIMARY' ? '17' : '27';
  return KINDS[stage];
}

/**
 * The class groups of all schools, by school, holding exactly `students` children together: each as many as others of
 * its kind, a few more or less.
 */
export function planClassGroups(
  seed: string,
  schools: readonly PlannedSchool[],
  { schoolYear, students }: { schoolYear: number; students: number },
): Map<string, PlannedClassGroup[]> {
  const chance = chanceOf(`${seed}/class-sizes`);
  const bySchool = new Map(schools.map((school) => [school.id, classGroupsOf(school, schoolYear)]));
  const weighed = schools.flatMap(({ id, text }) =>
    bySchool.get(id)!.map((group) => {
      const waits = text.awaitsIntake === true && group.intakeYear === schoolYear;
      return { group, weight: waits ? 0 : (text.size ?? 1) * (0.86 + chance.below(280) / 1000) };
    }),
  );
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  let placed = 0;
  for (const { group, weight } of weighed) {
    passed += weight;
    group.size = Math.round((students * passed) / whole) - placed;
    placed += group.size;
  }
  return bySchool;
}
