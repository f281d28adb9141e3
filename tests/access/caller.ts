/** 调用者: somebody who calls the interface, with the session and the tokens that a browser would carry. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Services } from '../../src/access/index.ts';
import { openSession } from '../../src/authorities/index.ts';
import { findCredentials } from '../../src/authorities/sign-in/credentials.store.ts';
import { NODE_SCOPE } from '../../src/db/transaction.ts';
import { CSRF_HEADER, SESSION_COOKIE } from '../../src/http/index.ts';

/** An answer. Name the shape that the route declares: `get<InstitutionView>(…)`. */
export interface Answer<T> {
  status: number;
  /** Read from JSON; undefined where the answer is none. */
  body: T;
  /** Of a refusal: its code and its sentence. */
  code: string | undefined;
  detail: string | undefined;
  text: string;
  bytes: Buffer;
  headers: Record<string, string | string[] | number | undefined>;
  cookies: { name: string; value: string }[];
}

export interface SentFile {
  name: string;
  bytes: Uint8Array;
  mediaType?: string;
}

type Headers = Record<string, string>;

export interface Caller {
  get<T = Record<string, unknown>>(path: string, headers?: Headers): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  patch<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>;
  delete<T = Record<string, unknown>>(path: string, headers?: Headers): Promise<Answer<T>>;
  /** Sends one file as a form. */
  upload<T = Record<string, unknown>>(path: string, file: SentFile, headers?: Headers): Promise<Answer<T>>;
}

export interface Keys {
  token: string;
  csrfToken: string;
}

/** Calls with the session that `keys` gives at the moment of the call. */
export function callAs(
  server: FastifyInstance,
  keys: () => Promise<Keys | undefined>,
  cookie: string = SESSION_COOKIE,
): Caller {
  const call = async <T>(options: InjectOptions): Promise<Answer<T>> => {
    const held = await keys();
    const credentials = held
      ? { cookies: { [cookie]: held.token }, headers: { ...options.headers, [CSRF_HEADER]: held.csrfToken } }
      : {};
    const answer = await server.inject({ ...options, ...credentials });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    const body = isJson ? answer.json() : undefined;
    return {
      status: answer.statusCode,
      body,
      code: body?.code,
      detail: body?.detail,
      text: answer.payload,
      bytes: answer.rawPayload,
      headers: answer.headers,
      cookies: answer.cookies,
    };
  };
  const sending =
    (method: 'POST' | 'PUT' | 'PATCH') =>
    <T>(url: string, body?: unknown, headers: Headers = {}) =>
      call<T>({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) });
  return {
    get: (url, headers = {}) => call({ method: 'GET', url, headers }),
    delete: (url, headers = {}) => call({ method: 'DELETE', url, headers }),
    post: sending('POST'),
    put: sending('PUT'),
    patch: sending('PATCH'),
    upload: (url, file, headers = {}) => {
      const { type, payload } = asForm(file);
      return call({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload });
    },
  };
}

function asForm({ name, bytes, mediaType = 'application/octet-stream' }: SentFile) {
  const boundary = `xueji${randomBytes(12).toString('hex')}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mediaType}\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, payload };
}

const FRESH_FOR_MS = 10 * 60_000;

/** Sessions of accounts, opened when first needed and again when the clock has left them behind. */
export function signedIn(services: Services, clock: { now(): Date }): (accountId: string) => Promise<Keys> {
  const known = new Map<string, { at: number; keys: Promise<Keys> }>();
  return (accountId) => {
    const at = clock.now().getTime();
    const session = known.get(accountId);
    if (session && Math.abs(at - session.at) < FRESH_FOR_MS) return session.keys;
    const keys = services.db.write(NODE_SCOPE, async (tx) => {
      const account = await findCredentials(tx, { id: accountId });
      if (!account) throw new Error('there is no such account to sign in');
      return openSession(services, tx, account, { device: 'test', requestId: 'test', secondFactor: true });
    });
    known.set(accountId, { at, keys });
    return keys;
  };
}

/** A check that an act is refused with such words, and that what `kept` reads is the same afterwards. */
export const refusing =
  (kept: () => Promise<unknown>) =>
  async (act: () => Promise<{ status: number; detail?: string | undefined }>, words: RegExp): Promise<void> => {
    const before = await kept();
    const { status, detail } = await act();
    assert.ok(status >= 400 && status < 500, `${status} ${detail}`);
    assert.match(detail ?? '', words);
    assert.deepEqual(await kept(), before);
  };
