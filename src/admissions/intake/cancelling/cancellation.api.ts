/** 取消入学资格接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../../kernel/civil-date.ts';

/** 审查事由. */
export const CANCELLATION_GROUNDS = {
  FRAUD: '弄虚作假、冒名顶替',
  ELSEWHERE: '已在他校高中在籍或录取',
  FINISHED: '高中阶段已毕业、结业或肄业',
  NO_SHOW: '期满未报到',
} as const;

export const cancellationShape = z.object({
  ground: z.enum(['FRAUD', 'ELSEWHERE', 'FINISHED', 'NO_SHOW']),
  reason: z.string().trim().min(4, '请写明审查认定的事实，不少于4个字').max(500),
  paper: z
    .object({
      title: z.string().trim().min(4, '请写核查材料的全名').max(120),
      number: z.string().trim().max(60).optional(),
      issuedOn: z.string().refine(isCivilDate, '日期须写作2026-09-01'),
    })
    .describe('核查材料'),
});

export type CancellationRequest = z.output<typeof cancellationShape>;
