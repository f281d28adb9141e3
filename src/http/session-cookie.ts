/** 会话凭据: the cookie that carries the session, and the header that proves a write comes from our own page. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LiveSession, SessionHandle } from '../access/index.ts';
import { refuse } from '../kernel/refusal.ts';

export const SESSION_COOKIE = 'xueji_session';
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
  };
}

/** Refuses a write that does not carry the token of its own session. */
export function checkCsrf(request: FastifyRequest, session: LiveSession): void {
  if (request.method === 'GET') return;
  const sent = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''));
  const wanted = Buffer.from(session.csrfToken);
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) {
    throw refuse('BAD_INPUT', { what: '页面已过期，请刷新后重试' });
  }
}
