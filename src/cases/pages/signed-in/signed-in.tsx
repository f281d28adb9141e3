/** 登录后: the frame around every page of a signed-in person: who, where, when, what waits. */
import { KeyRound, type LucideIcon, Network } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import type { Session } from '../../../authorities/sessions/session.api.ts';
import {
  SessionProvider,
  useReplaceSession,
  useSession,
  useSessionQuery,
} from '../../../authorities/sessions/session-parts.tsx';
import { ApiProblem, api, onSignedOut } from '../../../web/api-client.ts';
import { weekdayWords } from '../../../web/format.ts';
import { Frame } from '../../../web/frame/frame.tsx';
import { PersonMenu } from '../../../web/frame/person-menu.tsx';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import type { NavGroup } from '../../../web/frame/side-nav.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { useToday, useWorkbench } from '../case-queries.tsx';
import { countsOf } from './menu-counts.screen.ts';
import { StudentSearch } from './student-search.tsx';

/** One page of the side menu. */
export interface MenuPage {
  to: string;
  words: string;
  /** The operation without which the page is of no use to the person: `GET /api/accounts`. */
  needs?: string;
  /** What waits there: all that is mine, or my cases of one kind. */
  counts?: 'ALL' | { kind: string };
}

/** One field of work in the side menu, with its pages. */
export interface MenuSection {
  words: string;
  icon: LucideIcon;
  pages: readonly MenuPage[];
}

/** Addresses of the pages that other parts of the product bring; absent while there is no such page. */
export interface Ways {
  /** Takes the address to come back to as `?to=`. */
  signIn: string;
  password?: string;
  /** Where somebody must first give a code, change the password or set up the second factor; takes `?to=` as well. */
  setUp?: string;
  /** The list of students, for the search box. */
  students?: string;
}

export interface SignedInProps {
  /** The side menu in its groups. */
  menu: readonly (readonly MenuSection[])[];
  ways: Ways;
  /** In the top bar, beside the person. */
  bell?: ReactNode;
}

/** The layout route of all signed-in pages. Whoever is not signed in goes to the sign-in page and comes back. */
export function SignedIn({ menu, ways, bell }: SignedInProps): ReactNode {
  const navigate = useNavigate();
  const replaceSession = useReplaceSession();
  useEffect(
    () =>
      onSignedOut((returnTo) => {
        replaceSession(undefined);
        navigate(`${ways.signIn}?to=${encodeURIComponent(returnTo)}`, { replace: true });
      }),
    [navigate, replaceSession, ways.signIn],
  );
  const { data: session, error, refetch } = useSessionQuery();
  const mustSetUp = session && (session.mustGiveCode || session.mustChangePassword || session.mustSetUpTotp);
  const setUpAt = mustSetUp ? ways.setUp : undefined;
  const { pathname, search } = useLocation();
  const here = pathname + search;
  useEffect(() => {
    if (setUpAt !== undefined) navigate(`${setUpAt}?to=${encodeURIComponent(here)}`, { replace: true });
  }, [setUpAt, here, navigate]);

  if (session && setUpAt === undefined) {
    return (
      <SessionProvider session={session}>
        <Framed menu={menu} ways={ways} bell={bell} />
      </SessionProvider>
    );
  }
  if (!error || (error instanceof ApiProblem && error.status === 401)) return null;
  return (
    <PlainFrame>
      <ErrorState problem={error} onRetry={() => void refetch()} />
    </PlainFrame>
  );
}

function Framed({ menu, ways, bell }: SignedInProps): ReactNode {
  const session = useSession();
  const navigate = useNavigate();
  const replaceSession = useReplaceSession();
  const today = useToday();
  const signOut = async () => {
    await api.delete('/session').catch(() => undefined); // the session may be over already
    replaceSession(undefined);
    navigate(ways.signIn);
  };
  const { institution } = session;
  return (
    <Frame
      brand={{ mark: '籍', words: '学籍' }}
      demo={session.demo}
      groups={useGroups(menu, session)}
      search={
        ways.students !== undefined && mayCall(session, 'GET /api/students') && <StudentSearch listAt={ways.students} />
      }
      place={
        <>
          <Network size={13} aria-hidden />
          {institution.name}
        </>
      }
      schoolYear={session.termWords}
      day={weekdayWords(today)}
      bell={bell}
      person={
        <PersonMenu
          name={session.personName}
          office={session.roleWords}
          items={
            ways.password === undefined || session.signsInElsewhere
              ? []
              : [{ key: 'password', words: '修改密码', icon: KeyRound, to: ways.password }]
          }
          onSignOut={() => void signOut()}
        />
      }
    >
      <Outlet />
    </Frame>
  );
}

/** The menu as this person may use it, with what waits behind each place. */
function useGroups(menu: SignedInProps['menu'], session: Session): NavGroup[] {
  const { data } = useWorkbench();
  const countFor = countsOf(data?.mine);
  const mayUse = ({ needs }: MenuPage) => needs === undefined || mayCall(session, needs);
  return menu
    .map((sections) =>
      sections.flatMap(({ words, icon, pages }) => {
        const usable = pages.filter(mayUse);
        const items = usable.map((page) => ({ ...page, count: page.counts && countFor(page.counts) }));
        return usable.length > 0 ? [{ words, icon, pages: items }] : [];
      }),
    )
    .filter((items) => items.length > 0)
    .map((items) => ({ key: items.map(({ words }) => words).join(), items }));
}

const mayCall = ({ capabilities }: Session, operation: string): boolean => capabilities.includes(operation);
