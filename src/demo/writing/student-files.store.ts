/** 演示档案: of the schools that a newcomer signs in at, proofs in folders, fitness tests and what there is none of; one class group lacks some. */
import type { FieldCipher } from '../../crypto/field-cipher.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { lastTerms, type TermOf } from '../../school-life/index.ts';
import { type Chance, chanceOf, idOf } from '../chance.ts';
import { INTAKE_SCHOOL, OTHER_SCHOOL } from '../region/counties.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planTeacher } from '../region/posts.ts';

const NOTED = ['DEVELOPMENT', 'AWARDS', 'AID'] as const;

/** Entered by the class teachers; the last class group of each school has a child in five without a test. */
export async function insertStudentFiles(
  tx: Transaction,
  cipher: FieldCipher,
  plan: Omit<PartPlan, 'countiesAfter'>,
): Promise<void> {
  const [term] = lastTerms(tx.now, 1) as [TermOf];
  const today = dayOf(tx.now);
  for (const school of plan.schools.filter(({ slug }) => slug === INTAKE_SCHOOL || slug === OTHER_SCHOOL)) {
    const groups = plan.classGroups.get(school.id)!;
    for (const group of groups) {
      const students = await tx.sql
        .selectFrom('roster')
        .select(['student_id as id', 'gender', 'grade'])
        .where('county', '=', school.county)
        .where('school_id', '=', school.id)
        .where('class_group_id', '=', group.id)
        .orderBy('student_id')
        .execute();
      const teacher = planTeacher(plan.seed, school, group);
      const by = { entered_by: teacher.id, entered_by_name: teacher.personName, entered_at: tx.now };
      const at = (studentId: string, what: string) => ({
        ...{ student_id: studentId, id: idOf(`${what}/${studentId}`, tx.now.getTime()) },
        ...{ school_id: school.id, path: school.path, ...by },
      });
      const tested = students.filter((_, place) => group !== groups.at(-1) || place % 5 > 0);
      await tx.together(
        {
          into: 'file_papers',
          rows: students.map(({ id }) => ({
            ...{ ...at(id, 'household'), head: 'PROOFS', paper: 'HOUSEHOLD', what: '户籍证明（居民户口簿）' },
            dated_on: today,
          })),
        },
        {
          into: 'file_notes',
          rows: students.flatMap(({ id }) =>
            NOTED.map((head) => ({
              ...{ ...at(id, `note-${head}`), head, school_year: term.schoolYear, term: term.term },
            })),
          ),
        },
        {
          into: 'health_records',
          rows: tested.map(({ id, gender, grade }) => {
            const row = at(id, 'fitness');
            const values = valuesOf(chanceOf(`fitness/${id}`), grade, gender === '1');
            return {
              ...{ ...row, kind: 'FITNESS', school_year: term.schoolYear, grade, measured_on: today },
              sealed: cipher.seal('health_records', row.id, values),
            };
          }),
        },
      );
    }
  }
}

/** About what children of a grade measure; nothing is drawn from anybody's records. */
function valuesOf(chance: Chance, grade: number, boy: boolean): Record<string, number> {
  const tenths = (least: number, most: number) => chance.between(least * 10, most * 10) / 10;
  return {
    height: tenths(112 + 5 * grade, 122 + 5 * grade),
    weight: tenths(17 + 3 * grade, 23 + 3 * grade),
    lungCapacity: chance.between(900, 1300) + grade * (boy ? 240 : 200),
    run50: tenths(11 - grade * 0.3, 12 - grade * 0.3),
    reach: tenths(2, 14),
    total: tenths(64, 97),
  };
}
