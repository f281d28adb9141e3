/** 看到期事项: of the caller's school, of the own class groups for a class teacher, who has no part in hardship. */
import type { Actor, Services } from '../../../access/index.ts';
import { getInstitution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { termWords } from '../../assessments/assessment.api.ts';
import type { DuesView } from './dues.api.ts';
import { duesOf, isOver, saidOfProbation } from './dues.ts';

export async function viewDues(tx: Transaction, services: Pick<Services, 'law'>, actor: Actor): Promise<DuesView> {
  const today = dayOf(tx.now);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const teacher = actor.role === 'CLASS_TEACHER';
  const { probations, hardships, makeUps } = await duesOf(tx, {
    schools: [school],
    classGroupIds: teacher ? actor.classGroupIds : undefined,
  });
  const byTerm = Map.groupBy(makeUps, ({ term }) => `${term.schoolYear}-${term.term}`);
  return {
    probations: probations.map((one) => ({
      ...{ studentId: one.studentId, caseId: one.caseId, untilOn: one.untilOn, over: one.over },
      finding: saidOfProbation(services, school, one, today) ?? null,
    })),
    hardships: teacher ? 0 : (hardships.get(school.id) ?? 0),
    makeUps: [...byTerm.values()].map((of) => {
      const { term } = of[0]!;
      return {
        ...{ ...term, termWords: termWords(term), over: isOver(term, today) },
        students: of.reduce((sum, one) => sum + one.students, 0),
        classGroups: of.flatMap(({ classGroupId, students }) => (classGroupId ? [{ id: classGroupId, students }] : [])),
      };
    }),
  };
}
