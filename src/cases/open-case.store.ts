/** 一人一件: one open case about a student at a time, of whatever kind, over the whole node; the database keeps the promise. */
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import type { Case } from './case.ts';
import { clockOf } from './engine/clock.ts';

/**
 * Takes the student for this case. Refuses CASE_OPEN where another has it: whoever sees that case is told its number, who
 * holds it and how long still; anybody else, which authority to ask. Two at once: the second waits here for the first.
 */
export async function claimStudent(
  tx: Transaction,
  calendar: WorkingCalendar,
  one: Case,
  titleOf: (workflow: string) => string,
): Promise<void> {
  const won = await tx.byKey
    .insertInto('open_cases')
    .values({ student_id: one.subjectId, case_id: one.id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst();
  if (!won) throw await whoHasIt(tx, calendar, one, titleOf);
}

/** Lets the student go, once the case has ended. */
export const releaseStudent = (tx: Transaction, { id, subjectId }: Pick<Case, 'id' | 'subjectId'>) =>
  tx.byKey.deleteFrom('open_cases').where('student_id', '=', subjectId).where('case_id', '=', id);

async function whoHasIt(
  tx: Transaction,
  calendar: WorkingCalendar,
  { subjectId, lawDay }: Case,
  titleOf: (workflow: string) => string,
) {
  const seen = await findOpen(tx, subjectId);
  if (seen) {
    const clock = seen.dueOn && clockOf(calendar, { ...seen, dueOn: seen.dueOn }, lawDay);
    const left = clock ? `，${leftWords(clock.daysLeft)}` : '';
    const what = `${titleOf(seen.workflow)}（${seen.number}）`;
    return refuse('CASE_OPEN', { what, holder: `现由${seen.holderName}办理${left}` });
  }
  const elsewhere = await tx.beyondScope(() => findOpen(tx, subjectId));
  return refuse('CASE_OPEN', {
    what: elsewhere ? titleOf(elsewhere.workflow) : '办件',
    holder: elsewhere ? `可向${elsewhere.authorityName ?? elsewhere.holderName}查询` : '刚刚变动',
  });
}

const leftWords = (days: number): string =>
  days < 0 ? `已逾期${-days}个工作日` : days === 0 ? '今天到期' : `还剩${days}个工作日`;

/** The open case about a student, in the scope that holds now, with the authority of the place in which its holder is. */
async function findOpen(tx: Transaction, studentId: string) {
  const row = await tx.byKey
    .selectFrom('worklist as w')
    .innerJoin('institutions as h', 'h.id', 'w.holder_id')
    .leftJoin('institutions as a', (join) =>
      join.onRef('a.place_code', '=', 'h.place_code').on('a.kind', '=', 'AUTHORITY'),
    )
    .select(['w.number', 'w.workflow', 'w.started_on', 'w.due_on', 'w.term_days'])
    .select(['h.name as holderName', 'a.name as authorityName'])
    .where('w.subject_id', '=', studentId)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      startedOn: row.started_on as CivilDate,
      dueOn: row.due_on as CivilDate | null,
      termDays: row.term_days,
    }
  );
}
