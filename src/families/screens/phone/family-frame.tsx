/** 家长端页框: one thing a screen; whoever has been away too long is led back to the check. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { Navigate, Outlet, useNavigate } from 'react-router';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { ApiProblem, api, onSignedOut, setCsrfToken } from '../../../web/api-client.ts';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import type { FamilySession } from '../../entering/entering.api.ts';
import './family.css';

const SESSION = ['family', 'session'];
const Session = createContext<FamilySession | undefined>(undefined);

/** Where somebody goes who must open the link of the school again. */
export const ENTER = '/family/enter';

/** The guardian and the child. */
export function useFamily(): FamilySession & { day: CivilDate } {
  const session = useContext(Session);
  if (!session) throw new Error('a page of the family stands outside its frame');
  return { ...session, day: civilDate(session.today) };
}

/** The layout route of all pages behind the check. */
export function Component(): ReactNode {
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: SESSION,
    queryFn: async ({ signal }) => {
      const session = await api.get<FamilySession>('/family/session', { signal, expectSignedOut: true });
      setCsrfToken(session.csrfToken);
      return session;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => onSignedOut(() => void navigate(ENTER, { replace: true })), [navigate]);
  if (query.error instanceof ApiProblem && query.error.status === 401) return <Navigate to={ENTER} replace />;
  if (query.error) {
    return (
      <PlainFrame title="学籍">
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      </PlainFrame>
    );
  }
  if (!query.data) return <Skeleton rows={8} />;
  return (
    <Session value={query.data}>
      <Outlet />
    </Session>
  );
}

/** Keeps the session that the check opened, so that it need not be asked for. */
export function useBegun(): (session: FamilySession) => void {
  const client = useQueryClient();
  return (session) => {
    client.clear();
    setCsrfToken(session.csrfToken);
    client.setQueryData(SESSION, session);
  };
}

/** Ends it. */
export function useLeaving(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await api.delete('/family/session').catch(() => undefined);
    client.clear();
    setCsrfToken(undefined);
    void navigate(ENTER, { replace: true });
  };
}

/** A page of its own under the first one. */
export function FamilyPage({
  title,
  acts,
  children,
}: {
  title: string;
  acts?: ReactNode;
  children: ReactNode;
}): ReactNode {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <PlainFrame title={title} back="/family" acts={acts}>
      {children}
    </PlainFrame>
  );
}
