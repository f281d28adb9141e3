/** 请求: JSON to and from the server. Every failure is an ApiProblem with a sentence. */
import { reportReached, reportUnreachable } from './connection.ts';
import { type ApiProblem, problemOf, unreachable } from './problem.ts';
import { announceSignedOut, csrfHeader } from './session.ts';

export type QueryValue = string | number | boolean | readonly string[] | undefined;

export interface RequestOptions {
  /** Search part of the address; undefined and empty text are left out, lists repeat the name. */
  query?: Readonly<Record<string, QueryValue>> | undefined;
  /** Sent as JSON. */
  body?: unknown | undefined;
  signal?: AbortSignal | undefined;
  /** For a write that may be tried again: pass the same key each time. Made anew per call where absent. */
  idempotencyKey?: string | undefined;
  /** A 401 is the answer itself (the login form), not the end of a session. */
  expectSignedOut?: boolean | undefined;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call under /api. Gives the parsed body (undefined for 204). Throws ApiProblem; an aborted call throws AbortError. */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const answer = await send(method, path, options);
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

/** The answer of one call, 2xx for sure. Throws as `request` does. */
export async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const answer = await reach(addressOf(path, options.query), {
    method,
    headers: headersOf(method, options),
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  if (answer.ok) return answer;
  throw failed(problemOf(answer.status, await answer.text()), options.expectSignedOut === true);
}

/** Passes a problem on, after telling the page that the session is over where that is what it says. */
export function failed(problem: ApiProblem, expectSignedOut: boolean): ApiProblem {
  if (problem.status === 401 && !expectSignedOut) announceSignedOut();
  return problem;
}

/** Headers of a call: what every write must carry against forgery and double sending. */
export function headersOf(method: Method, options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (method === 'GET') return headers;
  return { ...headers, ...csrfHeader(), 'idempotency-key': options.idempotencyKey ?? newIdempotencyKey() };
}

/** A key for one write. Keep it with the form and pass it again when the person tries again after a broken line. */
export function newIdempotencyKey(): string {
  // crypto.randomUUID is withheld from plain http, which is how some schools reach a server in their own network.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `path` under /api with its search part. A path that begins with /api already is kept. */
export function addressOf(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value)
      ? (value as readonly string[])
      : [value as string | number | boolean | undefined];
    for (const one of values) if (one !== undefined && one !== '') search.append(name, String(one));
  }
  const address = path.startsWith('/api') ? path : `/api${path.startsWith('/') ? '' : '/'}${path}`;
  const text = search.toString();
  return text === '' ? address : `${address}?${text}`;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(address, init);
    reportReached();
    return answer;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    reportUnreachable();
    throw unreachable();
  }
}
