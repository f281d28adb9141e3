/** 取消入学资格接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../../kernel/civil-date.ts';

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
