/** 关键数据变更接口形状. */
import { z } from 'zod';

export const applicationShape = z.object({
  values: z.record(z.string().max(60), z.string().max(500)).describe('拟变更项目的新值，按信息项'),
  papers: z.array(z.enum(['HOUSEHOLD_REGISTER', 'OTHER_PROOF', 'COPY'])).max(3),
  reason: z.string().trim().min(2, '请写明变更缘由').max(500),
});

export const openingShape = applicationShape.extend({
  studentId: z.uuid(),
  familyRequestId: z.uuid().optional().describe('由家长申请而来的'),
});

export const mendingShape = applicationShape.extend({
  keepNumber: z.boolean().default(false).describe('沿用此件已填的新证件号'),
});

export const outcomeShape = z.object({
  caseId: z.uuid().nullable().describe('须先改正所列问题的为空，未立案'),
  findings: z.array(
    z.object({
      field: z.string(),
      severity: z.enum(['red', 'amber']),
      sentence: z.string(),
      remedy: z.string(),
    }),
  ),
});

/** 新旧对照: one item in words; classified ones masked. */
export const itemShape = z.object({
  path: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  masked: z.boolean(),
});

export type Application = z.infer<typeof applicationShape>;
export type Opening = z.infer<typeof openingShape>;
export type Mending = z.input<typeof mendingShape>;
export type Outcome = z.infer<typeof outcomeShape>;
export type ChangedItem = z.infer<typeof itemShape>;
