/** 会话凭据: the cookie that carries the session, and the header that proves a write comes from our own page. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionHandle } from '../access/index.ts';
import { refuse } from '../kernel/refusal.ts';

export const SESSION_COOKIE = 'xueji_session';
export const FAMILY_COOKIE = 'xueji_family';
/** Sent to the families' own routes and nowhere else. */
const FAMILY_PATH = '/api/family';
/** Comes back with the caller from the identity provider's site, which the strict session cookie would not. */
const HELD_COOKIE = 'xueji_sign_in';
const HELD_FOR_SECONDS = 600;
export const CSRF_HEADER = 'x-csrf-token';

/** The caller's cookie, to be set by login and cleared by logout. Strict and unreadable for scripts. */
export function sessionHandle(request: FastifyRequest, reply: FastifyReply, secure: boolean): SessionHandle {
  return {
    token: request.cookies[SESSION_COOKIE],
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    start: (token) => {
      reply.setCookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'strict', secure, path: '/' });
    },
    end: () => {
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
    },
    held: request.cookies[HELD_COOKIE],
    hold: (value) => {
      const options = {
        httpOnly: true,
        sameSite: 'lax',
        secure,
        path: '/api/session',
        maxAge: HELD_FOR_SECONDS,
      } as const;
      reply.setCookie(HELD_COOKIE, value, options);
    },
    letGo: () => {
      reply.clearCookie(HELD_COOKIE, { path: '/api/session' });
    },
  };
}

/** The same for a guardian: a cookie of its own, which no route of the offices is sent. */
export function familyHandle(
  request: FastifyRequest,
  reply: FastifyReply,
  secure: boolean,
): Pick<SessionHandle, 'token' | 'start' | 'end'> {
  return {
    token: request.cookies[FAMILY_COOKIE],
    start: (token) => {
      reply.setCookie(FAMILY_COOKIE, token, { httpOnly: true, sameSite: 'strict', secure, path: FAMILY_PATH });
    },
    end: () => {
      reply.clearCookie(FAMILY_COOKIE, { path: FAMILY_PATH });
    },
  };
}

/** Refuses a write that does not carry the token of its own session. */
export function checkCsrf(request: FastifyRequest, session: { csrfToken: string }): void {
  if (request.method === 'GET') return;
  const sent = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''));
  const wanted = Buffer.from(session.csrfToken);
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) {
    throw refuse('BAD_INPUT', { what: '页面已过期，请刷新后重试' });
  }
}
