/** 法规页框: for everybody: whoever is signed in sees it inside the usual frame, a family under a plain head. */
import { LogIn } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useSessionQuery } from '../../../authorities/sessions/session-parts.tsx';
import { OfflineStrip } from '../../../web/parts/feedback/offline-strip.tsx';
import { PageBoundary } from '../../../web/parts/feedback/page-boundary.tsx';
import { StripPlace } from '../../../web/parts/feedback/strip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import './law-frame.css';

export interface LawFrameProps {
  /** The frame of signed-in pages, with its outlet. */
  signedIn: ReactNode;
}

/** The layout route of all pages of the law. */
export function LawFrame({ signedIn }: LawFrameProps): ReactNode {
  const { data: session, status } = useSessionQuery();
  if (status === 'pending') return null;
  return session ? signedIn : <OpenFrame />;
}

function OpenFrame(): ReactNode {
  const { pathname, search } = useLocation();
  const main = useRef<HTMLElement>(null);
  const arrived = useRef(pathname);
  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="law-frame">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="law-top">
        <Link className="law-brand" to="/law">
          <span className="law-mark" aria-hidden="true">
            籍
          </span>
          <b>学籍</b>
          <span className="law-brand-note">中小学生电子学籍系统</span>
        </Link>
        <Button icon={LogIn} tone="quiet" to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>
          登录
        </Button>
      </header>
      <main id="main" ref={main} className="law-main" tabIndex={-1}>
        <OfflineStrip />
        <PageBoundary resetOn={pathname}>
          <Outlet />
        </PageBoundary>
      </main>
      <StripPlace />
    </div>
  );
}
