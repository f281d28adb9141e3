/** 任职接口. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf, type Who } from '../../access/index.ts';
import { byId, civilDateField } from '../form-fields.api.ts';
import { getInstitutionInScope } from '../institutions/institution.store.ts';
import { appointOfficer, endOffice } from './appoint-officer.ts';
import { viewOffices } from './office-view.ts';
import { appointmentBody, officeShape } from './offices.api.ts';

const TAG = '机构';
const KEEPERS: Who = { roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };

/** The routes of offices. */
export function officeRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/institutions/:id/offices',
      tag: TAG,
      title: '看任职',
      who: 'SIGNED_IN',
      params: byId,
      query: z.object({ history: z.enum(['true', 'false']).default('false') }),
      answer: z.object({ offices: z.array(officeShape) }),
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          await getInstitutionInScope(tx, actor, params.id);
          return { offices: await viewOffices(services, tx, params.id, query.history === 'true') };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/institutions/:id/offices',
      tag: TAG,
      title: '登记校长、主管副校长到任',
      who: KEEPERS,
      params: byId,
      body: appointmentBody,
      answer: byId,
      idempotent: true,
      handle: ({ actor, params, body }) => appointOfficer(services, actor, { ...body, institutionId: params.id }),
    }),
    route({
      method: 'POST',
      path: '/api/offices/:id/end',
      tag: TAG,
      title: '登记离任',
      who: KEEPERS,
      params: byId,
      body: z.object({ on: civilDateField }),
      answer: z.object({ validTo: z.string() }),
      idempotent: true,
      handle: ({ actor, params, body }) => endOffice(services, actor, params.id, body.on),
    }),
  ];
}
