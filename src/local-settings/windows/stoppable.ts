/** 可以停办的办件: every kind but the setting itself, which lifts a window again, and those that say that nothing may stop them. */
import type { CaseKind } from '../../cases/index.ts';

/** Kind by kind, in the order in which they are joined. */
export const stoppableKinds = (kinds: Readonly<Record<string, CaseKind>>): [string, CaseKind][] =>
  Object.entries(kinds).filter(([, { staysOpen, workflows }]) => staysOpen !== true && workflows.length > 0);
