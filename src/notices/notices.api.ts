/** 通知接口形状. */
import { z } from 'zod';
import { channelShape, noticeKindShape } from './notice-kinds.api.ts';

const at = z.iso.datetime();

export const noticeShape = z.object({
  id: z.uuid(),
  kind: noticeKindShape,
  sentence: z.string(),
  caseId: z.uuid().nullable(),
  at,
  readAt: at.nullable(),
});
export type NoticeView = z.infer<typeof noticeShape>;

export const noticesShape = z.object({ items: z.array(noticeShape), unread: z.int(), more: z.boolean() });
export type NoticesView = z.infer<typeof noticesShape>;

export const unreadShape = z.object({ unread: z.int() });

const kinds = z.partialRecord(noticeKindShape, z.array(channelShape));

export const choicesShape = z.object({
  kinds: kinds.describe('每种通知的渠道，全部列出'),
  digest: z.boolean().describe('邮件每日汇总'),
  email: z.string().nullable().describe('脱敏'),
  phone: z.string().nullable().describe('脱敏'),
  mail: z.boolean().describe('本系统是否接通邮件'),
  sms: z.boolean().describe('本系统是否接通短信'),
});
export type ChoicesView = z.infer<typeof choicesShape>;

export const choicesWishShape = z.object({
  kinds,
  digest: z.boolean(),
  email: z
    .union([z.literal(''), z.email('邮箱须形如zhang@example.cn').max(120)])
    .optional()
    .describe('不填为不变，空为删除'),
  phone: z
    .union([z.literal(''), z.string().regex(/^1[3-9]\d{9}$/, '手机号须为11位')])
    .optional()
    .describe('不填为不变，空为删除'),
});
export type ChoicesWish = z.infer<typeof choicesWishShape>;

export const messageShape = z.object({
  id: z.uuid(),
  channel: z.enum(['MAIL', 'SMS']),
  recipient: z.string().describe('收件人，不含地址和号码'),
  state: z.enum(['FAILED', 'UNCLEAR']),
  fault: z.string().nullable(),
  attempts: z.int(),
  madeAt: at,
});
export const messagesShape = z.object({
  items: z.array(messageShape),
  waiting: z.int(),
  sent: z.int().describe('最近七天发出'),
  more: z.boolean(),
});
export type MessagesView = z.infer<typeof messagesShape>;
