/** 登录失效: one event when the server no longer knows the person, and the token that writes must carry. */

let csrfToken: string | undefined;
const listeners = new Set<(returnTo: string) => void>();

/** Keeps the token the server gave with the session; undefined once it is over. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Header for writes, empty before there is a session. */
export function csrfHeader(): Record<string, string> {
  return csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken };
}

/** Calls back with the address to return to whenever an answer was 401. Gives the act that stops it. */
export function onSignedOut(tell: (returnTo: string) => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Tells the listeners that the session is over. */
export function announceSignedOut(): void {
  const { pathname, search, hash } = location;
  for (const tell of listeners) tell(pathname + search + hash);
}
