/** 班级接口形状. */
import { z } from 'zod';
import { reasonField } from '../form-fields.api.ts';

export const openingsBody = z.object({
  openings: z
    .array(
      z.object({
        grade: z.int().min(1).max(12),
        count: z.int().min(1).max(60),
        withGrades: z.array(z.int().min(1).max(12)).min(1).max(5).optional().describe('复式班：合编的其他年级'),
      }),
    )
    .min(1)
    .max(12),
  schoolYear: z.int().min(2000).max(2100).optional(),
  kind: z
    .string()
    .regex(/^\d{2}$/)
    .default('10')
    .describe('班级类型代码'),
});

export const teacherBody = z.object({ accountId: z.uuid().nullable() });
export const closingBody = z.object({ reason: reasonField });
