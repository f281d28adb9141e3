/** 招生计划接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../../kernel/civil-date.ts';

const stage = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
const intakeYear = z.number().int().min(2000).max(2100);

const paperShape = z.object({
  title: z.string().trim().min(4, '请写计划文件的全名').max(120),
  number: z.string().trim().max(60).optional().describe('文号'),
  issuedOn: z.string().refine(isCivilDate, '日期须写作2026-09-01'),
});

export const planProposalShape = z.object({
  intakeYear,
  paper: paperShape,
  items: z
    .array(
      z.object({
        schoolId: z.uuid(),
        stage,
        places: z.number().int('计划须为整数').min(0).max(9999, '计划不超过9999人').describe('招生计划，人'),
        catchment: z.string().trim().max(300).optional().describe('服务范围'),
        crossCityPlaces: z
          .number()
          .int()
          .min(0)
          .max(9999)
          .optional()
          .describe('跨市（州）招生计划，人；只用于普通高中'),
      }),
    )
    .min(1, '请至少填写一所学校的计划')
    .max(2000),
  reason: z.string().trim().max(500).optional(),
});

export const planListShape = z.object({
  intakeYear: z.number().int(),
  items: z.array(
    z.object({
      schoolId: z.uuid(),
      schoolName: z.string(),
      stage,
      stageWords: z.string(),
      places: z.number().int().nullable().describe('招生计划；尚未下达时为空'),
      catchment: z.string().nullable(),
      crossCityPlaces: z.number().int().nullable().describe('其中跨市（州）招生计划；未列的为空'),
      paper: paperShape.nullable(),
      caseId: z.uuid().nullable(),
      registered: z.number().int(),
      inHand: z.number().int().describe('已提交、核办中'),
      admitted: z.number().int().describe('已录取：名册在列的，及未列名册而已注册或核办中的'),
      maySet: z.boolean().describe('是否由本部门下达'),
      setter: z.string().nullable().describe('法定下达机关及依据；当地未规定时为空'),
    }),
  ),
});

export type PlanProposal = z.infer<typeof planProposalShape>;
export type PlanList = z.infer<typeof planListShape>;
