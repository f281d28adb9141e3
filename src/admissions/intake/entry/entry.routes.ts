/** 名册办理学籍接口. */
import { z } from 'zod';
import { type Route, route, type Services } from '../../../access/index.ts';
import type { CaseEngine } from '../../../cases/index.ts';
import { registerFromRoll } from './register-from-roll.ts';
import { setRollPhoto } from './roll-photo.ts';

const TAG = '入学注册';
const WHO = { roles: ['SCHOOL_REGISTRAR'] as const, levels: ['SCHOOL'] as const };

/** What the school does with those who have come. */
export function entryRoutes(services: Services, engine: CaseEngine): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/admission-roll/registrations',
      tag: TAG,
      title: '为已报到的新生办理学籍',
      who: WHO,
      body: z.object({
        ids: z.array(z.uuid()).min(1, '请先选择已报到的人').max(3_000),
        opinion: z.string().trim().max(500).optional(),
      }),
      answer: z.object({
        drafts: z.number().int().describe('转入入学注册草稿的人数'),
        continued: z.number().int().describe('接续学籍的人数'),
        caseIds: z.array(z.uuid()),
        held: z.array(z.object({ id: z.uuid(), name: z.string(), sentence: z.string() })).describe('暂不能办理的'),
      }),
      idempotent: true,
      handle: ({ actor, body }) => registerFromRoll(services, engine, actor, body),
    }),
    route({
      method: 'POST',
      path: '/api/admission-roll/:id/photo',
      tag: TAG,
      title: '上传报到照片',
      who: WHO,
      params: z.object({ id: z.uuid() }),
      takesFile: true,
      answer: z.object({ photoId: z.uuid() }),
      handle: async ({ actor, params, upload }) => ({
        photoId: await setRollPhoto(services, actor, params.id, (await upload()).stream),
      }),
    }),
  ];
}
