/** 报到之法: what the law of the school's place says of reporting, deferring, and of whoever has not come. */
import type { Services } from '../../../access/index.ts';
import { getInstitution, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf, daysBetween } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Decision, LawFinding, Questions } from '../../../policy/index.ts';
import { whereOf } from '../../registering/law-of-registration.ts';
import { openingDay } from '../../registering/opening-day.ts';
import type { RollRow } from '../roll/admitted.ts';

type Needs = Pick<Services, 'law'>;

/** An entry with the school, the day and the opening of its term. */
export interface AskedEntry {
  row: RollRow;
  school: Institution;
  termStart: CivilDate;
  day: CivilDate;
}

export async function askedEntry(tx: Transaction, row: RollRow): Promise<AskedEntry> {
  const school = await getInstitution(tx, { id: row.schoolId });
  const { on } = await openingDay(tx, school.placeCode, row.intakeYear);
  return { row, school, termStart: on, day: dayOf(tx.now) };
}

type CheckInFacts = Omit<Questions['check-in'], 'stage' | 'termStart'>;

/** 报到、延期. */
export const askCheckIn = (
  { law }: Needs,
  { row, school, termStart, day }: AskedEntry,
  facts: CheckInFacts,
): Decision => law.ask('check-in', whereOf(school, day), { stage: row.stage, termStart, ...facts });

/** Days of a deferral counted from the opening of term, as the law counts them. */
export const deferralDaysOf = ({ row, termStart }: AskedEntry): { deferralDays?: number } =>
  row.deferredTo ? { deferralDays: daysBetween(termStart, row.deferredTo) } : {};

/** 未报到: what may be done about it. `leaveAppliedOn` is the day of a leave asked for, which comes first (SX-12.3). */
export function askNoShow(
  { law }: Needs,
  { row, school, termStart, day }: AskedEntry,
  facts: { act: Questions['no-show']['act']; contacts: number; leaveAppliedOn?: CivilDate | undefined },
): Decision {
  const { act, contacts, leaveAppliedOn } = facts;
  return law.ask('no-show', whereOf(school, day), {
    stage: row.stage,
    termStart,
    ...{ act, contacts },
    ...(row.deferredTo ? { deferredTo: row.deferredTo } : {}),
    ...(leaveAppliedOn ? { leaveAppliedOn } : {}),
  });
}

/** 到期日 after which a senior place is lost; undefined where the text gives none, or for a child of compulsory age. */
export function forfeitAfter(services: Needs, asked: AskedEntry): CivilDate | undefined {
  const { findings } = askNoShow(services, asked, { act: 'GIVE_UP', contacts: 0 });
  return findings.map(({ facts }) => facts['dueOn']).find((day) => typeof day === 'string') as CivilDate | undefined;
}

/** 高中入学手续, of whoever stands on the roll: admitted within the plan, with notice and fees as shown so far. */
export const askSeniorEntry = (
  { law }: Needs,
  { row, school, day }: Pick<AskedEntry, 'row' | 'school' | 'day'>,
  { feesPaid, notice, fraud = false }: { feesPaid: boolean; notice: boolean; fraud?: boolean },
): Decision =>
  law.ask('senior-entry', whereOf(school, day), {
    stage: row.stage,
    withinPlan: true,
    ...{ notice, feesPaid, fraud },
    entered: true,
    privateSchool: school.ownership === 'PRIVATE',
  });

/** Refuses LAW_REFUSES with the first that is forbidden, REASON_NEEDED where something must be explained and is not. */
export function refuseByLaw(
  { findings }: Decision,
  { action, reason }: { action: string; reason?: string | undefined },
): void {
  const forbidden = findings.find(({ verdict }) => verdict === 'REFUSE');
  if (forbidden) throw refuse('LAW_REFUSES', { sentence: saidWith(forbidden) });
  const weighed = findings.find(({ verdict }) => verdict === 'DISCRETIONARY');
  if (weighed && !reason) throw refuse('REASON_NEEDED', { action: `${action}（${weighed.sentence}）` });
}

/** 延期最多14天，申请21天（四川·第十条）；缩短到两周以内 */
export const saidWith = ({ sentence, chip, remedy }: LawFinding): string =>
  `${sentence}（${chip}）${remedy ? `；${remedy}` : ''}`;
