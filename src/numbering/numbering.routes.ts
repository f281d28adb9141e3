/** 辅号接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { issueNumber, issueNumbers } from './issue-numbers.ts';
import {
  eventShape,
  issuedShape,
  kindShape,
  schoolNumbersShape,
  stageShape,
  studentNumbersShape,
} from './numbering.api.ts';
import { viewSchoolNumbers, viewStudentNumbers } from './view-numbers.ts';

const LEVELS: Level[] = ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'];
const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'CLASS_TEACHER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: LEVELS,
};
const OVERSEERS: { roles: Role[]; levels: Level[] } = {
  roles: READERS.roles.filter((role) => role !== 'CLASS_TEACHER'),
  levels: LEVELS,
};
/** Which of them gives which number, the law of the place says. */
const ISSUERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'AUTHORITY_REGISTRAR'],
  levels: LEVELS,
};
const TAG = '学籍号';
const id = z.object({ id: z.uuid() });

/** Numbers beside the registration number. */
export function numberingRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/students/:id/secondary-numbers',
      tag: TAG,
      title: '看学生的辅号',
      who: READERS,
      params: id,
      answer: studentNumbersShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewStudentNumbers(tx, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/schools/:id/secondary-numbers',
      tag: TAG,
      title: '看本校辅号编制情况',
      who: OVERSEERS,
      params: id,
      answer: schoolNumbersShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewSchoolNumbers(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/schools/:id/secondary-numbers',
      tag: TAG,
      title: '成批编辅号',
      who: ISSUERS,
      params: id,
      body: z.object({ kind: kindShape, stage: stageShape, intakeYear: z.number().int().min(1980).max(2200) }),
      answer: issuedShape,
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), (tx) => issueNumbers(services, tx, actor, { schoolId: params.id, ...body })),
    }),
    route({
      method: 'POST',
      path: '/api/students/:id/secondary-numbers',
      tag: TAG,
      title: '编一名学生的辅号',
      who: ISSUERS,
      params: id,
      body: z.object({
        kind: kindShape,
        event: eventShape,
        number: z.string().regex(/^\d+$/, '号码只含数字').max(30).optional().describe('补录的号码；由系统编号时不填'),
      }),
      answer: z.object({ number: z.string() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => ({
          number: await issueNumber(services, tx, actor, { studentId: params.id, ...body }),
        })),
    }),
  ];
}
