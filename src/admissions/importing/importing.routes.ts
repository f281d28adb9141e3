/** 导入接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { giveUpImport } from './give-up-import.ts';
import type { HandedOver } from './handed-over.ts';
import { listImports } from './import.store.ts';
import { itemOf } from './import.ts';
import { importItemShape, importListShape } from './importing.api.ts';
import { type ProgressBell, watchImport } from './progress.ts';
import type { SendJob } from './resume-imports.ts';
import { admissionTemplate } from './template.ts';
import { uploadWorkbook } from './upload-workbook.ts';

const REGISTRAR = { roles: ['SCHOOL_REGISTRAR'] as Role[], levels: ['SCHOOL'] as Level[] };
const SCHOOL = { roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: ['SCHOOL'] as Level[] };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const byId = z.object({ id: z.uuid() });
const MOST_LISTED = 100;

/** Where an upload goes on: to the queue, and open to whoever reads it in this process. */
export interface Intake {
  send: SendJob;
  handedOver: HandedOver;
}

/** The template, the upload, and how the reading goes. */
export function importingRoutes(services: Services, bell: ProgressBell, intake: Intake): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/admissions/template.xlsx',
      tag: '入学注册',
      title: '下载导入模板',
      who: SCHOOL,
      answer: 'FILE',
      handle: async ({ actor }) => ({
        file: await db.read(scopeOf(actor), (tx) => admissionTemplate(tx, actor.institution.id)),
        mediaType: XLSX,
        downloadAs: `${actor.institution.shortName}新生导入模板.xlsx`,
      }),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/imports',
      tag: '入学注册',
      title: '上传报名表',
      who: REGISTRAR,
      takesFile: true,
      answer: importItemShape,
      handle: async ({ actor, upload }) => itemOf(await uploadWorkbook(services, actor, await upload(), intake)),
    }),
    route({
      method: 'GET',
      path: '/api/admissions/imports',
      tag: '入学注册',
      title: '看本校的导入',
      who: SCHOOL,
      answer: importListShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => ({
          items: (await listImports(tx, actor.institution.id, MOST_LISTED)).map(itemOf),
        })),
    }),
    route({
      method: 'GET',
      path: '/api/admissions/imports/:id/progress',
      tag: '入学注册',
      title: '看校验进度',
      who: SCHOOL,
      params: byId,
      answer: 'EVENTS',
      handle: async ({ actor, params, signal }) => {
        const events = watchImport(services, bell, { scope: scopeOf(actor), importId: params.id, signal });
        const first = await events.next(); // refuses before the stream begins
        return (async function* () {
          if (first.done) return;
          yield first.value;
          yield* events;
        })();
      },
    }),
    route({
      method: 'POST',
      path: '/api/admissions/imports/:id/cancel',
      tag: '入学注册',
      title: '取消一次导入',
      who: REGISTRAR,
      params: byId,
      answer: z.object({ state: z.literal('CANCELLED') }),
      handle: async ({ actor, params }) => {
        await db.write(scopeOf(actor), async (tx) => giveUpImport(tx, actor, params.id));
        bell.ring(params.id);
        return { state: 'CANCELLED' as const };
      },
    }),
  ];
}
