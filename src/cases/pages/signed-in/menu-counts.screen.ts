/** 菜单计数: what waits for the person behind a place of the menu. */
import type { Workbench } from '../../cases.api.ts';

/**
 * Counts of all my cases or of those of one kind. A kind is counted only where all my cases are at hand: a number that
 * is too small is worse than none.
 */
export function countsOf(mine: Workbench['mine'] | undefined): (of: 'ALL' | { kind: string }) => number | undefined {
  return (of) => {
    if (!mine) return undefined;
    if (of === 'ALL') return mine.total;
    if (mine.items.length < mine.total) return undefined;
    return mine.items.filter(({ kind }) => kind === of.kind).length;
  };
}
