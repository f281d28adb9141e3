/** 班级接口. */
import { z } from 'zod';
import { type Route, route, type Services, type Who } from '../../access/index.ts';
import { byId } from '../form-fields.api.ts';
import { assignTeacher } from './assign-teacher.ts';
import { closingBody, openingsBody, teacherBody } from './classes.api.ts';
import { closeClassGroup } from './close-class-group.ts';
import { openClassGroups } from './open-class-groups.ts';

const TAG = '班级';
const REGISTRARS: Who = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };

/** The routes of class groups. */
export function classRoutes(services: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/institutions/:id/class-groups',
      tag: TAG,
      title: '设班',
      who: REGISTRARS,
      params: byId,
      body: openingsBody,
      answer: z.object({ ids: z.array(z.uuid()) }),
      idempotent: true,
      handle: ({ actor, params, body }) => openClassGroups(services, actor, params.id, body),
    }),
    route({
      method: 'PUT',
      path: '/api/class-groups/:id/teacher',
      tag: TAG,
      title: '指定班主任',
      who: REGISTRARS,
      params: byId,
      body: teacherBody,
      answer: z.object({ teacherId: z.uuid().nullable() }),
      idempotent: true,
      handle: ({ actor, params, body }) => assignTeacher(services, actor, params.id, body.accountId),
    }),
    route({
      method: 'POST',
      path: '/api/class-groups/:id/close',
      tag: TAG,
      title: '撤班',
      who: REGISTRARS,
      params: byId,
      body: closingBody,
      answer: z.object({ validTo: z.string() }),
      idempotent: true,
      handle: ({ actor, params, body }) => closeClassGroup(services, actor, params.id, body.reason),
    }),
  ];
}
