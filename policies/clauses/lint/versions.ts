/** 时间校核: round every day on which a text begins or ends, exactly one version of each rule and value holds. */
import { addDays, type CivilDate } from '../../../src/kernel/civil-date.ts';
import { holdsOn, type InForce, type Pack } from '../../../src/policy/index.ts';
import type { LawFault } from './fault.ts';

/** Gaps and overlaps in the periods of what has the same name in one pack. */
export function gapsAndOverlaps(packs: readonly Pack[]): LawFault[] {
  return packs.flatMap((pack) => {
    const versions = new Map<string, InForce[]>();
    const add = (key: string, period: InForce) => versions.set(key, [...(versions.get(key) ?? []), period]);
    for (const { id, inForce } of pack.rules) add(id, inForce);
    for (const { ruleId, values, inForce, notApplied } of pack.settings) {
      for (const name of Object.keys(values)) if (!notApplied) add(`${ruleId}.${name}`, inForce);
    }
    return [...versions].flatMap(([key, periods]) =>
      versionFaults(periods).map(({ day, count }) => ({
        kind: 'GAP_OR_OVERLAP' as const,
        of: `${pack.placeCode} ${key}`,
        sentence: `${day}有${count}个版本有效，应当有且只有一个`,
      })),
    );
  });
}

/** Days round a boundary, between the first beginning and the last end, on which not exactly one version holds. */
export function versionFaults(periods: readonly InForce[]): { day: CivilDate; count: number }[] {
  const first = periods.map(({ from }) => from).toSorted()[0]!;
  const ends = periods.map(({ to }) => to);
  const last = ends.includes(undefined) ? undefined : (ends as CivilDate[]).toSorted().at(-1);
  const boundaries = periods.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  const days = new Set(boundaries.flatMap((day) => [-1, 0, 1].map((step) => addDays(day, step))));
  return [...days].toSorted().flatMap((day) => {
    const count = periods.filter((period) => holdsOn(period, day)).length;
    const due = day >= first && (!last || day < last);
    return count === (due ? 1 : 0) ? [] : [{ day, count }];
  });
}
