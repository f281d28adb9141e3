/** 变动: what others may hear of a change: ids, codes and days, never a classified value. */
import { z } from 'zod';
import { CHANGE_KINDS, type ChangeKind } from './change-kinds.api.ts';

export const changeKindShape = z.enum(Object.keys(CHANGE_KINDS) as [ChangeKind, ...ChangeKind[]]);

/** A change as the one who makes it tells of it. */
export interface Announcement {
  kind: ChangeKind;
  /** Path of the school or place in which it happened. */
  path: string;
  /** The other chain that takes part. */
  counterpartPath?: string | null;
  studentId?: string | null;
  caseId?: string | null;
  body: Record<string, string | number | boolean | null | readonly string[]>;
}

/** A change with its place in the one order of all. */
export interface ChangeEvent extends Announcement {
  /** Never given twice, and nothing is ever added before it. */
  position: number;
  id: string;
  at: Date;
}
