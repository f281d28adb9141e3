/** 分班试算: what class groups become when students go from one into another, before anybody does it. */
import type { ClassGroupView, UnplacedView } from '../placements.api.ts';

/** So many of each, on the way. */
export interface OnTheWay {
  total: number;
  boys: number;
  girls: number;
}

export const NOBODY: OnTheWay = { total: 0, boys: 0, girls: 0 };

/** Boys and girls among the selected; codes of GB/T 2261.1. */
export function countSelected(students: readonly { gender: string }[]): OnTheWay {
  const boys = students.filter(({ gender }) => gender === '1').length;
  const girls = students.filter(({ gender }) => gender === '2').length;
  return { total: students.length, boys, girls };
}

export type SizeState = 'WITHIN' | 'OVER_USUAL' | 'OVER_MOST' | 'NO_BOUNDS';

/** Where a size stands among the law's numbers. */
export function sizeState(bounds: ClassGroupView['bounds'], size: number): SizeState {
  if (!bounds) return 'NO_BOUNDS';
  if (bounds.most !== null && size > bounds.most) return 'OVER_MOST';
  return size > bounds.usual ? 'OVER_USUAL' : 'WITHIN';
}

/** 48→49人，女23→24，在限内: what one class group becomes. */
export function becomingWords(group: ClassGroupView, change: OnTheWay, sign: 1 | -1): string {
  const size = group.total + sign * change.total;
  const genders = (['boys', 'girls'] as const)
    .filter((gender) => change[gender] > 0)
    .map((gender) => `${gender === 'boys' ? '男' : '女'}${group[gender]}→${group[gender] + sign * change[gender]}`);
  const standing = sign === 1 ? joinedWords(group, size) : leftWords(group, size);
  return [`${group.name}${group.total}→${size}人`, ...genders, standing].filter(Boolean).join('，');
}

function joinedWords({ bounds }: ClassGroupView, size: number): string {
  const state = sizeState(bounds, size);
  if (state === 'NO_BOUNDS') return '';
  if (state === 'OVER_MOST') return `超过最多${bounds!.most}人，不能编入`;
  return state === 'OVER_USUAL' ? `超过原则上的${bounds!.usual}人，须写明理由` : '在限内';
}

/** Only worth saying of a class group that was too large. */
function leftWords({ bounds, total }: ClassGroupView, size: number): string {
  if (!bounds || total <= bounds.usual) return '';
  const state = sizeState(bounds, size);
  if (state === 'WITHIN') return '不再超限';
  return state === 'OVER_MOST' ? `仍超过最多${bounds.most}人` : `仍超过原则上的${bounds.usual}人`;
}

/** Ends of the scale on which a size is shown: ten below the usual number, three above the greatest. */
export function scaleOf({ usual, most }: { usual: number; most: number }): { from: number; to: number } {
  return { from: Math.max(0, usual - 10), to: most + 3 };
}

/** What is chosen at the left: a class group, or the unplaced of an intake. The text stands in the address. */
export type Chosen = { kind: 'GROUP'; id: string } | { kind: 'UNPLACED'; key: string };

/** `unplaced-JUNIOR-7-2026`: the unplaced of one intake, in the address. */
export function keyOfUnplaced({
  stage,
  grade,
  intakeYear,
}: Pick<UnplacedView, 'stage' | 'grade' | 'intakeYear'>): string {
  return `unplaced-${stage}-${grade}-${intakeYear}`;
}

/** What the address names, where it is there; else the first that needs an act, else the first class group. */
export function chosenOf(
  text: string,
  { classGroups, unplaced }: { classGroups: readonly ClassGroupView[]; unplaced: readonly UnplacedView[] },
): Chosen | undefined {
  if (classGroups.some(({ id }) => id === text)) return { kind: 'GROUP', id: text };
  const named = unplaced.find((one) => keyOfUnplaced(one) === text);
  if (named) return { kind: 'UNPLACED', key: text };
  const [first] = classGroups;
  if (first) return { kind: 'GROUP', id: first.id };
  const [waiting] = unplaced;
  return waiting && { kind: 'UNPLACED', key: keyOfUnplaced(waiting) };
}

/** One grade as the left side shows it. */
export interface GradePart {
  key: string;
  words: string;
  total: number;
  unplaced: UnplacedView[];
  classGroups: ClassGroupView[];
}

/** Class groups and the unplaced under their grade and intake year, lowest grade first. */
export function gradesOf(classGroups: readonly ClassGroupView[], unplaced: readonly UnplacedView[]): GradePart[] {
  const parts = new Map<string, GradePart & { grade: number; intakeYear: number }>();
  const partOf = (one: ClassGroupView | UnplacedView) => {
    const key = `${one.grade}/${one.intakeYear}`;
    const known = parts.get(key);
    if (known) return known;
    const { grade, intakeYear } = one;
    const words = `${one.gradeWords}${one.intakeWords}`;
    const part = { key, words, total: 0, unplaced: [], classGroups: [], grade, intakeYear };
    parts.set(key, part);
    return part;
  };
  for (const group of classGroups) {
    const part = partOf(group);
    part.classGroups.push(group);
    part.total += group.total;
  }
  for (const some of unplaced) {
    const part = partOf(some);
    part.unplaced.push(some);
    part.total += some.total;
  }
  return [...parts.values()].sort((a, b) => a.grade - b.grade || b.intakeYear - a.intakeYear);
}
