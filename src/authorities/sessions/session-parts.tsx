/** 本人: who is signed in: loaded once for all pages, and what a page may offer this person. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback } from 'react';
import { api, setCsrfToken } from '../../web/api-client.ts';
import { forgetDraftsOfOthers, setDraftKey } from '../../web/kept-drafts.ts';
import type { Session } from './session.api.ts';

const KEY = ['session'];
const SessionContext = createContext<Session | undefined>(undefined);

/** Asks who is signed in; the answer stays until the person signs in or out. A 401 is announced to `onSignedOut`. */
export function useSessionQuery(): UseQueryResult<Session> {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => kept(await api.get<Session>('/session', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Puts the session under everything that is drawn for a signed-in person. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }): ReactNode {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The person in front of the page. Only under SessionProvider: every page inside the signed-in frame. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('no session: this part belongs inside the signed-in frame');
  return session;
}

/** May this person call the operation, as `POST /api/accounts`? The server's own declarations answer. */
export function useMayCall(): (operation: string) => boolean {
  const { capabilities } = useSession();
  return (operation) => capabilities.includes(operation);
}

/**
 * What follows a sign-in (or a set-up step) that answered with a session, and, with undefined, a sign-out: everything
 * that was shown to the person before is forgotten.
 */
export function useReplaceSession(): (session: Session | undefined) => void {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      client.clear();
      forgetDraftsOfOthers(session?.accountId);
      if (session) client.setQueryData(KEY, kept(session));
      else forgetKeys();
    },
    [client],
  );
}

function kept(session: Session): Session {
  setCsrfToken(session.csrfToken);
  setDraftKey(session.draftKey);
  return session;
}

function forgetKeys(): void {
  setCsrfToken(undefined);
  setDraftKey(undefined);
}
