/** 家长链接接口: handing out, looking, taking back; by the school's registrar, and by a class teacher for the own class group. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { draftsQuery, linksPageShape, madeSheetShape, makingShape, revokedShape } from './links.api.ts';
import { revokeLink, type SignedOf, viewDraftLinks, viewLinks } from './list-links.ts';
import { makeLinks } from './make-links.ts';

const HANDS_OUT: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'CLASS_TEACHER'],
  levels: ['SCHOOL'],
};
const LOOKS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER'],
  levels: ['SCHOOL'],
};
const TAG = '家长链接';

/** The school's side of the way in. */
export function linkRoutes(services: Services, signedOf: SignedOf): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/class-groups/:id/family-links',
      tag: TAG,
      title: '看班级的家长链接',
      who: LOOKS,
      params: z.object({ id: z.uuid() }),
      answer: linksPageShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewLinks(tx, actor, params.id, signedOf)),
    }),
    route({
      method: 'GET',
      path: '/api/entrants/family-links',
      tag: TAG,
      title: '看新生的家长链接',
      who: { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER'], levels: ['SCHOOL'] },
      query: draftsQuery,
      answer: linksPageShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), (tx) => viewDraftLinks(tx, actor, query.importId || undefined, signedOf)),
    }),
    route({
      method: 'POST',
      path: '/api/family-links',
      tag: TAG,
      title: '开出家长链接',
      who: HANDS_OUT,
      body: makingShape,
      answer: madeSheetShape,
      handle: ({ actor, body }) => db.write(scopeOf(actor), (tx) => makeLinks(tx, services, actor, body)),
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/family-links/:linkId/revocation',
      tag: TAG,
      title: '停用家长链接',
      who: HANDS_OUT,
      params: z.object({ id: z.uuid(), linkId: z.uuid() }),
      answer: revokedShape,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await revokeLink(tx, services, actor, { studentId: params.id, id: params.linkId });
          return { revoked: true as const };
        }),
    }),
  ];
}
