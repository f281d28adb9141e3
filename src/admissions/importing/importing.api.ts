/** 导入接口形状. */
import { z } from 'zod';

export const importStateShape = z.enum(['QUEUED', 'READING', 'CHECKED', 'SUBMITTED', 'CANCELLED', 'UNDONE', 'FAILED']);

/** What the stream of progress tells, each time something changed. */
export const progressShape = z.object({
  state: importStateShape,
  done: z.number().int(),
  total: z.number().int(),
  red: z.number().int().describe('有误的行'),
  amber: z.number().int().describe('待确认的行'),
  secondsLeft: z.number().int().nullable().describe('尚不能估算时为空'),
  failure: z.string().nullable().describe('未能读取的原因'),
});

export const importItemShape = z.object({
  id: z.uuid(),
  fileName: z.string(),
  intakeYear: z.number().int(),
  state: importStateShape,
  stateWords: z.string(),
  rows: z.number().int(),
  red: z.number().int(),
  amber: z.number().int(),
  failure: z.string().nullable(),
  madeAt: z.string(),
  finishedAt: z.string().nullable(),
});

export const importListShape = z.object({ items: z.array(importItemShape) });

export type ProgressView = z.infer<typeof progressShape>;
export type ImportItem = z.infer<typeof importItemShape>;
