/** 均衡随机编班: deals students into class groups by chance, even in size, gender, special needs, results and origin. Pure. */
import { type Chance, chanceOf, shuffled } from './seeded-random.ts';
import { type Unit, unitsOf, type Wish } from './wishes.ts';

/** A student to be placed, as the deal sees one. */
export interface Entrant {
  studentId: string;
  /** Code of GB/T 2261.1. */
  gender: string;
  /** 随班就读 and the like: spread over the class groups. */
  special: boolean;
  /** 生源: where the student comes from; equal words are one origin. */
  origin?: string | undefined;
  /** 成绩, where the law lets the school have one; higher is better. */
  score?: number | undefined;
}

/** A class group with those who sit in it already. */
export interface Taker {
  id: string;
  total: number;
  boys: number;
  girls: number;
  special: number;
}

const BOY = '1';
const GIRL = '2';

interface Filling extends Taker {
  origins: Map<string, number>;
  scores: number;
  units: Set<number>;
}

interface Dealt extends Unit {
  place: number;
  members: Entrant[];
}

/**
 * Class group by student; every student comes into exactly one. The same seed, students, class groups and wishes give the
 * same result, in whatever order they are handed in.
 *
 * Without wishes and into empty class groups sizes differ by one at most, boys by one, and girls by two. Units of several
 * and who must sit apart go first, then who needs special care, then the boys, then the others, who level the sizes.
 */
export function drawPlacement(
  entrants: readonly Entrant[],
  takers: readonly Taker[],
  { seed, wishes = [] }: { seed: string; wishes?: readonly Wish[] },
): Map<string, string> {
  if (takers.length === 0) throw new Error('nobody can be placed without class groups');
  const chance = chanceOf(seed);
  const byId = new Map(entrants.map((one) => [one.studentId, one]));
  const ids = [...byId.keys()].sort();
  const units = unitsOf(ids, wishes).map(
    (unit, place): Dealt => ({ ...unit, place, members: unit.studentIds.map((id) => byId.get(id)!) }),
  );
  const fillings = shuffled(
    takers.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    chance,
  ).map((taker): Filling => ({ ...taker, origins: new Map(), scores: 0, units: new Set() }));

  const placed = new Map<string, string>();
  for (const unit of inOrder(units, fillings.length, chance)) {
    const filling = bestFor(unit, fillings);
    fill(filling, unit);
    for (const { studentId } of unit.members) placed.set(studentId, filling.id);
  }
  return placed;
}

/** Rank by rank; inside a rank by chance, and by results in blocks of as many as there are class groups. */
function inOrder(units: readonly Dealt[], groups: number, chance: Chance): Dealt[] {
  const ranks = Map.groupBy(shuffled(units, chance), rankOf);
  return [...ranks.keys()]
    .sort((a, b) => a - b)
    .flatMap((rank) => {
      const some = ranks.get(rank)!;
      if (some.every(({ members }) => members[0]!.score === undefined)) return some;
      const best = some.toSorted((a, b) => scoreOf(b) - scoreOf(a));
      const blocks = Array.from({ length: Math.ceil(best.length / groups) }, (_, at) =>
        shuffled(best.slice(at * groups, (at + 1) * groups), chance),
      );
      return blocks.flat();
    });
}

function rankOf({ members, apart }: Dealt): number {
  if (members.length > 1) return -members.length;
  if (apart.size > 0) return 0;
  const [{ special, gender } = { special: false, gender: '' }] = members;
  return (gender === BOY ? 1 : 3) + (special ? 0 : 1);
}

/** The class group that the unit disturbs least; the first of equals, and their order is chance. */
function bestFor(unit: Dealt, fillings: readonly Filling[]): Filling {
  let best = fillings[0]!;
  let least = burdens(unit, best);
  for (const filling of fillings.slice(1)) {
    const next = burdens(unit, filling);
    const at = next.findIndex((burden, place) => burden !== least[place]);
    if (at >= 0 && next[at]! < least[at]!) [best, least] = [filling, next];
  }
  return best;
}

/** What to keep small, the weightiest first. */
function burdens(unit: Dealt, filling: Filling): number[] {
  const { members } = unit;
  const [first] = members;
  const clashes = [...unit.apart].filter((place) => filling.units.has(place)).length;
  const special = members.some((one) => one.special) ? filling.special : 0;
  const alike = first!.gender === BOY ? filling.boys : first!.gender === GIRL ? filling.girls : 0;
  const origin = first!.origin === undefined ? 0 : (filling.origins.get(first!.origin) ?? 0);
  const results = first!.score === undefined ? 0 : filling.scores;
  return members.length === 1 && first!.gender === BOY
    ? [clashes, special, alike, filling.total, results, origin]
    : [clashes, special, filling.total, alike, results, origin];
}

function fill(filling: Filling, { place, members }: Dealt): void {
  filling.units.add(place);
  for (const { gender, special, origin, score } of members) {
    filling.total++;
    if (gender === BOY) filling.boys++;
    if (gender === GIRL) filling.girls++;
    if (special) filling.special++;
    if (origin !== undefined) filling.origins.set(origin, (filling.origins.get(origin) ?? 0) + 1);
    filling.scores += score ?? 0;
  }
}

const scoreOf = ({ members }: Dealt): number => members[0]!.score ?? Number.NEGATIVE_INFINITY;
