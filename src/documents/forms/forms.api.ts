/** 表册接口的样子. */
import { z } from 'zod';

export const formShape = z.object({
  form: z.string(),
  title: z.string(),
  annex: z.string().describe('附件几，没有法规列名的为空'),
  clauses: z.array(z.string()),
  of: z.enum(['STUDENT', 'ROSTER', 'SCHOOL', 'CASE', 'BATCH', 'RULE']),
  source: z.string().describe('取自'),
  workbook: z.boolean().describe('可导出工作簿'),
  rule: z
    .object({
      digits: z.array(z.object({ from: z.number().int(), to: z.number().int(), words: z.string() })),
      open: z.string().nullable().describe('编排式未定的原因'),
      basis: z.string().nullable(),
      sentences: z.array(z.object({ sentence: z.string(), chip: z.string() })),
    })
    .optional()
    .describe('编码规则的内容'),
});
export const formsShape = z.object({
  school: z.object({ id: z.uuid(), name: z.string() }),
  forms: z.array(formShape),
  classGroups: z.array(
    z.object({ id: z.uuid(), name: z.string(), grade: z.number().int(), students: z.number().int() }),
  ),
});
export type FormsView = z.infer<typeof formsShape>;
export type FormLine = z.infer<typeof formShape>;

/** 成批打印: where a run stands. `done` of `total` class groups. */
export const runShape = z.object({
  runId: z.uuid(),
  title: z.string(),
  state: z.enum(['RUNNING', 'DONE', 'FAILED', 'CANCELLED']),
  done: z.number().int(),
  total: z.number().int(),
  words: z.string().optional(),
});
export type RunView = z.infer<typeof runShape>;

export const runBody = z.object({
  form: z.string().max(40),
  schoolId: z.uuid(),
  grade: z.number().int().min(1).max(12).optional().describe('不填为全校'),
  full: z.boolean().default(false).describe('证件号不脱敏，须写明理由'),
  reason: z.string().trim().max(200).optional(),
});
