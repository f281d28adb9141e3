/** 撤销变动接口形状. */
import { z } from 'zod';

export const reversalShape = z.object({
  offered: z.boolean().describe('本件是已办结的学籍变动，读者所在部门可以撤销'),
  lockedBecause: z.string().nullable().describe('现在不能撤销的原因'),
  restores: z.array(z.string()).describe('撤销后恢复成什么'),
  reversed: z.object({ caseId: z.uuid(), number: z.string(), on: z.string() }).nullable(),
});
export type ReversalView = z.infer<typeof reversalShape>;

export const reversalRequestShape = z.object({
  reason: z.string().trim().min(4, '请写明撤销理由，不少于4个字').max(500),
});
