/** 看录取名册: a year's entries of a place, each with what is due of it, and how full the plan is. */
import type { Actor, Services } from '../../../access/index.ts';
import { getInstitution, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf, intakeYearOf } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import { STAGES } from '../../../policy/questions/choices.ts';
import { nameOfArea } from '../../../students/index.ts';
import { openingDay } from '../../registering/opening-day.ts';
import { listPlans, planKey, usesOfPlans } from '../plans/plan.store.ts';
import {
  ENTRY_PAPERS,
  ENTRY_WAYS,
  ROLL_ENDS,
  ROLL_STATES,
  type RollRow,
  type RollState,
  rollStateOf,
} from './admitted.ts';
import { entersRoll } from './entering/who-enters.ts';
import type { RollItem, RollList } from './roll.api.ts';
import { listAdmitted } from './roll.store.ts';

const MOST_SHOWN = 3_000;

export interface RollWish {
  intakeYear?: number | undefined;
  stage?: Stage | undefined;
  schoolId?: string | undefined;
  state?: RollState | undefined;
  caseId?: string | undefined;
}

/** A school's own roll, or that of the schools below an authority. */
export async function viewRoll(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  { institution }: Actor,
  { stage, state, caseId, ...wish }: RollWish,
): Promise<RollList> {
  const today = dayOf(tx.now);
  const intakeYear = wish.intakeYear ?? intakeYearOf(today);
  const schoolId = institution.level === 'SCHOOL' ? institution.id : wish.schoolId;
  const among = caseId ? { caseId } : { intakeYear, stage };
  const rows = await listAdmitted(tx, { ...among, schoolId, limit: MOST_SHOWN + 1 });
  const termOf = termsOf(tx, intakeYear);
  const all: RollItem[] = [];
  for (const row of rows.slice(0, MOST_SHOWN)) all.push(rollItem(row, { today, termStart: await termOf(row) }));
  const counts: Partial<Record<RollState, number>> = {};
  for (const one of all) counts[one.state] = (counts[one.state] ?? 0) + 1;
  const own = await getInstitution(tx, { id: institution.id });
  return {
    intakeYear,
    termStart: (await openingDay(tx, own.placeCode, intakeYear)).on,
    items: state ? all.filter((one) => one.state === state) : all,
    more: rows.length > MOST_SHOWN,
    counts,
    stages: await stagesOf(tx, law, own, { intakeYear, level: institution.level, today }),
  };
}

/** 开学日 of each school's place, looked up once a place. */
export function termsOf(tx: Transaction, intakeYear: number): (one: { schoolId: string }) => Promise<CivilDate> {
  const known = new Map<string, CivilDate>();
  return async ({ schoolId }) => {
    const before = known.get(schoolId);
    if (before) return before;
    const { placeCode } = await getInstitution(tx, { id: schoolId });
    const { on } = await openingDay(tx, placeCode, intakeYear);
    known.set(schoolId, on);
    return on;
  };
}

/** A school's stages with plan, use and who enters; for an authority the stages as such. */
async function stagesOf(
  tx: Transaction,
  law: Services['law'],
  own: Institution,
  { intakeYear, level, today }: { intakeYear: number; level: Actor['institution']['level']; today: CivilDate },
): Promise<RollList['stages']> {
  const school = own.kind === 'SCHOOL';
  const plans = school ? await listPlans(tx, intakeYear, [own.id]) : [];
  const uses = school ? await usesOfPlans(tx, intakeYear) : new Map();
  const stages: readonly Stage[] = school ? own.stages : (['PRIMARY', 'JUNIOR', 'SENIOR'] as const);
  return stages.map((stage) => {
    const { may, instead } = entersRoll(law, { school: own, stage, day: today }, level);
    return {
      stage,
      words: STAGES[stage],
      places: plans.find((plan) => plan.stage === stage)?.places ?? null,
      admitted: uses.get(planKey(own.id, stage))?.admitted ?? 0,
      mayEnter: may,
      enteredBy: instead,
    };
  });
}

/** One entry as lists show it: nothing classified is in the open. */
export function rollItem(row: RollRow, { today, termStart }: { today: CivilDate; termStart: CivilDate }): RollItem {
  const dueOn = row.deferredTo ?? termStart;
  const state = rollStateOf(row, { today, due: dueOn });
  return {
    id: row.id,
    schoolId: row.schoolId,
    schoolName: row.schoolName,
    stage: row.stage,
    stageWords: STAGES[row.stage],
    name: row.name,
    identityMasked: row.identityMasked,
    wayWords: ENTRY_WAYS[row.way],
    migrant: row.way === 'MIGRANT',
    formerSchool: row.formerSchool,
    household: row.householdArea ? (nameOfArea(row.householdArea) ?? null) : null,
    noticeNumber: row.noticeNumber,
    continues: row.studentId !== null,
    state,
    stateWords: ROLL_STATES[state],
    dueOn,
    deferredTo: row.deferredTo,
    checkedInOn: row.checkedInOn,
    papersWords: row.papers.map((paper) => ENTRY_PAPERS[paper]),
    feesPaid: row.feesPaidOn !== null,
    hasPhoto: row.photoId !== null,
    dropoutOn: row.dropoutOn,
    endedOn: row.endedOn,
    endWords: row.endReason ? ROLL_ENDS[row.endReason] : null,
    caseId: row.caseId,
    entrantId: row.entrantState ? row.entrantId : null,
  };
}
