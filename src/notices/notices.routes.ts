/** 通知接口. */
import { z } from 'zod';
import { type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { setChoices, viewChoices } from './choosing/keep-choices.ts';
import type { NoticeKind } from './notice-words.api.ts';
import { choicesShape, choicesWishShape, messagesShape, noticesShape, unreadShape } from './notices.api.ts';
import { resend, viewMessages } from './sending/view-messages.ts';
import { countUnread, listNotices, markRead } from './telling/notice.store.ts';

const TAG = '通知';
const PAGE = 30;
const ADMINISTRATORS: { roles: Role[] } = { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };

/** Everybody's own notices; what did not leave is a matter of the authorities. */
export function noticeRoutes(services: Services, open: { mail: boolean; sms: boolean }): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/notices',
      tag: TAG,
      title: '看本人的通知',
      who: 'SIGNED_IN',
      query: z.object({
        unread: z.enum(['true', 'false']).default('false'),
        before: z.uuid().optional().describe('上页最后一条的标识'),
      }),
      answer: noticesShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          const wish = { unread: query.unread === 'true', before: query.before, limit: PAGE + 1 };
          const rows = await listNotices(tx, actor.accountId, wish);
          const items = rows.slice(0, PAGE).map(({ kind, at, readAt, ...rest }) => ({
            ...rest,
            kind: kind as NoticeKind,
            at: at.toISOString(),
            readAt: readAt?.toISOString() ?? null,
          }));
          return { items, unread: await countUnread(tx, actor.accountId), more: rows.length > PAGE };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/notices/unread',
      tag: TAG,
      title: '看未读通知数',
      who: 'SIGNED_IN',
      answer: unreadShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => ({ unread: await countUnread(tx, actor.accountId) })),
    }),
    route({
      method: 'POST',
      path: '/api/notices/read',
      tag: TAG,
      title: '通知已阅',
      who: 'SIGNED_IN',
      body: z.object({ ids: z.array(z.uuid()).min(1).max(100).optional().describe('不填为全部') }),
      answer: unreadShape,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          tx.markAudited(); // that a person has seen a notice changes no fact of the registry
          await markRead(tx, actor.accountId, body.ids);
          return { unread: await countUnread(tx, actor.accountId) };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/notices/choices',
      tag: TAG,
      title: '看通知设置',
      who: 'SIGNED_IN',
      answer: choicesShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewChoices(tx, services, actor, open)),
    }),
    route({
      method: 'PUT',
      path: '/api/notices/choices',
      tag: TAG,
      title: '更改通知设置',
      who: 'SIGNED_IN',
      body: choicesWishShape,
      answer: choicesShape,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await setChoices(tx, services, actor, body);
          return viewChoices(tx, services, actor, open);
        }),
    }),
    route({
      method: 'GET',
      path: '/api/notices/messages',
      tag: TAG,
      title: '看未发出的消息',
      who: ADMINISTRATORS,
      query: z.object({ before: z.uuid().optional() }),
      answer: messagesShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewMessages(tx, query.before)),
    }),
    route({
      method: 'POST',
      path: '/api/notices/messages/:id/again',
      tag: TAG,
      title: '重发消息',
      who: ADMINISTRATORS,
      params: z.object({ id: z.uuid() }),
      answer: z.object({}),
      handle: async ({ actor, params }) => {
        await db.write(scopeOf(actor), (tx) => resend(tx, actor, params.id));
        return {};
      },
    }),
  ];
}
