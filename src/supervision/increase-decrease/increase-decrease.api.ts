/** 学生增减接口形状. */
import { z } from 'zod';

export const registerShape = z.object({
  schoolId: z.uuid(),
  schoolName: z.string(),
  from: z.string(),
  to: z.string(),
  before: z.number().int().describe('起始日前一天在籍人数'),
  after: z.number().int().describe('截止日在籍人数'),
  items: z.array(
    z.object({
      studentId: z.uuid(),
      on: z.string(),
      side: z.enum(['IN', 'OUT']),
      kind: z.enum(['ADMITTED', 'TRANSFERRED_IN', 'RESUMED', 'TRANSFERRED_OUT', 'ENDED']),
      kindWords: z.string(),
      name: z.string(),
      genderWords: z.string(),
      gradeWords: z.string(),
      other: z.string().nullable().describe('转自或转往的学校'),
    }),
  ),
});

export type RegisterView = z.infer<typeof registerShape>;
