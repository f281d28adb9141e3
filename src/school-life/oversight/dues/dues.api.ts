/** 到期事项接口形状. */
import { z } from 'zod';
import { findingShape } from '../../attendance/attendance.api.ts';

export const duesShape = z.object({
  probations: z.array(
    z.object({
      studentId: z.uuid(),
      caseId: z.uuid(),
      untilOn: z.string(),
      over: z.boolean().describe('已期满，尚未作出决定'),
      finding: findingShape.nullable(),
    }),
  ),
  hardships: z.number().int().describe('上学年以前认定、本学年尚未复核的'),
  makeUps: z.array(
    z.object({
      schoolYear: z.number().int(),
      term: z.union([z.literal(1), z.literal(2)]),
      termWords: z.string(),
      students: z.number().int(),
      classGroups: z.array(z.object({ id: z.uuid(), students: z.number().int() })),
      over: z.boolean().describe('学期已结束'),
    }),
  ),
});
export type DuesView = z.infer<typeof duesShape>;
