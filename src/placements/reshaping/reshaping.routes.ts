/** 合班拆班接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { changedGroupsShape } from '../placements.api.ts';
import { mergeClassGroups } from './merge-class-groups.ts';
import { splitClassGroup } from './split-class-group.ts';

const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const TAG = '班级';
const id = z.object({ id: z.uuid() });
const reason = z.string().trim().min(2, '请写明理由，不少于2个字').max(200);

/** Class groups made fewer or more in the middle of their time. */
export function reshapingRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'POST',
      path: '/api/class-groups/:id/merge',
      tag: TAG,
      title: '合班',
      who: REGISTRAR,
      params: id,
      body: z.object({ fromClassGroupIds: z.array(z.uuid()).min(1).max(10), reason }),
      answer: changedGroupsShape,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          const merging = { intoId: params.id, fromIds: body.fromClassGroupIds, reason: body.reason };
          return { classGroups: await mergeClassGroups(services, tx, actor, merging) };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/split',
      tag: TAG,
      title: '拆班',
      who: REGISTRAR,
      params: id,
      body: z.object({ parts: z.number().int().min(2).max(6), reason }),
      answer: changedGroupsShape.extend({ seed: z.string() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => splitClassGroup(services, tx, actor, { classGroupId: params.id, ...body })),
    }),
  ];
}
