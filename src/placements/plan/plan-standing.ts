/** 方案现状: a plan with its class groups, who sits where, and what the law and the wishes say of it. */
import type { Services } from '../../access/index.ts';
import {
  type ClassGroup,
  classGroupName,
  getInstitution,
  gradeOf,
  type Institution,
  listClassGroups,
} from '../../authorities/index.ts';
import type { CaseFinding } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { byVerdict } from '../../policy/index.ts';
import { countGenders, type GenderCounts } from '../class-groups/gender-counts.ts';
import { lawPlaceOf } from '../class-groups/reach.ts';
import { listMembers } from '../placing/membership.store.ts';
import type { ClassPlan, PlanSeat } from './class-plan.ts';
import { type EntrantRow, listEntrants, listPlanSeats } from './plan.store.ts';

/** A class group as the plan will have it. */
export interface PlannedGroup {
  group: ClassGroup;
  name: string;
  /** Those who sit in it already, before anything of the plan. */
  present: GenderCounts;
  /** With the plan's students. */
  counts: GenderCounts;
}

export interface PlanStanding {
  plan: ClassPlan;
  school: Institution;
  groups: PlannedGroup[];
  seats: ReadonlyMap<string, PlanSeat>;
  /** The plan's students who still are at the school, by name. */
  students: EntrantRow[];
  /** Entrants of the intake who came after the draw. */
  waiting: EntrantRow[];
}

/** The plan as it stands. */
export async function readStanding(tx: Transaction, plan: ClassPlan): Promise<PlanStanding> {
  const school = await getInstitution(tx, { id: plan.schoolId });
  const today = dayOf(tx.now);
  const all = await listClassGroups(tx, school.id, today);
  const seats = new Map((await listPlanSeats(tx, plan.id)).map((seat) => [seat.studentId, seat]));
  const rows = await listEntrants(tx, school, plan, [...seats.keys()]);
  const published = plan.state === 'PUBLISHED';
  const waiting = published ? [] : (await listEntrants(tx, school, plan)).filter((one) => !seats.has(one.studentId));
  const members = await listMembers(tx, school, plan.groupIds);
  const groups = plan.groupIds
    .flatMap((id) => all.find((one) => one.id === id) ?? [])
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((group): PlannedGroup => {
      const present = members.filter((one) => one.classGroupId === group.id && !seats.has(one.studentId));
      const coming = rows.filter(({ studentId }) => seats.get(studentId)!.classGroupId === group.id);
      return {
        group,
        name: classGroupName(gradeOf(group, today), group.ordinal),
        present: countGenders(present),
        counts: countGenders([...present, ...coming]),
      };
    });
  return { plan, school, groups, seats, students: rows.toSorted(byName), waiting };
}

const byName = (a: EntrantRow, b: EntrantRow) =>
  a.plainPinyin < b.plainPinyin || (a.plainPinyin === b.plainPinyin && a.studentId < b.studentId) ? -1 : 1;

/** A finding about the plan, and the class group it is about where it is about one. */
export interface PlanFinding extends CaseFinding {
  classGroupId?: string | undefined;
}

/**
 * What the law of the place says of the plan: each class group's size, the balance among them, and, where the school
 * would publish by itself, whether it may.
 */
export function findingsOf(
  { law }: Pick<Services, 'law'>,
  { plan, school, groups }: PlanStanding,
  { on, ownDecision }: { on: Parameters<typeof lawPlaceOf>[1]; ownDecision: boolean },
): PlanFinding[] {
  const where = lawPlaceOf(school, on);
  const { stage } = plan;
  const sizes = groups.flatMap(({ group, name, counts }) =>
    law
      .ask('class-size', where, { stage, grade: plan.grade, size: counts.total })
      .findings.map((finding) => ({ ...finding, sentence: `${name}：${finding.sentence}`, classGroupId: group.id })),
  );
  const within = sizes.filter(({ verdict }) => verdict === 'ALLOW');
  const [first] = within;
  const told: Omit<PlanFinding, 'count'>[] = sizes.filter(({ verdict }) => verdict !== 'ALLOW');
  if (first) {
    const most = Math.max(...groups.map(({ counts }) => counts.total));
    const words = told.length > 0 ? `其余${within.length}个班` : `${within.length}个班`;
    const { classGroupId: _, ...rest } = first;
    told.push({ ...rest, sentence: `${words}班额在限内${told.length > 0 ? '' : `，最大的班${most}人`}` });
  }
  if (groups.length > 1) {
    const of = (key: 'total' | 'boys') => groups.map(({ counts }) => counts[key]);
    const facts = {
      stage,
      largest: Math.max(...of('total')),
      smallest: Math.min(...of('total')),
      mostBoys: Math.max(...of('boys')),
      fewestBoys: Math.min(...of('boys')),
    };
    told.push(...law.ask('class-balance', where, facts).findings);
  }
  if (ownDecision) told.push(...law.ask('class-placement', where, { stage, reviewed: false }).findings);
  return told.map((finding) => ({ ...finding, count: 1 })).sort(byVerdict);
}

/** Does the law of the place want an authority's review before the intake is entered into its class groups? */
export function needsReview(
  { law }: Pick<Services, 'law'>,
  school: Institution,
  { stage }: Pick<ClassPlan, 'stage'>,
  on: Parameters<typeof lawPlaceOf>[1],
): boolean {
  return law.ask('class-placement', lawPlaceOf(school, on), { stage, reviewed: false }).verdict === 'REFUSE';
}
