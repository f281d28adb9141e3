/** 各类办件: every kind of case that the property test lets people apply for. A further kind is one entry more. */
import { change } from './change.ts';
import { dispute } from './dispute.ts';
import { keyData } from './key-data.ts';
import type { KindOfCase } from './kind.ts';
import { leave } from './leave.ts';
import { reversal } from './reversal.ts';
import { transfer } from './transfer.ts';

export type { Asked, KindOfCase, Sending } from './kind.ts';

export const KINDS: readonly KindOfCase[] = [transfer, leave, change, keyData, dispute, reversal];

/** As often as each is drawn: those that take many hands more often, so that enough of them come to their end. */
export const DRAWN: readonly KindOfCase[] = [
  ...[transfer, transfer, transfer, leave, leave, leave],
  ...[change, change, change, keyData, dispute, reversal],
];

/** The entry of a kind of case. */
export function kindOf(kind: string): KindOfCase {
  const found = KINDS.find(({ kinds }) => kinds.includes(kind));
  if (!found) throw new Error(`the property test does not know what becomes of ${kind}`);
  return found;
}
