/** HTTP的门. */
export { forgetKeysJob } from './forget-keys.ts';
export { type IdempotencyKeys, makeIdempotencyKeys } from './idempotency.store.ts';
export { makeServer, type ServerOptions } from './server.ts';
export { CSRF_HEADER, FAMILY_COOKIE, SESSION_COOKIE } from './session-cookie.ts';
