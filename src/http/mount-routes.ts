/** 接口装配: turns declared routes into HTTP: session, rights, shapes, repetition, answer. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  type Call,
  type FamilyCaller,
  type FamilySessions,
  type FileAnswer,
  type LiveSession,
  mayCall,
  RESTRICTIONS,
  type RedirectAnswer,
  type Route,
  type Sessions,
  type SystemCaller,
  type SystemKeys,
} from '../access/index.ts';
import { refuse } from '../kernel/refusal.ts';
import type { IdempotencyKeys } from './idempotency.store.ts';
import { checkCsrf, familyHandle, sessionHandle } from './session-cookie.ts';
import { refuseUnstorable } from './storable-text.ts';

export interface Mounting {
  routes: readonly Route[];
  sessions: Sessions;
  systems: SystemKeys;
  families: FamilySessions;
  keys: IdempotencyKeys;
  /** Are cookies for https only? */
  secure: boolean;
}

/** Serves every declared route, and nothing else. */
export function mountRoutes(server: FastifyInstance, mounting: Mounting): void {
  const admitted = new WeakMap<FastifyRequest, LiveSession>();
  const systems = new WeakMap<FastifyRequest, SystemCaller>();
  const families = new WeakMap<FastifyRequest, FamilyCaller>();
  for (const route of mounting.routes) {
    server.route({
      method: route.method,
      url: route.path,
      schema: schemaOf(route),
      // Who calls is decided before a byte of what they send is read.
      onRequest: async (request, reply) => {
        if (route.who === 'SYSTEM' && request.headers.authorization !== undefined) {
          systems.set(request, await admitSystem(mounting, request.headers.authorization));
          return;
        }
        if (route.who === 'FAMILY') {
          const family = await admitFamily(mounting, request, reply);
          if (family) return void families.set(request, family);
        }
        const live = await admit(route, mounting, request, reply);
        if (live) admitted.set(request, live);
      },
      handler: (request, reply) => {
        const who = { live: admitted.get(request), system: systems.get(request), family: families.get(request) };
        return handle(route, mounting, who, request, reply);
      },
    });
  }
}

/** The partner system behind `Bearer <key>`. */
async function admitSystem({ systems }: Mounting, authorization: string): Promise<SystemCaller> {
  const [, key] = /^Bearer (\S{20,200})$/i.exec(authorization) ?? [];
  const system = key && (await systems.find(key));
  if (!system) throw refuse('KEY_NOT_VALID');
  return system;
}

/** The guardian behind the families' cookie; undefined where there is none, and then an office is told that it may not. */
async function admitFamily({ families, secure }: Mounting, request: FastifyRequest, reply: FastifyReply) {
  const { token } = familyHandle(request, reply, secure);
  const live = token ? await families.find(token, request.id) : undefined;
  if (live) checkCsrf(request, live);
  return live?.family;
}

/** The caller's session, if any; refuses whoever may not call the route at all. */
async function admit(route: Route, { sessions, secure }: Mounting, request: FastifyRequest, reply: FastifyReply) {
  const { token } = sessionHandle(request, reply, secure);
  const live = token ? await sessions.find(token, request.id) : undefined;
  if (route.who === 'PUBLIC') return live;
  if (!live) throw refuse('NOT_SIGNED_IN');
  refuseRestricted(route, live);
  const { role, institution } = live.actor;
  if (!mayCall(route.who, { role, level: institution.level })) throw refuse('NOT_ALLOWED', { what: route.title });
  checkCsrf(request, live);
  return live;
}

function refuseRestricted({ beforeSetUp }: Route, { restrictedTo }: LiveSession): void {
  if (restrictedTo && !beforeSetUp) throw refuse('SET_UP_FIRST', { what: RESTRICTIONS[restrictedTo] });
}

interface WhoCalls {
  live: LiveSession | undefined;
  system: SystemCaller | undefined;
  family: FamilyCaller | undefined;
}

async function handle(
  route: Route,
  { keys, secure }: Mounting,
  { live, system, family }: WhoCalls,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  refuseUnstorable([request.params, request.query, request.body]);
  const aborter = new AbortController();
  reply.raw.once('close', () => aborter.abort());
  const key = request.headers['idempotency-key'];
  const call: Call<unknown, unknown, unknown> = {
    params: request.params,
    query: request.query,
    body: request.body,
    get actor() {
      if (!live) throw refuse('NOT_SIGNED_IN');
      refuseRestricted(route, live);
      return live.actor;
    },
    get system() {
      if (!system) throw refuse('KEY_NOT_VALID');
      return system;
    },
    get family() {
      if (!family) throw refuse('NOT_SIGNED_IN');
      return family;
    },
    session: sessionHandle(request, reply, secure),
    familySession: familyHandle(request, reply, secure),
    requestId: request.id,
    address: request.ip,
    signal: aborter.signal,
    upload: async () => {
      const part = await request.file();
      if (!part) throw refuse('BAD_INPUT', { what: '没有收到文件，请选择文件后上传' });
      return { name: part.filename, stream: part.file };
    },
    idempotencyKey: typeof key === 'string' && key.length <= 255 ? key : undefined,
  };
  const owner = live?.actor.accountId ?? family?.linkId;
  if (route.idempotent && call.idempotencyKey && owner) {
    return once(keys, owner, call.idempotencyKey, request, () => route.handle(call));
  }
  return send(route, await route.handle(call), reply);
}

/** Runs the work once for its key; a repetition gets the first answer. */
async function once(
  keys: IdempotencyKeys,
  accountId: string,
  key: string,
  request: FastifyRequest,
  work: () => Promise<unknown>,
) {
  const content = JSON.stringify([request.method, request.url, request.body ?? null]);
  const kept = await keys.claim(accountId, key, createHash('sha256').update(content).digest());
  if (kept) return kept.body;
  try {
    const body = await work();
    await keys.keep(accountId, key, { status: 200, body });
    return body;
  } catch (error) {
    await keys.release(accountId, key);
    throw error;
  }
}

const SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";

function send(route: Route, answer: unknown, reply: FastifyReply) {
  if (route.answer === 'FILE') {
    const { file, mediaType, downloadAs, sandboxed } = answer as FileAnswer;
    if (sandboxed) reply.header('content-security-policy', SANDBOX);
    reply.header('content-type', mediaType).header('cache-control', 'no-store');
    const where = downloadAs ? `attachment; filename*=UTF-8''${encodeURIComponent(downloadAs)}` : 'inline';
    reply.header('content-disposition', where);
    return reply.send(file instanceof Uint8Array ? Buffer.from(file) : file);
  }
  if (route.answer === 'EVENTS') {
    reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-store');
    return reply.send(Readable.from(asEvents(answer as AsyncIterable<unknown>)));
  }
  if (route.answer === 'REDIRECT') return reply.redirect((answer as RedirectAnswer).redirectTo);
  return answer;
}

async function* asEvents(events: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const event of events) yield `data: ${JSON.stringify(event)}\n\n`;
}

function schemaOf(route: Route) {
  const { params, query, body, answer, tag, title, who } = route;
  return {
    tags: [tag],
    summary: title,
    description: `可调用者：${describeWho(who)}`,
    ...(who === 'SYSTEM' ? { security: [{ systemKey: [] }] } : {}),
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body && !route.takesFile ? { body } : {}),
    ...(route.takesFile ? { consumes: ['multipart/form-data'] } : {}),
    ...(typeof answer === 'string' ? {} : { response: { 200: answer as z.ZodType } }),
  };
}

function describeWho(who: Route['who']): string {
  if (who === 'PUBLIC') return '任何人';
  if (who === 'SIGNED_IN') return '已登录者';
  if (who === 'FAMILY') return '家长，凭学校开出的链接并通过核对';
  if (who === 'SYSTEM') return '对接系统，凭密钥（Authorization: Bearer 密钥）';
  return `${who.roles.join('、')}${who.levels ? `（${who.levels.join('、')}）` : ''}`;
}
