/** 转学意愿接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { groundView } from '../law/ground-view.ts';
import { againstWords } from '../law/refusal-grounds.ts';
import type { TitleOf } from '../opening/find-child.ts';
import { declineShape, invitationShape } from '../transfer-form.ts';
import { refusalGroundShape } from '../transfers.api.ts';
import {
  declineInvitation,
  listDeclineGrounds,
  recordUnlawfulDecline,
  takeUp,
  weighDecline,
} from './answer-invitation.ts';
import { invitationPageShape, takenUpShape } from './invitations.api.ts';
import { arrangeSchool, inviteSchool, withdrawInvitation } from './invite-school.ts';
import { viewInvitations } from './view-invitations.ts';

const TAG = '转学意愿';
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const ARRANGER: { roles: Role[]; levels: Level[] } = {
  roles: ['AUTHORITY_REGISTRAR'],
  levels: ['COUNTY', 'CITY', 'PROVINCE'],
};
const byId = z.object({ id: z.uuid() });

/** The wish, its answer, and the arrangement where a school has no place. */
export function invitationRoutes(
  services: Services,
  who: { roles: Role[]; levels: Level[] },
  titleOf: TitleOf,
): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/transfer-invitations',
      tag: TAG,
      title: '看转学意愿',
      who,
      query: z.object({ side: z.enum(['IN', 'OUT']).default('IN') }),
      answer: invitationPageShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewInvitations(tx, actor, query.side)),
    }),
    route({
      method: 'POST',
      path: '/api/transfer-invitations',
      tag: TAG,
      title: '登记转学意愿',
      who: REGISTRAR,
      body: invitationShape,
      answer: byId,
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ id: await inviteSchool(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/transfer-invitations/:id/withdrawal',
      tag: TAG,
      title: '撤回转学意愿',
      who: REGISTRAR,
      params: byId,
      answer: z.object({ withdrawn: z.boolean() }),
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await withdrawInvitation(tx, actor, params.id);
          return { withdrawn: true };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/transfer-invitations/:id/taking-up',
      tag: TAG,
      title: '按转学意愿办理转入',
      who: REGISTRAR,
      params: byId,
      answer: takenUpShape,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          const { child, invitation } = await takeUp(tx, services, actor, params.id, titleOf);
          const { ground, moved, said } = invitation;
          return { child, ground, moved, said };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/transfer-invitations/:id/refusal-grounds',
      tag: TAG,
      title: '看不能接收的理由',
      who: REGISTRAR,
      params: byId,
      answer: z.object({ grounds: z.array(refusalGroundShape) }),
      // A write: reading a wish locks it, so that nobody answers it meanwhile.
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          tx.markAudited();
          return { grounds: (await listDeclineGrounds(tx, services, actor, params.id)).map(groundView) };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/transfer-invitations/:id/refusal',
      tag: TAG,
      title: '答复不能接收',
      who: REGISTRAR,
      params: byId,
      body: declineShape,
      answer: z.object({ declined: z.boolean() }),
      idempotent: true,
      handle: async ({ actor, params, body }) => {
        const { id } = params;
        const { reason, opinion } = body;
        const ground = await db.write(scopeOf(actor), async (tx) => {
          const weighed = await weighDecline(tx, services, actor, { id, reason });
          // In a transaction of its own: the row stands although the answer is refused.
          if (weighed.lawful) tx.markAudited();
          else await recordUnlawfulDecline(tx, actor, { id, ground: weighed });
          return weighed;
        });
        if (!ground.lawful) throw refuse('LAW_REFUSES', { sentence: againstWords(ground) });
        await db.write(scopeOf(actor), (tx) => declineInvitation(tx, actor, { id, opinion, ground }));
        return { declined: true };
      },
    }),
    route({
      method: 'POST',
      path: '/api/transfer-invitations/:id/arrangement',
      tag: TAG,
      title: '安排接收学校',
      who: ARRANGER,
      params: byId,
      body: z.object({ toSchoolId: z.uuid() }),
      answer: byId,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          id: await arrangeSchool(tx, services, actor, { id: params.id, ...body }),
        })),
    }),
  ];
}
