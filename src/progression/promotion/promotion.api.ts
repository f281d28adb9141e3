/** 升级接口形状. */
import { z } from 'zod';

const fate = z.enum(['UP', 'LAST_GRADE', 'IN_PLACE', 'AWAY', 'OPEN_CASE', 'MISFIT']);

const countShape = z.object({
  stage: z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']),
  grade: z.number().int(),
  gradeWords: z.string(),
  fate,
  students: z.number().int().describe('人数；与上次预演相比时为增减数'),
});

export const promotionShape = z.object({
  id: z.uuid(),
  institutionName: z.string(),
  schoolYear: z.number().int().describe('升入的学年，以起始年份表示'),
  state: z.enum(['REHEARSED', 'ORDERED', 'RUNNING', 'DONE', 'CANCELLED', 'TAKING_BACK', 'TAKEN_BACK']),
  takesEffectOn: z.string().describe('生效日；尚未下达时为拟定日'),
  madeByName: z.string(),
  madeAt: z.string(),
  orderedByName: z.string().nullable(),
  doneOn: z.string().nullable(),
  up: z.number().int(),
  blocked: z.number().int(),
});

export const promotionViewShape = promotionShape.extend({
  own: z.boolean().describe('由本单位办理'),
  totals: z.array(countShape),
  differences: z.array(countShape).describe('与上次预演相比'),
  progress: z.object({
    schools: z.number().int(),
    done: z.number().int(),
    takenBack: z.number().int(),
    students: z.number().int(),
    studentsBack: z.number().int(),
  }),
  mayTakeBackUntil: z.string().nullable(),
  law: z.array(z.object({ sentence: z.string(), chip: z.string(), code: z.string(), verdict: z.string() })),
});

export const promotionListShape = z.object({
  today: z.string(),
  schoolYear: z.number().int(),
  items: z.array(promotionShape),
});

export const fatesQueryShape = z.object({
  fates: z.string().regex(/^[A-Z_]+(,[A-Z_]+)*$/, '去向须从列出的选项中选择'),
  after: z.uuid().optional(),
});

export const fatePageShape = z.object({
  items: z.array(
    z.object({
      studentId: z.uuid(),
      name: z.string(),
      numberMasked: z.string(),
      schoolName: z.string(),
      gradeWords: z.string(),
      stateWords: z.string(),
      fate,
      caseId: z.uuid().nullable(),
    }),
  ),
  next: z.uuid().nullable(),
});

export type PromotionItem = z.infer<typeof promotionShape>;
export type PromotionView = z.infer<typeof promotionViewShape>;
export type PromotionList = z.infer<typeof promotionListShape>;
export type FatePage = z.infer<typeof fatePageShape>;
