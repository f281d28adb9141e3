/** 档案保管接口. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { custodyShape } from './custody.api.ts';
import { viewCustody } from './view-custody.ts';

/** One page: what the reader's own institution keeps. */
export function custodyRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/file-custody',
      tag: '档案保管',
      title: '看本单位保管的档案',
      who: {
        roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
        levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
      },
      query: z.object({ q: z.string().trim().max(60).default(''), schoolId: z.uuid().optional() }),
      answer: custodyShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewCustody(tx, services, actor, query)),
    }),
  ];
}
