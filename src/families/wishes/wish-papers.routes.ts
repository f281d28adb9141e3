/** 转学意愿材料接口: for the school that was asked and the authority that may arrange another. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { shownPaper } from '../requests/keep-papers.ts';
import { papersShape } from '../requests/requests.api.ts';
import { listWishPapers, openWishPaper } from './wish-papers.ts';

const ASKED: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'],
};
const TAG = '转学意愿';
const byId = z.object({ id: z.uuid() });

/** The list, and each photograph. */
export function wishPaperRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/transfer-invitations/:id/papers',
      tag: TAG,
      title: '看家长随转学意愿所附的材料',
      who: ASKED,
      params: byId,
      answer: papersShape,
      // A write: reading a wish locks it, so that nobody answers it meanwhile.
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          tx.markAudited();
          return { items: (await listWishPapers(tx, actor, params.id)).map(shownPaper) };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/transfer-invitations/:id/papers/:paperId',
      tag: TAG,
      title: '看转学意愿的一份材料',
      who: ASKED,
      params: byId.extend({ paperId: z.uuid() }),
      answer: 'FILE',
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => openWishPaper(tx, services, actor, params)),
    }),
  ];
}
