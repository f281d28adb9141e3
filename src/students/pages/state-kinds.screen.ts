/** 学籍状态形色: what the state of a registration means to whoever looks after it. */
import type { StateKind } from '../../web/parts/state/state-icon.tsx';

const KINDS: Record<string, StateKind> = {
  ENROLLED: 'DONE',
  ON_LEAVE: 'JUDGEMENT',
  ABROAD: 'JUDGEMENT',
  LEFT: 'DRAFT',
};

/** In school is well; away by leave needs a look; dropped out and missing are what the law forbids. */
export const kindOfState = (state: string): StateKind => KINDS[state] ?? 'OVERDUE';
