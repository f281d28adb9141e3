/** 学生接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { replacePhoto } from '../changes/set-photo.ts';
import { updateItems } from '../changes/update-items.ts';
import { issueFormalNumbers } from '../numbers/issue-formal-numbers.ts';
import { findLeft } from '../search/find-left.ts';
import { findStudents } from '../search/find-students.ts';
import { listFilters } from '../search/list-filters.ts';
import { readPlace, writePlace } from '../search/place-in-list.ts';
import { listViewers } from '../view/list-viewers.ts';
import { fetchPhoto } from '../view/photo.ts';
import { revealValue } from '../view/reveal-value.ts';
import { showStudent, viewStudent } from '../view/view-student.ts';
import { formRoutes } from './form.routes.ts';
import { rosterItem } from './roster-item.ts';
import {
  leftPageShape,
  listFiltersShape,
  studentPageShape,
  studentShape,
  updateAnswerShape,
  viewerShape,
} from './students.api.ts';

/** Who works with students' records: everybody but the nation, which has no business with personal data. */
const ALL_ROLES: Role[] = [
  'SCHOOL_REGISTRAR',
  'SCHOOL_LEADER',
  'CLASS_TEACHER',
  'AUTHORITY_REGISTRAR',
  'AUTHORITY_LEADER',
];
const BELOW_NATION: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'];
const READERS = { roles: ALL_ROLES, levels: BELOW_NATION };

const studentId = z.object({ id: z.uuid() });
const PAGE = 50;

const listQuery = z.object({
  q: z.string().max(80).default(''),
  schoolId: z.uuid().optional(),
  county: z.string().length(6).optional(),
  grade: z.coerce.number().int().min(1).max(12).optional(),
  classGroupId: z.uuid().optional(),
  state: z.string().max(20).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(PAGE),
});

/** Search, record, reveal, photo, items, formal numbers. */
export function studentRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    ...formRoutes(),
    route({
      method: 'GET',
      path: '/api/students',
      tag: '学生',
      title: '查学生',
      who: READERS,
      query: listQuery,
      answer: studentPageShape,
      handle: ({ actor, query }) =>
        db.read(scopeOf(actor), async (tx) => {
          const { q, after, ...rest } = query;
          const place = after ? readPlace(after) : undefined;
          const { rows, previous, next, total } = await findStudents(tx, services, actor, { ...rest, text: q, place });
          return {
            items: rows.map((row) => rosterItem(row, dayOf(services.now()))),
            previous: previous ? writePlace(previous) : null,
            next: next ? writePlace(next) : null,
            total: total ?? null,
          };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/students/filters',
      tag: '学生',
      title: '看名册筛选项',
      who: READERS,
      query: z.object({ county: z.string().length(6).optional(), schoolId: z.uuid().optional() }),
      answer: listFiltersShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => listFilters(tx, actor, query)),
    }),
    route({
      method: 'GET',
      path: '/api/students/left',
      tag: '学生',
      title: '查离校学生',
      who: { ...READERS, roles: ALL_ROLES.filter((role) => role !== 'CLASS_TEACHER') },
      query: z.object({ q: z.string().trim().max(60).default('') }),
      answer: leftPageShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => findLeft(tx, actor, query.q)),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id',
      tag: '学生',
      title: '看学生',
      who: READERS,
      params: studentId,
      answer: studentShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewStudent(tx, services, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/viewers',
      tag: '学生',
      title: '看谁看过',
      who: READERS,
      params: studentId,
      answer: z.object({ items: z.array(viewerShape) }),
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), async (tx) => ({ items: await listViewers(tx, actor, params.id) })),
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/reveals',
      tag: '学生',
      title: '查看完整值',
      who: READERS,
      params: studentId,
      body: z.object({ field: z.string().max(60), reason: z.string().trim().min(2, '请写明事由').max(200) }),
      answer: z.object({ value: z.string() }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          value: await revealValue(tx, services, actor, { studentId: params.id, ...body }),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/students/:id/photo',
      tag: '学生',
      title: '看照片',
      who: READERS,
      params: studentId,
      answer: 'FILE',
      handle: async ({ actor, params }) => ({
        file: await fetchPhoto(services, actor, params.id),
        mediaType: 'image/jpeg',
      }),
    }),
    route({
      method: 'PATCH',
      path: '/api/students/:id/items',
      tag: '学生',
      title: '维护信息项',
      who: { roles: ['SCHOOL_REGISTRAR'] },
      params: studentId,
      body: z.object({ values: z.record(z.string().max(60), z.string().max(500)), version: z.int() }),
      answer: updateAnswerShape,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          const { findings, written } = await updateItems(tx, services, actor, { studentId: params.id, ...body });
          const told = findings.map(({ field, severity, sentence, remedy }) => ({ field, severity, sentence, remedy }));
          const student = written ? (await showStudent(tx, services, params.id)).view : null;
          return { student, findings: told };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/photo',
      tag: '学生',
      title: '更换照片',
      who: { roles: ['SCHOOL_REGISTRAR'] },
      params: studentId,
      takesFile: true,
      answer: z.object({ photoId: z.uuid() }),
      handle: async ({ actor, params, upload }) => {
        const { stream } = await upload();
        return { photoId: await replacePhoto(services, actor, params.id, stream) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/students/formal-numbers',
      tag: '学生',
      title: '发放正式学籍号',
      who: { roles: ['AUTHORITY_LEADER', 'AUTHORITY_REGISTRAR'], levels: ['COUNTY', 'CITY', 'PROVINCE'] },
      body: z.object({ schoolId: z.uuid().optional() }),
      answer: z.object({ issued: z.number().int(), left: z.number().int() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), (tx) => issueFormalNumbers(tx, services, actor, { ...body, limit: 5_000 })),
    }),
  ];
}
