/** 看学分: each student's running sums against what the law wants, and the proficiency results so far. */
import type { Actor, Services } from '../../../../access/index.ts';
import { classGroupName } from '../../../../authorities/index.ts';
import type { Transaction } from '../../../../db/transaction.ts';
import { dayOf } from '../../../../kernel/civil-date.ts';
import { getOwnClassGroup, lawPlaceOf } from '../../../attendance/reach.ts';
import type { CreditsView } from '../../api/further.api.ts';
import { cellText } from '../../results/read-value.api.ts';
import { listResultsOf } from '../../results/result.store.ts';
import { bestProficiency } from '../../results/results-for.ts';
import { gradeIn, membersIn, termAt } from '../../term-in.ts';
import { creditNeeds, sumCredits } from './credits.ts';

/** Refuses NOT_FOUND for a class group that is not the caller's. */
export async function viewCredits(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  classGroupId: string,
): Promise<CreditsView> {
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  const day = dayOf(tx.now);
  const term = termAt(day);
  const members = await membersIn(tx, group, term);
  const ids = members.map(({ studentId }) => studentId);
  // What a student brings along from another school counts on.
  const results = await tx.beyondScope(() => listResultsOf(tx, ids, { kinds: ['CREDITS', 'PROFICIENCY'] }));
  const byStudent = Map.groupBy(results, ({ studentId }) => studentId);
  return {
    classGroup: { id: group.id, name: classGroupName(gradeIn(group, term), group.ordinal), stage: group.stage },
    // Only senior schools know credits; in other stages there is nothing to need.
    needs: group.stage === 'SENIOR' ? creditNeeds(law, lawPlaceOf(school, day)) : [],
    rows: members.map(({ studentId, seatNo, name }) => {
      const own = byStudent.get(studentId) ?? [];
      const proficiency = [...bestProficiency(own).values()];
      return {
        ...{ studentId, seatNo, name, sums: sumCredits(own) },
        proficiency: proficiency.map(({ subjectName, value }) => ({
          subject: subjectName,
          words: cellText(value, 'PROFICIENCY'),
        })),
      };
    }),
  };
}
