/** 通知种类: what a person may be told, and by which ways. */
import { z } from 'zod';

export const NOTICE_KINDS = {
  CASE_ARRIVED: '办件到达本单位',
  CASE_RETURNED: '办件退回补正或退回经办',
  CASE_DECIDED: '本人经手的办件办结',
  CASE_DUE_SOON: '办件即将到期',
  CASE_OVERDUE: '办件逾期',
  PAPER_DUE: '待转档案和待补交材料',
  CASE_REMINDED: '办件被催办',
  CASE_ESCALATED: '下级办件逾期',
  CASE_FORCED: '本单位的办件被强制办理',
  REGISTRATION_CHANGED: '本校学生学籍变动',
} as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** 站内 is the product itself. */
export const CHANNELS = { SITE: '站内', MAIL: '电子邮件', SMS: '短信' } as const;
export type Channel = keyof typeof CHANNELS;

export const noticeKindShape = z.enum(Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]]);
export const channelShape = z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]]);

/** By kind the ways chosen; a kind that is not named is told as `usualChannels` says. */
export type ChosenKinds = Partial<Record<NoticeKind, readonly Channel[]>>;

/** What is told without being asked for: the workbench shows what has arrived anyhow. */
export const usualChannels = (kind: NoticeKind): readonly Channel[] => (kind === 'CASE_ARRIVED' ? [] : ['SITE']);
