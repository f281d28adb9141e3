/** 设立机构接口. */
import { type Route, route, type Services, type Who } from '../../../access/index.ts';
import { byId } from '../../form-fields.api.ts';
import { authorityBody, centreSchoolBody, schoolBody } from '../institutions.api.ts';
import { makeAuthority, makeCentreSchool } from './make-authority.ts';
import { makeSchool } from './make-school.ts';
import type { PlaceNames } from './place-names.ts';

const TAG = '机构';
const AUTHORITIES = { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] } as const satisfies Who;

/** The routes that bring institutions into being. */
export function foundingRoutes(services: Services, names: PlaceNames): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/institutions/schools',
      tag: TAG,
      title: '设立学校',
      who: AUTHORITIES,
      body: schoolBody,
      answer: byId,
      idempotent: true,
      handle: ({ actor, body }) => makeSchool(services, actor, body),
    }),
    route({
      method: 'POST',
      path: '/api/institutions/centre-schools',
      tag: TAG,
      title: '设立乡镇中心校',
      who: { roles: AUTHORITIES.roles, levels: ['COUNTY'] },
      body: centreSchoolBody,
      answer: byId,
      idempotent: true,
      handle: ({ actor, body }) => makeCentreSchool(services, actor, body),
    }),
    route({
      method: 'POST',
      path: '/api/institutions/authorities',
      tag: TAG,
      title: '设立下级教育行政部门',
      who: { roles: AUTHORITIES.roles, levels: ['NATION', 'PROVINCE', 'CITY'] },
      body: authorityBody,
      answer: byId,
      idempotent: true,
      handle: ({ actor, body }) => makeAuthority(services, names, actor, body),
    }),
  ];
}
