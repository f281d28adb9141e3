/** 演示奖励: at one school a few children of each class group that its leader has honoured, and one that waits for a decision. */
import type { Transaction } from '../../db/transaction.ts';
import { addDays, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { idOf } from '../chance.ts';
import { OTHER_SCHOOL } from '../region/counties.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planPair, planTeacher } from '../region/posts.ts';

/** In the order of the children, one each; the first waits. */
const AWARDS = [
  { category: 'TITLE', title: '三好学生' },
  { category: 'ACTIVITY', title: '校园读书节一等奖' },
  { category: 'ACADEMIC', title: '学习进步奖' },
] as const;

/** Proposed by the class teachers three days ago; of the current school year. */
export async function insertAwards(tx: Transaction, plan: Omit<PartPlan, 'countiesAfter'>): Promise<void> {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL);
  if (!school) return;
  const givenOn = addDays(dayOf(tx.now), -3);
  const { leader } = planPair(plan.seed, school);
  for (const group of plan.classGroups.get(school.id)!) {
    const students = await tx.sql
      .selectFrom('roster')
      .select('student_id as id')
      .where('county', '=', school.county)
      .where('school_id', '=', school.id)
      .where('class_group_id', '=', group.id)
      .orderBy('student_id')
      .limit(AWARDS.length)
      .execute();
    const teacher = planTeacher(plan.seed, school, group);
    await tx.together({
      into: 'awards',
      rows: students.map(({ id }, place) => {
        const { category, title } = AWARDS[place]!;
        const granted = place > 0;
        return {
          ...{ student_id: id, id: idOf(`award/${id}`, tx.now.getTime()), school_id: school.id, path: school.path },
          ...{ class_group_id: group.id, stage: group.stage, category, level: 'SCHOOL', title },
          ...{ school_year: schoolYearOf(givenOn), given_on: givenOn, giver: school.name },
          ...{ state: granted ? 'GRANTED' : 'PROPOSED', filed: granted ? true : null },
          ...{ entered_by: teacher.id, entered_by_name: teacher.personName, entered_at: tx.now },
          ...{ decided_by: granted ? leader.id : null, decided_by_name: granted ? leader.personName : null },
          decided_at: granted ? tx.now : null,
        };
      }),
    });
  }
}
