/** 历程刻度: where days fall on a drawn line, and which marks stand too close. */
import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts';

/** Position of a day between the ends as a part of the width, 0 to 1. Days outside stick to the ends. */
export function placeOf(day: CivilDate, from: CivilDate, to: CivilDate): number {
  const span = Math.max(1, daysBetween(from, to));
  return Math.min(1, Math.max(0, daysBetween(from, day) / span));
}

/** Days on which a year turns (by default 1 September) inside the span, both ends included. */
export function yearTurns(from: CivilDate, to: CivilDate, turn = '09-01'): CivilDate[] {
  const turns: CivilDate[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const day = `${year}-${turn}` as CivilDate;
    if (day >= from && day <= to) turns.push(day);
  }
  return turns;
}

/**
 * Marks in groups, in order of their day: a mark that would stand nearer than `least` pixels to the first of the
 * group before it joins that group.
 */
export function foldMarks<M extends { on: CivilDate }>(
  marks: readonly M[],
  from: CivilDate,
  to: CivilDate,
  width: number,
  least = 90,
): M[][] {
  const groups: M[][] = [];
  for (const mark of marks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const last = groups.at(-1);
    const apart = last?.[0] ? (placeOf(mark.on, from, to) - placeOf(last[0].on, from, to)) * width : least;
    if (last && apart < least) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}
