/** 办件的称呼: what a case of registration is called in lists. */
import { gradeName } from '../../authorities/index.ts';

/** The child's name, or 一年级 286人. */
export function titleOf(batch: readonly { name: string; grade: number }[]): string {
  if (batch.length === 1) return batch[0]!.name;
  return `${gradesOf(batch).map(gradeName).join('、')} ${batch.length}人`;
}

/** The grades of a batch, lowest first. */
export const gradesOf = (batch: readonly { grade: number }[]): number[] =>
  [...new Set(batch.map(({ grade }) => grade))].sort((a, b) => a - b);
