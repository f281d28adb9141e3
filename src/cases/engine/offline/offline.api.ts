/** 脱机受理接口形状. */
import { z } from 'zod';
import { type CivilDate, isCivilDate } from '../../../kernel/civil-date.ts';

/** 材料代码 of the scanned application. */
export const SCAN = 'OFFLINE_APPLICATION';

/** What goes with the opening of any case whose application was taken in on paper. */
export const offlineShape = z.object({
  receivedOn: z
    .string()
    .refine(isCivilDate, '实际受理日须写作2026-09-01')
    .transform((day) => day as CivilDate)
    .describe('实际受理日：纸质申请上的日期'),
  reason: z.string().trim().min(4, '请写明为何脱机受理，不少于4个字').max(200),
});

/** Added to the shape of every opening. */
export const maybeOffline = { offline: offlineShape.optional().describe('脱机受理：纸质申请的受理日和原因') };

/** Added to the shape of a preview, so that the law is asked for the day of the paper. */
export const maybeReceivedOn = { receivedOn: offlineShape.shape.receivedOn.optional() };

/** What the authority says to a paper application that no window allows. */
export const consentShape = z.object({
  agreed: z.boolean(),
  reason: z.string().trim().max(500).optional().describe('不同意时须写明'),
});

/** As a case shows it. */
export const offlineViewShape = z.object({
  receivedOn: z.string().describe('实际受理日'),
  reason: z.string(),
  basis: z.string().describe('依据哪一停办、故障期，或主管部门的意见'),
  state: z.enum(['ALLOWED', 'WAITS', 'OBJECTED']).describe('可以继续，待主管部门表示意见，主管部门不同意'),
  mayConsent: z.boolean().describe('本人可以表示意见'),
  hasScan: z.boolean().describe('已附纸质申请扫描件'),
});

export type OfflineFields = z.input<typeof offlineShape>;
export type OfflineView = z.infer<typeof offlineViewShape>;
