/** 推送接口形状. */
import { z } from 'zod';
import { changeKindShape } from '../../feed/change-event.api.ts';

export const webhookWishShape = z.object({
  url: z.url({ protocol: /^https?$/, error: '网址须以https://开头' }).max(500),
  kinds: z
    .array(changeKindShape)
    .min(1, '至少选一种变动')
    .transform((kinds) => [...new Set(kinds)]),
});
export type WebhookWish = z.infer<typeof webhookWishShape>;

export const outcomeShape = z.object({
  delivered: z.boolean(),
  status: z.int().optional().describe('对方答复的HTTP状态'),
  fault: z.string().optional(),
});

const at = z.iso.datetime();

export const deliveryShape = z.object({
  position: z.int(),
  eventId: z.uuid(),
  eventKind: changeKindShape,
  state: z.enum(['WAITING', 'DELIVERED', 'DEAD']),
  attempts: z.int(),
  nextAt: at.nullable(),
  triedAt: at.nullable(),
  answerStatus: z.int().nullable(),
  fault: z.string().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryShape>;

export const deliveriesShape = z.object({ items: z.array(deliveryShape), more: z.boolean() });
