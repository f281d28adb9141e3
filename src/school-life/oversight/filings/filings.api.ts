/** 归档情况接口形状: counts by school, no student. */
import { z } from 'zod';
import { termShape } from '../../assessments/api/assessments.api.ts';

export const filingsShape = z.object({
  terms: z.array(termShape),
  term: termShape,
  over: z.boolean().describe('学期已结束'),
  more: z.boolean().describe('学校过多，只列出前面的'),
  items: z.array(
    z.object({
      schoolId: z.uuid(),
      name: z.string(),
      classGroups: z.number().int(),
      students: z.number().int(),
      results: z.number().int().describe('有期末成绩的学生'),
      reports: z.number().int().describe('综合素质报告已签署的学生'),
      rollDays: z.number().int().describe('点名天数'),
      rollOn: z.string().nullable().describe('最近点名日'),
      state: z.enum(['FILED', 'OPEN', 'OVERDUE']),
      chip: z.string().nullable().describe('归档依据'),
    }),
  ),
});
export type FilingsView = z.infer<typeof filingsShape>;
