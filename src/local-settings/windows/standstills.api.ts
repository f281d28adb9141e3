/** 停办期接口形状. */
import { z } from 'zod';

export const standstillShape = z.object({
  kind: z.enum(['FREEZE', 'OUTAGE']),
  title: z.string(),
  placeName: z.string(),
  firstOn: z.string(),
  lastOn: z.string(),
  active: z.boolean().describe('今天在期内'),
  cases: z.array(z.string()).describe('停办的办件；空为全部'),
  stops: z.enum(['NOTHING', 'OPENING', 'DECIDING']),
  clockStands: z.boolean(),
  offline: z.boolean(),
  why: z.string(),
  notice: z.object({ title: z.string(), number: z.string().nullable(), address: z.string().nullable() }),
});

export const standstillsShape = z.object({
  day: z.string(),
  standstills: z.array(standstillShape).describe('正在停办的在前，六十天内将停办的在后'),
});

export type StandstillView = z.infer<typeof standstillShape>;
export type StandstillsView = z.infer<typeof standstillsShape>;
