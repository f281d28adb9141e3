/** 辅号随异动: what becomes of a student's secondary numbers when a case moves it: kept, cancelled, or given anew. */
import { type Actor, asAuditActor, type Services } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import { getInstitution } from '../authorities/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import type { NumberEvent } from './issue-numbers.ts';
import { whereOf } from './issue-numbers.ts';
import { endNumber, followStudent, listNumbersOf } from './numbering.store.ts';

/**
 * Cancels each number that the law of the place where it was given does not let the student keep (SC-24.4, SC-26.5, SC-33.3),
 * and a school's own number once the student is at another school. Who then has none waits for the office that gives it. In
 * the transaction of the case, beyond the actor's scope.
 */
export async function cancelNumbersAt(
  { law }: Pick<Services, 'law'>,
  tx: Transaction,
  actor: Actor,
  { studentId, event, school: now }: { studentId: string; event: NumberEvent; school: { id: string; path: string } },
): Promise<void> {
  const on = dayOf(tx.now);
  await followStudent(tx, studentId, now.path);
  for (const one of await listNumbersOf(tx, studentId)) {
    if (one.validTo !== null) continue;
    const { kind, stage } = one;
    const school = await getInstitution(tx, { id: one.schoolId });
    const left = kind === 'SCHOOL' && one.schoolId !== now.id;
    const kept = law.ask('secondary-number', whereOf(school, tx.now), { kind, stage, event, renewed: false });
    if (!left && kept.verdict !== 'REFUSE') continue;
    await endNumber(tx, { studentId, id: one.id, on, event });
    await record(tx, asAuditActor(actor), {
      action: 'CANCEL_SECONDARY_NUMBER',
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: school.path,
      detail: { kind, event, clauses: kept.findings.flatMap(({ clauses }) => clauses) },
    });
  }
}
