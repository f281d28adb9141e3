/** 处分接口形状. */
import { z } from 'zod';

export const disciplinesShape = z.object({
  items: z.array(
    z.object({
      studentId: z.uuid(),
      caseId: z.uuid(),
      name: z.string(),
      classGroupName: z.string(),
      kindWords: z.string(),
      levelWords: z.string(),
      filed: z.boolean().describe('按规定记入学籍档案'),
      givenOn: z.string(),
      untilOn: z.string().nullable().describe('留校察看期满日'),
      daysLeft: z.number().int().nullable().describe('距期满天数，已过期的为负'),
      revokedOn: z.string().nullable(),
    }),
  ),
});
export type DisciplineList = z.infer<typeof disciplinesShape>;
