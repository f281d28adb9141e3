/** 学校变动核对: which question of law a matter is, and its facts. */
import type { Services } from '../../access/index.ts';
import {
  getClassGroup,
  getInstitution,
  getSupervision,
  gradeOf,
  gradesOf,
  type Institution,
  institutionsById,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { levelOf } from '../../kernel/place-codes.ts';
import { byVerdict, type Decision } from '../../policy/index.ts';
import type { RestructuringMatter } from '../restructuring.api.ts';
import type { Move } from '../restructuring.ts';

export interface AskedRestructuring {
  school: Institution;
  matter: RestructuringMatter;
  /** Has the town's centre school asked for it? */
  byTownship: boolean;
  /** Has the county the case before it, so that its consent is what is asked about? */
  withCounty: boolean;
  day: CivilDate;
}

/** Undefined where no text speaks of the matter: a new name, another type. For the caller to run beyond its scope. */
export async function askRestructuring(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  { school, matter, byTownship, withCounty, day }: AskedRestructuring,
): Promise<Decision | undefined> {
  const { placeCode, code } = school;
  const where = { placeCode, day, ...(code ? { schoolCode: code } : {}) };
  if (matter.kind === 'MERGER') {
    const asked = { requestedByTownship: byTownship, approvedByCounty: withCounty };
    return law.ask('merger', where, { filesTo: 'ABSORBING', numbersKept: true, ...asked });
  }
  if (matter.kind === 'CLOSURE') {
    const countyNamed = matter.custodianId !== undefined;
    const belongedTo = await ownerLevel(tx, school);
    return law.ask('closure', where, { belongedTo, countyNamed, ...present({ ownerProposed: matter.ownerProposed }) });
  }
  if (matter.kind === 'WHOLE_CLASS') {
    const group = await getClassGroup(tx, matter.classGroupId);
    const to = await getInstitution(tx, { id: matter.toId });
    const next = gradeOf(group, dayOf(tx.now)) + 1;
    return law.ask('whole-class-transfer', where, {
      operator: byTownship ? 'TOWNSHIP_REGISTRAR' : 'SCHOOL_REGISTRAR',
      movesUp: !gradesOf(school.stages, school.years).some(
        ({ grade, stage }) => stage === group.stage && grade >= next,
      ),
      toCentrePrimary: to.upperId !== null && to.upperId === school.upperId,
    });
  }
  return undefined;
}

/** The moves with what the law of each receiving school says of class groups as large as these. */
export async function withSizes(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  moves: readonly Move[],
  day: CivilDate,
): Promise<Move[]> {
  const schools = await institutionsById(tx, [...new Set(moves.flatMap(({ toId }) => toId ?? []))]);
  return moves.map((move) => {
    const to = move.toId && move.classGroupId ? schools.get(move.toId) : undefined;
    if (!to) return move;
    const where = { placeCode: to.placeCode, day, ...(to.code ? { schoolCode: to.code } : {}) };
    const { findings } = law.ask('class-size', where, { stage: move.stage, grade: move.grade, size: move.students });
    const against = findings.toSorted(byVerdict).find(({ verdict }) => verdict !== 'ALLOW');
    if (!against || against.verdict === 'ALLOW') return move;
    return { ...move, size: { verdict: against.verdict, sentence: against.sentence, chip: against.chip } };
  });
}

/** 原学校隶属: the level of whoever supervises its first stage. */
async function ownerLevel(tx: Transaction, school: Institution): Promise<'COUNTY' | 'CITY' | 'PROVINCE'> {
  const [stage = 'PRIMARY'] = school.stages;
  const { authorityId } = await getSupervision(tx, school.id, stage, dayOf(tx.now));
  const level = levelOf((await getInstitution(tx, { id: authorityId })).placeCode);
  return level === 'CITY' || level === 'PROVINCE' ? level : 'COUNTY';
}

const present = <T extends Record<string, unknown>>(facts: T) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
