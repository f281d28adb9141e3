/** 学校学籍档案接口形状. */
import { z } from 'zod';

const table = { columns: z.array(z.string()), rows: z.array(z.array(z.string())) };

export const schoolFileShape = z.object({
  schoolId: z.uuid(),
  schoolName: z.string(),
  year: z.number().int(),
  years: z.array(z.number().int()).describe('可看的学年，最近的在前'),
  yearEnded: z.boolean(),
  items: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      entries: z.number().int().describe('现有条数'),
      closedEntries: z.number().int().nullable().describe('封存时的条数；未封存的为空'),
      differs: z.boolean().describe('封存后数据有变动；封存的内容不变'),
    }),
  ),
  proposal: z.object({ byName: z.string(), at: z.string(), stale: z.boolean() }).nullable(),
  closing: z.object({ byName: z.string(), at: z.string(), digest: z.string() }).nullable(),
  findings: z.array(z.object({ sentence: z.string(), chip: z.string(), complies: z.boolean() })),
  may: z.enum(['PROPOSE', 'CLOSE']).nullable(),
});

export const schoolFileItemShape = z.object({
  kind: z.string(),
  title: z.string(),
  ...table,
  closedOn: z.string().nullable().describe('封存日；未封存的为现有数据'),
  onlyNow: z.array(z.array(z.string())).describe('封存后新增或改动成的'),
  onlyClosed: z.array(z.array(z.string())).describe('封存时有、现已不同的'),
  takenBack: z.array(z.array(z.string())).describe('封存后撤销的办件'),
});

export type SchoolFileView = z.infer<typeof schoolFileShape>;
export type SchoolFileItemView = z.infer<typeof schoolFileItemShape>;
