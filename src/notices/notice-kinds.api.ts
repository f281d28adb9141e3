/** 通知种类: what a person may be told, and by which ways. */
import { z } from 'zod';
import { CHANNELS, type Channel, NOTICE_KINDS, type NoticeKind } from './notice-words.api.ts';

export const noticeKindShape = z.enum(Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]]);
export const channelShape = z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]]);

/** By kind the ways chosen; a kind that is not named is told as `usualChannels` says. */
export type ChosenKinds = Partial<Record<NoticeKind, readonly Channel[]>>;

/** What is told without being asked for: the workbench shows what has arrived anyhow. */
export const usualChannels = (kind: NoticeKind): readonly Channel[] => (kind === 'CASE_ARRIVED' ? [] : ['SITE']);
