/** 办件的称呼与编号: what a case of registration is called in lists and over the telephone. */
import type { Services } from '../../access/index.ts';
import { gradeName } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

/** The child's name, or 一年级 286人. */
export function titleOf(batch: readonly { name: string; grade: number }[]): string {
  if (batch.length === 1) return batch[0]!.name;
  return `${gradesOf(batch).map(gradeName).join('、')} ${batch.length}人`;
}

/** The grades of a batch, lowest first. */
export const gradesOf = (batch: readonly { grade: number }[]): number[] =>
  [...new Set(batch.map(({ grade }) => grade))].sort((a, b) => a - b);

/** RX-2026-0917-K7Q2M: kind, day, and five characters that are hard to misread over the telephone. */
export function caseNumber({ randomBytes }: Pick<Services, 'randomBytes'>, today: CivilDate): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const tail = [...randomBytes(5)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `RX-${today.slice(0, 4)}-${today.slice(5, 7)}${today.slice(8)}-${tail}`;
}
