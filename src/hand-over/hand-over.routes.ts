/** 档案转接接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../access/index.ts';
import { receiveFiles, sendFiles } from './folders/hand-over-many.ts';
import { scanFolder } from './folders/scan-folder.ts';
import { handOverPageShape, handOverViewShape, scanShape } from './hand-over.api.ts';
import { receiveFile, sendFile } from './hand-over-file.ts';
import { receiptShape, receiptsShape, sendingShape, sendingsShape } from './hand-over-form.ts';
import { viewHandOver, viewHandOverOfCase, viewHandOvers } from './view-hand-over.ts';

const TAG = '档案转接';
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const byId = z.object({ id: z.uuid() });
const side = z.enum(['OUT', 'IN']).default('OUT');
const done = z
  .enum(['0', '1'])
  .default('0')
  .transform((flag) => flag === '1')
  .describe('1：已签收的');

const WATCHERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
};

/** Watching for whoever sees the case; sending and receiving for the registrars of the two schools. */
export function handOverRoutes(services: Services): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/file-hand-overs',
      tag: TAG,
      title: '看档案转接',
      who: WATCHERS,
      query: z.object({ side, done }),
      answer: handOverPageShape,
      handle: ({ actor, query }) => db.read(scopeOf(actor), (tx) => viewHandOvers(tx, actor, query)),
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id/file-hand-over',
      tag: TAG,
      title: '看办件的档案转接',
      who: WATCHERS,
      params: byId,
      answer: handOverViewShape,
      handle: ({ actor, params }) =>
        db.read(scopeOf(actor), (tx) => viewHandOverOfCase(tx, services, actor, params.id)),
    }),
    route({
      method: 'GET',
      path: '/api/file-hand-overs/:id',
      tag: TAG,
      title: '看一件档案转接',
      who: WATCHERS,
      params: byId,
      answer: handOverViewShape,
      handle: ({ actor, params }) => db.read(scopeOf(actor), (tx) => viewHandOver(tx, services, actor, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/file-hand-overs/:id/sending',
      tag: TAG,
      title: '转出档案',
      who: REGISTRAR,
      params: byId,
      body: sendingShape,
      answer: z.object({ sent: z.boolean() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await sendFile(tx, services, actor, params.id, body);
          return { sent: true };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/file-hand-overs/:id/receipt',
      tag: TAG,
      title: '签收档案',
      who: REGISTRAR,
      params: byId,
      body: receiptShape,
      answer: z.object({ received: z.boolean() }),
      idempotent: true,
      handle: ({ actor, params, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await receiveFile(tx, actor, params.id, body);
          return { received: true };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/file-hand-overs/scans',
      tag: TAG,
      title: '扫描档案袋',
      who: REGISTRAR,
      body: z.object({ code: z.string().trim().min(1).max(40) }),
      answer: scanShape,
      handle: ({ actor, body }) => db.read(scopeOf(actor), (tx) => scanFolder(tx, actor, body.code)),
    }),
    route({
      method: 'POST',
      path: '/api/file-hand-overs/sendings',
      tag: TAG,
      title: '成批转出档案',
      who: REGISTRAR,
      body: sendingsShape,
      answer: z.object({ sent: z.number().int() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await sendFiles(tx, services, actor, body);
          return { sent: body.files.length };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/file-hand-overs/receipts',
      tag: TAG,
      title: '成批签收档案',
      who: REGISTRAR,
      body: receiptsShape,
      answer: z.object({ received: z.number().int() }),
      idempotent: true,
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => {
          await receiveFiles(tx, actor, body);
          return { received: body.files.length };
        }),
    }),
  ];
}
