/** 机构接口: the directory, one institution, and its forms. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf, type Who } from '../../access/index.ts';
import { byId } from '../form-fields.api.ts';
import { listInstitutions } from './directory.store.ts';
import { getInstitution } from './institution.store.ts';
import { viewInstitution, viewRow } from './institution-view.ts';
import {
  campusBody,
  directoryQuery,
  directoryRowShape,
  institutionShape,
  profileBody,
  schoolingBody,
  supervisionBody,
} from './institutions.api.ts';
import { addCampus, endCampus } from './profile/campuses.ts';
import { changeSchooling } from './profile/change-schooling.ts';
import { updateProfile } from './profile/update-profile.ts';
import { setSupervision } from './supervision/set-supervision.ts';

const TAG = '机构';
const AUTHORITIES: Who = { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };
const KEEPERS: Who = { roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };
const changedShape = z.object({ changed: z.array(z.string()) });

/** The routes of institutions that stand. */
export function institutionRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/institutions',
      tag: TAG,
      title: '查机构目录',
      who: 'SIGNED_IN',
      query: directoryQuery,
      answer: z.object({ items: z.array(directoryRowShape), next: z.string().nullable() }),
      handle: ({ actor, query: { under, upper, ...filter } }) =>
        db.read(scopeOf(actor), async (tx) => {
          const underPath = under ? (await getInstitution(tx, { id: under })).path : undefined;
          const rows = await listInstitutions(tx, { ...filter, underPath, upperId: upper });
          const next = rows.length === filter.limit ? rows.at(-1)!.path : null;
          return { items: rows.map(viewRow), next };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/institutions/:id',
      tag: TAG,
      title: '看机构',
      who: 'SIGNED_IN',
      params: byId,
      answer: institutionShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewInstitution(services, tx, actor, params.id)),
    }),
    route({
      method: 'PATCH',
      path: '/api/institutions/:id/profile',
      tag: TAG,
      title: '维护机构基本信息',
      who: KEEPERS,
      params: byId,
      body: profileBody,
      answer: changedShape,
      idempotent: true,
      handle: ({ actor, params, body }) => updateProfile(services, actor, params.id, body),
    }),
    route({
      method: 'PATCH',
      path: '/api/institutions/:id/schooling',
      tag: TAG,
      title: '变更办学情况',
      who: AUTHORITIES,
      params: byId,
      body: schoolingBody,
      answer: changedShape,
      idempotent: true,
      handle: ({ actor, params, body }) => changeSchooling(services, actor, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/api/institutions/:id/supervisions',
      tag: TAG,
      title: '设定学籍主管部门',
      who: AUTHORITIES,
      params: byId,
      body: supervisionBody,
      answer: z.object({ validFrom: z.string() }),
      idempotent: true,
      handle: async ({ actor, params, body }) => {
        const { validFrom } = await setSupervision(services, actor, { ...body, schoolId: params.id });
        return { validFrom };
      },
    }),
    route({
      method: 'POST',
      path: '/api/institutions/:id/campuses',
      tag: TAG,
      title: '新设校区',
      who: KEEPERS,
      params: byId,
      body: campusBody,
      answer: byId,
      idempotent: true,
      handle: ({ actor, params, body }) => addCampus(services, actor, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/api/campuses/:id/end',
      tag: TAG,
      title: '撤销校区',
      who: KEEPERS,
      params: byId,
      answer: z.object({ validTo: z.string() }),
      idempotent: true,
      handle: ({ actor, params }) => endCampus(services, actor, params.id),
    }),
  ];
}
