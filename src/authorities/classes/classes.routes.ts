/** 班级接口. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf, type Who } from '../../access/index.ts';
import { byId } from '../form-fields.api.ts';
import { getInstitutionInScope } from '../institutions/institution.store.ts';
import { assignTeacher } from './assign-teacher.ts';
import { readClassStructure } from './class-structure.ts';
import { classStructureShape, closingBody, openingsBody, teacherBody } from './classes.api.ts';
import { closeClassGroup } from './close-class-group.ts';
import { openClassGroups } from './open-class-groups.ts';

const TAG = '班级';
const REGISTRARS: Who = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };

/** The routes of class groups. */
export function classRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/institutions/:id/class-groups',
      tag: TAG,
      title: '看班级设置',
      who: 'SIGNED_IN',
      params: byId,
      query: z.object({ schoolYear: z.coerce.number().int().min(1990).max(2100).optional() }),
      answer: classStructureShape,
      handle: ({ actor, params, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          const school = await getInstitutionInScope(tx, actor, params.id);
          return readClassStructure(services, tx, actor, school, query.schoolYear);
        }),
    }),
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
