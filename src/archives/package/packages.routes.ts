/** 档案包接口: given out once, checked and taken in, attached; and whose keys are trusted. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { giveOut, type PrintForPackage } from './giving/give-out.ts';
import { viewGiven } from './giving/view-given.ts';
import { checkShape, givenShape, nodeKeysShape, receivedPageShape, receivedViewShape } from './packages.api.ts';
import { attachReceived } from './receiving/attach.ts';
import { openUpload, takeIn } from './receiving/take-in.ts';
import { openEntry, viewReceived, viewReceivedList } from './receiving/view-received.ts';
import { confirmKey, dropKey, proposeKey } from './trust/trust-keys.ts';
import { viewKeys } from './trust/view-keys.ts';

const TAG = '档案包';
const REGISTRAR: { roles: Role[]; levels: Level[] } = { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] };
const READERS: { roles: Role[]; levels: Level[] } = {
  roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['SCHOOL', 'COUNTY', 'CITY', 'PROVINCE'],
};
const AUTHORITY: { roles: Role[]; levels: Level[] } = {
  roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
  levels: ['COUNTY', 'CITY', 'PROVINCE'],
};
const byId = z.object({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });

/** `printFor` prints what lies above archives: the registration card. */
export function packageRoutes(services: Services, ring: KeyRing, printFor: PrintForPackage): Route[] {
  const { db } = services;
  return [
    route({
      method: 'GET',
      path: '/api/file-packages',
      tag: TAG,
      title: '看外送的档案包',
      who: READERS,
      answer: givenShape,
      handle: ({ actor }) => db.read(scopeOf(actor), async (tx) => ({ items: await viewGiven(tx, services, actor) })),
    }),
    route({
      method: 'POST',
      path: '/api/file-packages/:id/taking',
      tag: TAG,
      title: '取出档案包',
      who: REGISTRAR,
      params: byId,
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const { bytes, fileName } = await giveOut(services, ring, printFor, actor, params.id);
        return { file: new Uint8Array(bytes), mediaType: 'application/octet-stream', downloadAs: fileName };
      },
    }),
    route({
      method: 'POST',
      path: '/api/received-packages/checks',
      tag: TAG,
      title: '核验档案包',
      who: REGISTRAR,
      takesFile: true,
      answer: checkShape,
      handle: async ({ actor, upload }) => {
        const { checked } = await openUpload(services, ring, actor, (await upload()).stream);
        const { sound, lines, manifest } = checked;
        return {
          ...{ sound, lines },
          student: manifest && {
            ...{ name: manifest.student.name, fromSchool: manifest.school.name, receiver: manifest.receiver },
          },
        };
      },
    }),
    route({
      method: 'POST',
      path: '/api/received-packages',
      tag: TAG,
      title: '接收档案包',
      who: REGISTRAR,
      takesFile: true,
      answer: z.object({ id: z.uuid(), studentId: z.uuid().nullable() }),
      handle: async ({ actor, upload }) =>
        takeIn(services, actor, await openUpload(services, ring, actor, (await upload()).stream)),
    }),
    route({
      method: 'GET',
      path: '/api/received-packages',
      tag: TAG,
      title: '看收到的档案包',
      who: READERS,
      answer: receivedPageShape,
      handle: ({ actor }) =>
        db.read(scopeOf(actor), async (tx) => ({ items: await viewReceivedList(tx, services, actor) })),
    }),
    route({
      method: 'GET',
      path: '/api/received-packages/:id',
      tag: TAG,
      title: '看一个档案包',
      who: READERS,
      params: byId,
      answer: receivedViewShape,
      handle: ({ actor, params }) => viewReceived(services, ring, actor, params.id),
    }),
    route({
      method: 'GET',
      path: '/api/received-packages/:id/entry',
      tag: TAG,
      title: '看档案包中一份材料',
      who: READERS,
      params: byId,
      query: z.object({ name: z.string().max(120) }),
      answer: 'FILE',
      handle: ({ actor, params, query }) => openEntry(services, ring, actor, params.id, query.name),
    }),
    route({
      method: 'POST',
      path: '/api/received-packages/:id/attachment',
      tag: TAG,
      title: '档案包归入学生档案',
      who: REGISTRAR,
      params: byId,
      answer: z.object({ studentId: z.uuid() }),
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => ({ studentId: await attachReceived(tx, actor, params.id) })),
    }),
    route({
      method: 'GET',
      path: '/api/node-keys',
      tag: TAG,
      title: '看可信节点密钥',
      who: READERS,
      answer: nodeKeysShape,
      handle: ({ actor }) => db.read(scopeOf(actor), (tx) => viewKeys(tx, ring, actor)),
    }),
    route({
      method: 'POST',
      path: '/api/node-keys',
      tag: TAG,
      title: '登记可信节点密钥',
      who: AUTHORITY,
      body: z.object({
        nodeName: z.string().trim().min(2, '请填写节点名称').max(60),
        suite: z.enum(['international', 'guomi']),
        publicKey: z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[0-9a-f]{64,130}$/, '公钥为十六进制，请从对方页面完整复制'),
      }),
      answer: z.object({ id: z.uuid() }),
      handle: ({ actor, body }) =>
        db.write(scopeOf(actor), async (tx) => ({ id: await proposeKey(tx, services, actor, body) })),
    }),
    route({
      method: 'POST',
      path: '/api/node-keys/:id/confirmation',
      tag: TAG,
      title: '确认可信节点密钥',
      who: AUTHORITY,
      params: byId,
      answer: done,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await confirmKey(tx, actor, params.id);
          return { done: true as const };
        }),
    }),
    route({
      method: 'POST',
      path: '/api/node-keys/:id/end',
      tag: TAG,
      title: '停用可信节点密钥',
      who: AUTHORITY,
      params: byId,
      answer: done,
      handle: ({ actor, params }) =>
        db.write(scopeOf(actor), async (tx) => {
          await dropKey(tx, actor, params.id);
          return { done: true as const };
        }),
    }),
  ];
}
