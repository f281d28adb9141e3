/** 家长查看接口: what is held of the child, its course, its cases, and who looked. Every look stands in the trail. */
import { z } from 'zod';
import {
  type FamilyCaller,
  familyAsAuditActor,
  familySubject,
  type Route,
  route,
  type Services,
} from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type CaseEngine, followCases, followedCaseShape } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { DUPLICATE_DISPUTE } from '../../duplicates/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { listViewersForFamily, showStudent, studentShape, viewerShape } from '../../students/index.ts';
import { readChild } from '../child/child.ts';
import { takePhoto } from './own-photo.ts';
import { revealOwn } from './reveal-own.ts';

const TAG = '家长';
/** What the offices' page says beyond what concerns a family stays there. */
const ownRecordShape = studentShape.omit({ openCases: true, version: true, schoolId: true, classGroupId: true });

/** Reading only; what is done about it has routes of its own. */
export function recordRoutes(services: Services, engine: CaseEngine, calendar: WorkingCalendar): Route[] {
  const { db, files } = services;
  return [
    route({
      method: 'GET',
      path: '/api/family/record',
      tag: TAG,
      title: '家长看学籍',
      who: 'FAMILY',
      answer: ownRecordShape,
      handle: ({ family }) =>
        db.write(family.scope, async (tx) => {
          const { view } = await showStudent(tx, services, family.studentId);
          await traceView(tx, family, 'RECORD');
          return view;
        }),
    }),
    route({
      method: 'POST',
      path: '/api/family/reveals',
      tag: TAG,
      title: '家长看完整值',
      who: 'FAMILY',
      body: z.object({ field: z.string().max(60) }),
      answer: z.object({ value: z.string() }),
      handle: ({ family, body }) =>
        db.write(family.scope, async (tx) => ({ value: await revealOwn(tx, services, family, body.field) })),
    }),
    route({
      method: 'GET',
      path: '/api/family/photo',
      tag: TAG,
      title: '家长看照片',
      who: 'FAMILY',
      answer: 'FILE',
      handle: async ({ family }) => {
        const { photoId } = await db.read(family.scope, (tx) => readChild(tx, services, family.studentId));
        if (!photoId) throw refuse('NOT_FOUND', { what: '照片' });
        return { file: await files.fetch(photoId), mediaType: 'image/jpeg', sandboxed: true };
      },
    }),
    route({
      method: 'POST',
      path: '/api/family/photo',
      tag: TAG,
      title: '家长采集新生照片',
      who: 'FAMILY',
      takesFile: true,
      answer: z.object({ done: z.literal(true) }),
      handle: async ({ family, upload }) => {
        await takePhoto(services, family, (await upload()).stream);
        return { done: true as const };
      },
    }),
    route({
      method: 'GET',
      path: '/api/family/cases',
      tag: TAG,
      title: '家长看办件进度',
      who: 'FAMILY',
      answer: z.object({ items: z.array(followedCaseShape) }),
      handle: ({ family: { scope, studentId } }) =>
        db.read(scope, async (tx) => ({
          items: await followCases(tx, engine, calendar, { studentId, silent: [DUPLICATE_DISPUTE] }),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/family/viewers',
      tag: TAG,
      title: '家长看谁看过',
      who: 'FAMILY',
      answer: z.object({ items: z.array(viewerShape) }),
      handle: ({ family: { scope, studentId } }) =>
        db.read(scope, async (tx) => ({ items: await listViewersForFamily(tx, studentId) })),
    }),
  ];
}

/** 家长查看, in the child's own trail. */
export function traceView(tx: Transaction, family: FamilyCaller, what: string): Promise<void> {
  return record(tx, familyAsAuditActor(family), {
    action: 'FAMILY_VIEW',
    ...familySubject(family),
    path: family.path,
    detail: { what, link: family.linkId },
  });
}
