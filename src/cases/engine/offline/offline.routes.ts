/** 脱机受理接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import type { CaseEngine } from '../advance.ts';
import { consentShape } from './offline.api.ts';
import { listAwaitingConsent } from './offline.store.ts';

const AUTHORITIES: { roles: Role[]; levels: Level[] } = {
  roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['COUNTY', 'CITY', 'PROVINCE'],
};
const SHOWN = 100;

const awaitingShape = z.object({
  items: z.array(z.object({ caseId: z.uuid(), title: z.string(), schoolName: z.string(), receivedOn: z.string() })),
});

export type AwaitingConsent = z.infer<typeof awaitingShape>;

/** What waits for the authority's consent, and its consent. */
export function offlineRoutes({ db }: Services, engine: CaseEngine): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/offline-consents',
      tag: '办件',
      title: '看待同意的脱机受理',
      who: AUTHORITIES,
      answer: awaitingShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => {
          const { id, path } = actor.institution;
          return { items: await listAwaitingConsent(tx, { authorityId: id, path, limit: SHOWN }) };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/cases/:id/offline-consent',
      tag: '办件',
      title: '对脱机受理表示意见',
      who: AUTHORITIES,
      params: z.object({ id: z.uuid() }),
      body: consentShape,
      answer: z.object({ agreed: z.boolean() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await engine.consent(tx, actor, params.id, body);
          return { agreed: body.agreed };
        }),
    }),
  ];
}
