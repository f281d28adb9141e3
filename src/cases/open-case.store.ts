/** 一人一件: one open case about a student at a time, of whatever kind, over the whole node; the database keeps the promise. */
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import type { Case } from './case.ts';
import { clockOf, type TermRun } from './engine/clock.ts';
import type { Stand } from './engine/standstill/stands.ts';

/**
 * Takes the student for this case. Refuses CASE_OPEN where another has it: whoever sees that case is told its number, who
 * holds it and how long still; anybody else, which authority to ask, and how long still. Two at once: the second waits here for the first.
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
  if (won) return;
  const other = await openCaseAbout(tx, calendar, { subjectId: one.subjectId, day: one.lawDay }, titleOf);
  throw refuse('CASE_OPEN', other ?? { what: '办件', holder: '刚刚变动' });
}

/** Lets the student go, once the case has ended. */
export const releaseStudent = (tx: Transaction, { id, subjectId }: Pick<Case, 'id' | 'subjectId'>) =>
  tx.byKey.deleteFrom('open_cases').where('student_id', '=', subjectId).where('case_id', '=', id);

/** The open case about a student, told as far as the reader may see it. */
export interface OpenCaseAbout {
  /** 退学（TX-2026-1010-K7Q2M） */
  what: string;
  /** 现由武侯区教育局办理，还剩3个工作日 */
  holder: string;
  /** The whole of it, as a refusal says it. */
  sentence: string;
  /** Where the reader may open it. */
  caseId: string | null;
}

/** Who has the student now; undefined where nobody has. */
export async function openCaseAbout(
  tx: Transaction,
  calendar: WorkingCalendar,
  { subjectId, day }: { subjectId: string; day: CivilDate },
  titleOf: (workflow: string) => string,
): Promise<OpenCaseAbout | undefined> {
  const seen = await findOpen(tx, subjectId);
  if (seen) {
    const holder = `现由${seen.holderName}办理${leftOf(calendar, seen, day)}`;
    return told(`${titleOf(seen.workflow)}（${seen.number}）`, holder, seen.case_id);
  }
  const elsewhere = await tx.beyondScope(() => findOpen(tx, subjectId));
  if (!elsewhere) return undefined;
  const holder = `可向${elsewhere.authorityName ?? elsewhere.holderName}查询${leftOf(calendar, elsewhere, day)}`;
  return told(titleOf(elsewhere.workflow), holder, null);
}

/** 还剩几个工作日; empty where no term runs or its calendar is not published. */
function leftOf(calendar: WorkingCalendar, { dueOn, ...run }: TermRun, day: CivilDate): string {
  const clock = dueOn && clockOf(calendar, { ...run, dueOn }, day);
  return clock ? `，${leftWords(clock.daysLeft)}` : '';
}

const told = (what: string, holder: string, caseId: string | null): OpenCaseAbout => ({
  ...{ what, holder, caseId },
  sentence: refuse('CASE_OPEN', { what, holder }).message,
});

const leftWords = (days: number): string =>
  days < 0 ? `已逾期${-days}个工作日` : days === 0 ? '今天到期' : `还剩${days}个工作日`;

/** The open case about a student, in the scope that holds now, with the authority of the place in which its holder is. */
async function findOpen(tx: Transaction, studentId: string) {
  // A case may be about two students: then it stands under the other one's name in the lists.
  const held = await tx.byKey
    .selectFrom('open_cases')
    .select('case_id')
    .where('student_id', '=', studentId)
    .executeTakeFirst();
  if (!held) return undefined;
  const row = await tx.byKey
    .selectFrom('worklist as w')
    .innerJoin('institutions as h', 'h.id', 'w.holder_id')
    .leftJoin('institutions as a', (join) =>
      join.onRef('a.place_code', '=', 'h.place_code').on('a.kind', '=', 'AUTHORITY'),
    )
    .select(['w.case_id', 'w.number', 'w.workflow', 'w.started_on', 'w.due_on', 'w.term_days', 'w.stands'])
    .select(['h.name as holderName', 'a.name as authorityName'])
    .where('w.case_id', '=', held.case_id)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      startedOn: row.started_on as CivilDate,
      dueOn: row.due_on as CivilDate | null,
      termDays: row.term_days,
      stands: row.stands as Stand[] | null,
    }
  );
}
