/** 取消入学资格接口. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import type { CaseEngine } from '../../../cases/index.ts';
import { cancellationShape } from './cancellation.api.ts';
import { openCancellation } from './open-cancellation.ts';

/** Opening; the case itself is decided like every other. */
export function cancellationRoutes(services: Services, engine: CaseEngine): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/admission-roll/:id/cancellation',
      tag: '入学注册',
      title: '报请取消入学资格',
      who: { roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR'], levels: ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'] },
      params: z.object({ id: z.uuid() }),
      body: cancellationShape,
      answer: z.object({ caseId: z.uuid() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        services.db.write(scopeOf(actor), async (tx) => ({
          caseId: await openCancellation(tx, services, engine, actor, params.id, body),
        })),
    }),
  ];
}
