/** 看处分: what stands at the school, whose probation ends, and what was revoked and stays with the school. */
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf, daysBetween } from '../../kernel/civil-date.ts';
import { DISCIPLINES, LEVELS } from '../../policy/questions/conduct.ts';
import { groupNames } from '../class-group-names.ts';
import { listDisciplines } from './discipline.store.ts';
import type { DisciplineList } from './disciplines.api.ts';

/** Of the own school; a class teacher sees what stands in the own class groups, not what was revoked. */
export async function viewDisciplines(tx: Transaction, actor: Actor): Promise<DisciplineList> {
  const today = dayOf(tx.now);
  const teacher = actor.role === 'CLASS_TEACHER';
  const names = await groupNames(tx, actor.institution.id, today);
  const rows = await listDisciplines(tx, actor.institution, teacher ? actor.classGroupIds : undefined);
  return {
    items: rows
      .filter(({ revokedOn }) => !teacher || revokedOn === null)
      .map((one) => ({
        ...{ studentId: one.studentId, caseId: one.caseId, name: one.name, filed: one.filed },
        ...{ givenOn: one.givenOn, untilOn: one.untilOn, revokedOn: one.revokedOn },
        kindWords: DISCIPLINES[one.kind],
        levelWords: LEVELS[one.level],
        classGroupName: names.get(one.classGroupId ?? '') ?? '',
        daysLeft: one.untilOn && one.revokedOn === null ? daysBetween(today, one.untilOn) : null,
      })),
  };
}
