/** 对接系统接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';

const day = z.string().refine(isCivilDate, '日期须写作2026-09-01');
const at = z.iso.datetime();

export const applicationShape = z.object({
  name: z.string().trim().min(2, '请写系统名称').max(60),
  recipient: z.string().trim().min(2, '请写接收单位全称').max(60),
  purpose: z.string().trim().min(4, '请写明用途').max(200),
  basis: z.string().trim().min(4, '请写批准文件的文号').max(60).describe('批准文号'),
  scopeId: z.uuid().describe('范围：本机关或其下的学校、中心校、机关'),
  withNumbers: z.boolean().describe('批准文件是否写明提供学籍号'),
  validTo: day.describe('有效期至，最长十二个月'),
});
export type SystemApplication = z.infer<typeof applicationShape>;

export const webhookShape = z.object({
  id: z.uuid(),
  url: z.string(),
  kinds: z.array(z.string()),
  state: z.enum(['ACTIVE', 'PAUSED', 'ENDED']),
  stateNote: z.string().nullable(),
  madeByName: z.string(),
  madeAt: at,
  waiting: z.int(),
  dead: z.int(),
  deliveredAt: at.nullable().describe('最近一次送达'),
});
export type WebhookView = z.infer<typeof webhookShape>;

export const systemShape = z.object({
  id: z.uuid(),
  name: z.string(),
  recipient: z.string(),
  purpose: z.string(),
  basis: z.string(),
  scopeName: z.string(),
  withNumbers: z.boolean(),
  validTo: day,
  state: z.enum(['APPLIED', 'APPROVED', 'DECLINED', 'REVOKED', 'EXPIRED']),
  keyTail: z.string().nullable(),
  keyMadeAt: at.nullable(),
  keyUsedAt: at.nullable(),
  appliedByName: z.string(),
  appliedAt: at,
  decidedByName: z.string().nullable(),
  decidedAt: at.nullable(),
  decidedNote: z.string().nullable(),
  mayDecide: z.boolean().describe('由本人审批'),
  webhooks: z.array(webhookShape),
});
export type SystemView = z.infer<typeof systemShape>;

export const systemsShape = z.object({
  items: z.array(systemShape),
  latestValidTo: day,
});
export type SystemsView = z.infer<typeof systemsShape>;
