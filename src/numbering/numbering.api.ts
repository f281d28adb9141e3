/** 辅号接口形状. */
import { z } from 'zod';

export const kindShape = z.enum(['LOCAL', 'EXAM', 'SCHOOL']);
export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
export const KIND_WORDS = { LOCAL: '地方号码', EXAM: '考籍号', SCHOOL: '校内学号' } as const;
export const EVENT_WORDS = {
  ENTRY: '新编',
  TRANSFER: '转学',
  RETENTION: '留级',
  RETURN_LOWER_GRADE: '复学到较低年级',
  RETURN_SAME_GRADE: '复学到原年级',
  PROMOTION: '升级',
} as const;
export const eventShape = z.enum(Object.keys(EVENT_WORDS) as (keyof typeof EVENT_WORDS)[]);

export const studentNumbersShape = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: kindShape,
      kindWords: z.string(),
      number: z.string(),
      basis: z.string(),
      issuedByName: z.string(),
      event: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      endEvent: z.string().nullable(),
    }),
  ),
});

export const schoolNumbersShape = z.object({
  school: z.object({ id: z.uuid(), name: z.string() }),
  kinds: z.array(
    z.object({
      kind: kindShape,
      kindWords: z.string(),
      stage: stageShape,
      intakeYear: z.number().int(),
      intakeWords: z.string(),
      students: z.number().int(),
      numbered: z.number().int(),
      form: z.string().nullable().describe('编排式；未定时为空'),
      basis: z.string().nullable(),
      last: z.number().int().describe('已编到的顺序号'),
      blocked: z.string().nullable().describe('不能在此编号的原因'),
    }),
  ),
});

export const issuedShape = z.object({
  issued: z.number().int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

export type StudentNumbers = z.infer<typeof studentNumbersShape>;
export type SchoolNumbers = z.infer<typeof schoolNumbersShape>;
export type IssuedNumbers = z.infer<typeof issuedShape>;
