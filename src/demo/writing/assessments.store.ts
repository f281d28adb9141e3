/** 演示成绩: for two class groups of a school the running term as far as it has come: usual results, a monthly test, the mid-term. */
import type { Transaction } from '../../db/transaction.ts';
import { columnsOf, lastTerms, nationalSubjects, type Subject, type TermOf } from '../../school-life/index.ts';
import { type Chance, chanceOf, idOf } from '../chance.ts';
import { OTHER_SCHOOL } from '../region/counties.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planTeacher } from '../region/posts.ts';

const GROUPS = 2;
const KINDS = ['USUAL', 'MONTHLY', 'MIDTERM'] as const;
/** With English and information science on the list. */
const FROM_GRADE = 3;
const RATINGS = ['A', 'A', 'B', 'B', 'B', 'C'] as const;

/** Entered by the class teachers; one student in fifty missed an examination. */
export async function insertAssessments(tx: Transaction, plan: Omit<PartPlan, 'countiesAfter'>): Promise<void> {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL);
  if (!school) return;
  const [running] = lastTerms(tx.now, 1) as [TermOf];
  const groups = plan.classGroups.get(school.id)!.filter(({ grade }) => grade >= FROM_GRADE);
  for (const group of groups.slice(0, GROUPS)) {
    const students = await tx.sql
      .selectFrom('roster')
      .select('student_id as id')
      .where('county', '=', school.county)
      .where('school_id', '=', school.id)
      .where('class_group_id', '=', group.id)
      .orderBy('student_id')
      .execute();
    const teacher = planTeacher(plan.seed, school, group);
    const { grade } = group;
    const columns = columnsOf(nationalSubjects(group.stage, school.years), 'MIDTERM', grade);
    const rowsOf = (kind: (typeof KINDS)[number]) =>
      students.flatMap(({ id }) =>
        columns.map((column) => ({
          ...{ student_id: id, id: idOf(`assessment/${id}/${kind}/${column.code}`, tx.now.getTime()) },
          ...{ school_id: school.id, class_group_id: group.id, path: school.path, stage: group.stage, grade, kind },
          ...{ school_year: running.schoolYear, term: running.term, subject: column.code, subject_name: column.name },
          ...valueOfStudent(chanceOf(`assessment/${plan.seed}/${id}/${kind}/${column.code}`), column),
          ...{ entered_by: teacher.id, entered_by_name: teacher.personName, entered_at: tx.now },
        })),
      );
    await tx.together({ into: 'assessments', rows: KINDS.flatMap(rowsOf) });
  }
}

function valueOfStudent(chance: Chance, { scale, fullPoints }: Subject) {
  const absent = chance.happens(0.02);
  const points = scale === 'POINTS' && !absent;
  return {
    points: points ? chance.between(52, fullPoints ?? 100) : null,
    full_points: points ? fullPoints : null,
    rating: scale === 'RATING' && !absent ? chance.pick(RATINGS) : null,
    mark: absent ? 'ABSENT' : null,
  };
}
