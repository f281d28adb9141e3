/** 花名册确认接口形状. */
import { z } from 'zod';

export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);

export const confirmationListShape = z.object({
  schoolYear: z.number().int(),
  /** 待上报: of the caller's own school. */
  due: z.array(
    z.object({ stage: stageShape, stageWords: z.string(), lastDay: z.string().nullable().describe('法定确认期限') }),
  ),
  items: z.array(
    z.object({
      caseId: z.uuid(),
      number: z.string(),
      schoolName: z.string(),
      stageWords: z.string(),
      state: z.string(),
      stateWords: z.string(),
      students: z.number().int(),
      openedOn: z.string(),
    }),
  ),
  owed: z.number().int().describe('本地未上报的花名册份数'),
  /** 未上报的学校: of the reader's place. */
  missing: z.array(z.object({ schoolName: z.string(), stageWords: z.string() })),
});

export type ConfirmationList = z.infer<typeof confirmationListShape>;
