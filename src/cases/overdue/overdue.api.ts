/** 逾期接口形状: what an authority is told of the overdue cases under it, and the league table of a month. */
import { z } from 'zod';
import { workItemShape } from '../cases.api.ts';

export const overdueItemShape = workItemShape.extend({
  holderId: z.uuid(),
  mayPress: z.boolean().describe('本单位是在办单位的上级，可催办'),
});

export const overdueShape = z.object({
  today: z.string(),
  total: z.number().int(),
  areas: z
    .array(z.object({ id: z.uuid(), name: z.string(), count: z.number().int() }))
    .describe('按下级单位，多的在前；本级在办的也在内'),
  kinds: z.array(z.object({ kind: z.string(), kindTitle: z.string(), count: z.number().int() })),
  items: z.array(overdueItemShape).describe('最早到期的在前'),
  next: z.string().nullable().describe('下一页的after'),
});

export const leagueRowShape = z.object({
  id: z.uuid(),
  name: z.string(),
  due: z.number().int().describe('当月到期的环节数'),
  overdue: z.number().int().describe('其中逾期的，含至今未办的'),
  open: z.number().int().describe('其中至今未办的'),
  rate: z.number().describe('逾期率，0至1'),
  meanDaysOver: z.number().nullable().describe('逾期的平均超过几个工作日；没有逾期的为空'),
});

export const leagueShape = z.object({
  month: z.string(),
  until: z.string().describe('统计到哪一天为止到期的'),
  rows: z.array(leagueRowShape).describe('逾期率高的在前'),
  whole: leagueRowShape.omit({ id: true, name: true }),
});

export type OverdueItem = z.infer<typeof overdueItemShape>;
export type OverdueView = z.infer<typeof overdueShape>;
export type LeagueRow = z.infer<typeof leagueRowShape>;
export type LeagueView = z.infer<typeof leagueShape>;
