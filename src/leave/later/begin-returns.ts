/** 到日复学: every morning the returns whose day has come change the registration; until then the student is on leave. */
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import { getCase, updateCase } from '../../cases/index.ts';
import { gradeOnReturn } from '../../changes/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { changeRegistration } from '../../students/index.ts';
import { findLeave } from '../leave.store.ts';
import type { LeaveData } from '../leave.ts';
import { listDueReturns } from './waiting.store.ts';

const AT_ONCE = 200;

/** The job: at ten past midnight. A day on which it did not run is made up for on the next. */
export const beginReturnsJob = (services: Services): JobDefinition => ({
  name: 'begin-returns',
  cron: '10 0 * * *',
  run: async (_, signal) => void (await beginReturns(services, signal)),
});

/** Begins them, each in a transaction of its own, so that it may stop and go on anywhere; answers how many came back. */
export async function beginReturns({ db, now }: Pick<Services, 'db' | 'now'>, signal: AbortSignal): Promise<number> {
  const today = dayOf(now());
  let [begun, after] = [0, undefined as string | undefined];
  for (;;) {
    const due = await db.read(NODE_SCOPE, (tx) => listDueReturns(tx, { today, after, limit: AT_ONCE }));
    for (const caseId of due) {
      signal.throwIfAborted();
      if (await db.write(NODE_SCOPE, (tx) => beginReturn(tx, caseId))) begun++;
    }
    if (due.length < AT_ONCE) return begun;
    after = due.at(-1)!;
  }
}

/**
 * The registration changes as of the day that was agreed on, whenever the job comes to it. A leave that has meanwhile been
 * overtaken (the student has died, gone elsewhere) is left as it is, and the trail says so.
 */
async function beginReturn(tx: Transaction, caseId: string): Promise<boolean> {
  const { subjectId: studentId, title, data, path, number, schoolId } = await getCase(tx, caseId, { lock: true });
  const { waits, ...rest } = data as unknown as LeaveData;
  if (!waits || rest.matter.kind !== 'RETURN') {
    tx.markAudited(); // another run was quicker, nothing was written
    return false;
  }
  const on: CivilDate = waits.until;
  const leave = await findLeave(tx, studentId);
  const stands = leave?.state === 'ON_LEAVE' && leave.begunBy === waits.leave && leave.schoolId === schoolId;
  await updateCase(tx, caseId, { title, data: { ...rest, ...(stands ? { begunOn: on } : { overtaken: true }) } });
  if (stands) {
    const school = await getInstitution(tx, { id: schoolId });
    const placed = gradeOnReturn(school, rest.stage, rest.matter.form.gradeWanted, on);
    await changeRegistration(tx, { studentId, caseId, on, from: 'ON_LEAVE', to: 'ENROLLED', ...placed });
  }
  await record(tx, SYSTEM_ACTOR, {
    action: stands ? 'END_LEAVE' : 'RETURN_OVERTAKEN',
    ...{ subjectKind: 'STUDENT', subjectId: studentId, path, detail: { case: number, on } },
  });
  return stands;
}
