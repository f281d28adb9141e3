/** 扫描所得: the latest on top, each folder once, and what of them may be done together. */
import type { HandOver, Scan } from '../../hand-over.api.ts';

export type Scanned = Scan;
export const NO_SCANS: readonly Scanned[] = [];

/** The same folder scanned again moves to the top and is not counted twice. */
export const addScan = (before: readonly Scanned[], found: Scanned): readonly Scanned[] => [
  found,
  ...before.filter(({ code }) => code !== found.code),
];

/** What was done is taken off the list; what could not be done stays to be seen. */
export const takeAway = (before: readonly Scanned[], ids: readonly string[]): readonly Scanned[] =>
  before.filter(({ handOver }) => !handOver || !ids.includes(handOver.id));

/** Folders that may be sent, and those that may be received, in the order in which they were scanned. */
export function doableOf(scans: readonly Scanned[]): { toSend: HandOver[]; toReceive: HandOver[] } {
  const files = scans.flatMap(({ handOver }) => handOver ?? []).reverse();
  return {
    toSend: files.filter(({ may }) => may === 'SEND'),
    toReceive: files.filter(({ may }) => may === 'RECEIVE'),
  };
}
