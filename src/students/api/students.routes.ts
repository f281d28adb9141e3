/** 学生接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { classGroupName, gradeName, gradeOf } from '../../authorities/index.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { updateItems } from '../changes/update-items.ts';
import { labelOf } from '../code-tables/code-table.ts';
import { genders } from '../code-tables/person-tables.ts';
import { issueFormalNumbers } from '../numbers/issue-formal-numbers.ts';
import { findStudents } from '../search/find-students.ts';
import { countRoster, type RosterRow } from '../search/search.store.ts';
import { checkMaySee } from '../view/may-see.ts';
import { fetchPhoto } from '../view/photo.ts';
import { revealValue } from '../view/reveal-value.ts';
import { listViewers } from '../view/student.store.ts';
import { ACTS, REGISTRATION_STATES, viewStudent } from '../view/view-student.ts';
import { type RosterItem, studentPageShape, studentShape, viewerShape } from './students.api.ts';

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
          const { q, after, limit, ...filter } = query;
          const rows = await findStudents(tx, services, actor, {
            ...filter,
            text: q,
            after: after ? readPlace(after) : undefined,
            limit: limit + 1,
          });
          const page = rows.slice(0, limit);
          const last = page.at(-1);
          const { level, county, id } = actor.institution;
          const counted = q === '' && !filter.grade && !filter.classGroupId && actor.role !== 'CLASS_TEACHER';
          const one = level === 'SCHOOL' ? { county, schoolId: id } : level === 'COUNTY' ? { county } : undefined;
          const narrowed = one && filter.schoolId ? { county, schoolId: filter.schoolId } : one;
          return {
            items: page.map((row) => asItem(row, dayOf(services.now()))),
            next: rows.length > limit && last ? writePlace(last) : null,
            total: counted && narrowed ? await countRoster(tx, narrowed) : null,
          };
        }),
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
        db.read(scopeOf(actor), async (tx) => {
          await checkMaySee(tx, actor, params.id);
          const rows = await listViewers(tx, params.id, 100);
          return {
            items: rows.map((row) => ({
              at: row.at.toISOString(),
              personName: row.person_name ?? '系统',
              institutionName: row.short_name ?? '',
              did: ACTS[row.action] ?? '办理',
              reason: row.reason,
            })),
          };
        }),
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
      body: z.object({ values: z.record(z.string().max(60), z.string().max(500)), version: z.number().int() }),
      answer: z.object({
        version: z.number().int(),
        findings: z.array(
          z.object({ field: z.string(), severity: z.enum(['red', 'amber']), sentence: z.string(), remedy: z.string() }),
        ),
      }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          const answer = await updateItems(tx, services, actor, { studentId: params.id, ...body });
          if (answer.version === body.version) tx.markAudited(); // something is red: nothing was written
          return answer;
        }),
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

function asItem(row: RosterRow, today: CivilDate): RosterItem {
  const inGrade = row.firstGrade && gradeOf({ firstGrade: row.firstGrade, intakeYear: row.intakeYear }, today);
  return {
    studentId: row.studentId,
    name: row.name,
    gender: labelOf(genders, row.gender) ?? '',
    bornOn: row.bornOn,
    numberMasked: row.numberMasked,
    identityMasked: row.identityMasked,
    schoolId: row.schoolId,
    schoolName: row.schoolName,
    stage: row.stage,
    grade: row.grade,
    gradeWords: gradeName(row.grade),
    classGroupId: row.classGroupId,
    classGroupName: row.ordinal ? classGroupName(inGrade || row.grade, row.ordinal) : null,
    seatNo: row.seatNo,
    state: row.state,
    stateWords: REGISTRATION_STATES[row.state] ?? row.state,
    photoId: row.photoId,
  };
}

const writePlace = ({ sortKey, studentId: id }: RosterRow): string =>
  Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');

/** Where a page goes on; a place that was not written here starts from the beginning. */
function readPlace(text: string): { sortKey: string; studentId: string } | undefined {
  const parsed = z
    .tuple([z.string(), z.uuid()])
    .safeParse(JSON.parse(Buffer.from(text, 'base64url').toString() || 'null'));
  return parsed.success ? { sortKey: parsed.data[0], studentId: parsed.data[1] } : undefined;
}
