/** 就读安排接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { gradeName } from '../authorities/index.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { holds } from '../kernel/place-codes.ts';
import { listArrangements } from './arrangement.store.ts';
import { endStudy, noteOfGuest, viewGuestRecord } from './guest-record.ts';
import { arrangementListShape, entryListShape, entryShape } from './study-elsewhere.api.ts';

const LEVELS: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'];
const OFFICERS = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] as Role[],
  levels: LEVELS,
};
const REGISTRARS = { roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR'] as Role[], levels: LEVELS };
const key = z.object({ studentId: z.uuid(), caseId: z.uuid() });
const TAG = '学籍异动';
const MOST_LISTED = 500;

/** Who is taught elsewhere or in another way, the guest's record, and the end; the cases themselves are simple changes. */
export function studyElsewhereRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/study-arrangements',
      tag: TAG,
      title: '看借读和特殊教育安排',
      who: OFFICERS,
      answer: arrangementListShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => {
          const { id, path } = actor.institution;
          const rows = await listArrangements(tx, path, MOST_LISTED);
          return {
            today: dayOf(tx.now),
            items: rows.map(({ thereId, therePath, path: home, grade, ...row }) => ({
              ...row,
              gradeWords: gradeName(grade),
              side: thereId === id ? 'GUEST' : home === path ? 'REGISTERED' : holds(path, home) ? 'ABOVE' : 'GUEST',
            })),
          };
        }),
    }),
    route({
      method: 'GET',
      path: '/api/study-arrangements/:studentId/:caseId/record',
      tag: TAG,
      title: '看借读记录',
      who: OFFICERS,
      params: key,
      answer: entryListShape,
      handle: ({ actor, params }) => db.write(scopeOf(actor), (tx) => viewGuestRecord(tx, services, actor, params)),
    }),
    route({
      method: 'POST',
      path: '/api/study-arrangements/:studentId/:caseId/record',
      tag: TAG,
      title: '登记借读记录',
      who: { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] },
      params: key,
      body: entryShape,
      answer: z.object({ noted: z.literal(true) }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await noteOfGuest(tx, services, actor, { key: params, entry: body });
          return { noted: true as const };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/study-arrangements/:studentId/:caseId/end',
      tag: TAG,
      title: '结束就读安排',
      who: REGISTRARS,
      params: key,
      body: z.object({ reason: z.string().trim().min(4, '请写明原因，不少于四个字').max(200) }),
      answer: z.object({ ended: z.literal(true) }),
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await endStudy(tx, actor, { key: params, reason: body.reason });
          return { ended: true as const };
        }),
    }),
  ];
}
