/** 修正导入的接口形状. */
import { z } from 'zod';
import { entrantRowShape } from '../entrants/entrants.api.ts';
import { importItemShape } from '../importing/importing.api.ts';

/** Rows of an import that have the same fault. */
export const causeShape = z.object({
  code: z.string(),
  field: z.string(),
  label: z.string(),
  cause: z.string(),
  severity: z.enum(['red', 'amber']),
  count: z.number().int(),
  remedy: z.string(),
  hasProposal: z.boolean().describe('可预览后一次改'),
});

export const importShape = importItemShape.extend({
  sound: z.number().int().describe('可提交的行'),
  red: z.number().int().describe('有误、须改的行'),
  amber: z.number().int().describe('待确认的行'),
  skipped: z.number().int().describe('暂不导入的行'),
  submitted: z.number().int(),
  mended: z.number().int().describe('已改的格'),
  sentBefore: z.object({ by: z.string(), at: z.string() }).nullable().describe('同一份表此前由谁、何时上传过，未撤销'),
  ignored: z.array(z.string()).describe('表中未读取的栏目'),
  groups: z.array(causeShape),
  caseIds: z.array(z.uuid()),
  mayUndo: z.boolean().describe('他人尚未办理，可整批撤销'),
});

export const rowPageShape = z.object({ items: z.array(entrantRowShape), next: z.number().int().nullable() });

export const cureShape = z.object({
  total: z.number().int(),
  applied: z.boolean(),
  items: z
    .array(
      z.object({
        id: z.uuid(),
        rowNo: z.number().int().nullable(),
        name: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    )
    .describe('前若干行，保密项脱敏'),
});

export type CauseView = z.infer<typeof causeShape>;
export type ImportView = z.infer<typeof importShape>;
export type RowPage = z.infer<typeof rowPageShape>;
export type CureView = z.infer<typeof cureShape>;
