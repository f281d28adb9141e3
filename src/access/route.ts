/** 接口声明: one HTTP operation: who may call it, what goes in, what comes out. Nothing is served that is not declared. */
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor, Level, Role } from './actor.ts';
import type { FamilyCaller } from './families.ts';
import type { SystemCaller } from './systems.ts';

/**
 * PUBLIC: nobody needs to sign in. SIGNED_IN: any role. SYSTEM: no person at all, but a partner system with its key.
 * FAMILY: no office, but a guardian who came by a link of the school. Else: these roles, at these levels.
 */
export type Who = 'PUBLIC' | 'SIGNED_IN' | 'SYSTEM' | 'FAMILY' | { roles: readonly Role[]; levels?: readonly Level[] };

/** An answer that is not JSON: a printed paper, a workbook, a picture, a stream of progress. */
export interface FileAnswer {
  file: Uint8Array | Readable;
  mediaType: string;
  /** Shown inside the page where absent; saved under this name otherwise. */
  downloadAs?: string;
  /** What others sent in: the browser may show it, but runs nothing of it and lets it load nothing. */
  sandboxed?: boolean;
}

/** The caller is sent on: only to the identity provider and back from it. */
export interface RedirectAnswer {
  redirectTo: string;
}

export interface UploadedFile {
  /** The name on the sender's machine; untrusted, for display only. */
  name: string;
  stream: Readable;
}

/** One call of a route whose conditions on the caller have been met. */
export interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** Throws NOT_SIGNED_IN on public routes without a session. */
  actor: Actor;
  /** The partner system that calls; throws KEY_NOT_VALID on routes that are not for systems. */
  system: SystemCaller;
  /** The guardian who calls; throws NOT_SIGNED_IN on routes that are not for families. */
  family: FamilyCaller;
  session: SessionHandle;
  /** The guardian's own, apart from any office's. */
  familySession: Pick<SessionHandle, 'token' | 'start' | 'end'>;
  requestId: string;
  /** Network address of the caller; that of whoever a proxy on this machine speaks for. */
  address: string;
  /** Ends when the caller goes away. */
  signal: AbortSignal;
  /** The one file of a multipart request; throws BAD_INPUT where there is none. */
  upload(): Promise<UploadedFile>;
  /** 幂等键 of a write that may be sent again. */
  idempotencyKey: string | undefined;
}

/** What login and logout do to the caller's cookie. */
export interface SessionHandle {
  token: string | undefined;
  device: string;
  start(token: string): void;
  end(): void;
  /** What a login under way left with the caller, for ten minutes. */
  held: string | undefined;
  hold(value: string): void;
  letGo(): void;
}

export interface RouteText<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** 学生、办件 …: groups the operations in the documentation. */
  tag: string;
  title: string;
  who: Who;
  params?: P;
  query?: Q;
  body?: B;
  /** Answers also a person who must first change the password or set up the second factor. */
  beforeSetUp?: boolean;
  /** What is answered: a JSON shape, or FILE, or EVENTS (server-sent), or REDIRECT. */
  answer: z.ZodType<A> | 'FILE' | 'EVENTS' | 'REDIRECT';
  /** Takes a multipart upload instead of a JSON body. */
  takesFile?: boolean;
  /** A write whose repetition is answered from the first one's answer, where the caller sends a key. */
  idempotent?: boolean;
  handle(
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
  ): Promise<A | FileAnswer | RedirectAnswer | AsyncIterable<unknown>>;
}

export interface Route extends Omit<RouteText<z.ZodType, z.ZodType, z.ZodType, unknown>, 'handle'> {
  handle(call: Call<unknown, unknown, unknown>): Promise<unknown>;
}

/** Declares one operation; the shapes that validate are the shapes that document. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A>(
  text: RouteText<P, Q, B, A>,
): Route {
  return text as unknown as Route;
}

/** May a person of this role, acting for an institution of this level, call the route at all? */
export function mayCall(who: Who, caller: { role: Role; level: Level } | undefined): boolean {
  if (who === 'PUBLIC') return true;
  if (!caller || who === 'SYSTEM' || who === 'FAMILY') return false;
  if (who === 'SIGNED_IN') return true;
  return who.roles.includes(caller.role) && (!who.levels || who.levels.includes(caller.level));
}
