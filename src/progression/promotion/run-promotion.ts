/** 执行升级: school by school, each in one transaction, so that a process that dies leaves no school half moved. */
import { createHash } from 'node:crypto';
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { moveDown, moveUp, spansOf } from './fates.store.ts';
import { changePromotion, changeSchool, getPromotion, listUnfinished, takeNextSchool } from './promotion.store.ts';
import type { Promotion } from './promotion.ts';

/** Sends background work; one job of a key at a time. */
export type SendJob = (name: string, key: string, data: Record<string, unknown>) => Promise<void>;

export const RUN_PROMOTION = 'run-promotion';

type Needs = Pick<Services, 'db' | 'now'>;

/** Works at one act until no school is left; may be begun again at any time, and stops where the signal says so. */
export async function runPromotion({ db }: Needs, promotionId: string, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await db.write(NODE_SCOPE, (tx) => nextStep(tx, promotionId)))) {}
}

/** One school, or the end of the act. Answers whether there is more to do. */
async function nextStep(tx: Transaction, promotionId: string): Promise<boolean> {
  const one = await getPromotion(tx, promotionId, { lock: true });
  const today = dayOf(tx.now);
  const due = one.state === 'RUNNING' || (one.state === 'ORDERED' && one.takesEffectOn <= today);
  if (!due && one.state !== 'TAKING_BACK') return false;
  const back = one.state === 'TAKING_BACK';
  if (one.state === 'ORDERED') await changePromotion(tx, promotionId, { state: 'RUNNING', takesEffectOn: today });
  const school = await takeNextSchool(tx, promotionId, back ? 'PROMOTED' : 'WAITING');
  if (!school) {
    await changePromotion(tx, promotionId, back ? { state: 'TAKEN_BACK' } : { state: 'DONE', doneOn: today });
    await trace(tx, one, {
      action: back ? 'END_TAKING_BACK' : 'END_PROMOTION',
      schoolId: one.institutionId,
      path: one.path,
    });
    return false;
  }
  const students = back
    ? await moveDown(tx, { promotionId, schoolId: school.schoolId, on: today })
    : await moveUp(tx, spansOf([await getInstitution(tx, { id: school.schoolId })]), {
        ...{ promotionId, schoolYear: one.schoolYear, on: today },
      });
  const count = students.length;
  await changeSchool(
    tx,
    { promotionId, schoolId: school.schoolId },
    back ? { state: 'TAKEN_BACK', taken_back: count } : { state: 'PROMOTED', promoted: count },
  );
  await trace(tx, one, { ...school, action: back ? 'BRING_SCHOOL_DOWN' : 'MOVE_SCHOOL_UP', students });
  return true;
}

/** One row a school: how many, and a digest of who, so that the rows of the registrations can be held against it. */
function trace(
  tx: Transaction,
  one: Promotion,
  { action, schoolId, path, students }: { action: string; schoolId: string; path: string; students?: string[] },
): Promise<void> {
  const who = students && {
    students: students.length,
    digest: createHash('sha256').update(students.join()).digest('hex'),
  };
  return record(tx, SYSTEM_ACTOR, {
    action,
    subjectKind: 'INSTITUTION',
    subjectId: schoolId,
    path,
    detail: { promotion: one.id, schoolYear: one.schoolYear, ...who },
  });
}

/** Sends on every act whose day has come or whose process died; at the start, and every minute. */
export async function resumePromotions({ db, now }: Needs, send: SendJob): Promise<void> {
  for (const { id, state } of await db.read(NODE_SCOPE, (tx) => listUnfinished(tx, dayOf(now())))) {
    await send(RUN_PROMOTION, `${id}/${state}`, { promotionId: id });
  }
}

/** The work itself, and the watch over acts whose day comes. */
export const promotionJobs = (services: Needs, send: SendJob): JobDefinition[] => [
  {
    name: RUN_PROMOTION,
    limitSeconds: 3600,
    run: ({ promotionId }, signal) => runPromotion(services, String(promotionId), signal),
  },
  { name: 'resume-promotions', cron: '* * * * *', limitSeconds: 60, run: () => resumePromotions(services, send) },
];
