/** 页框: top bar, side menu, place for the page; one for everybody who works here every day. */
import { Menu as MenuIcon } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { OfflineStrip } from '../parts/feedback/offline-strip.tsx';
import { PageBoundary } from '../parts/feedback/page-boundary.tsx';
import { StripPlace } from '../parts/feedback/strip.tsx';
import { Dialog } from '../parts/floating/dialog.tsx';
import { Tag } from '../parts/state/tag.tsx';
import { IconButton } from '../parts/surface/button.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { type NavGroup, SideNav } from './side-nav.tsx';
import './frame.css';

export interface FrameProps {
  /** One character for the mark, and the product's name. */
  brand: { mark: string; words: string };
  /** The side menu. */
  groups: readonly NavGroup[];
  /** A SearchBox. */
  search?: ReactNode;
  /** The installation holds made-up children only, and says so on every page. */
  demo?: boolean | undefined;
  /** Place the person acts for. */
  place?: ReactNode;
  /** 2026—2027学年第一学期 */
  schoolYear?: string | undefined;
  /** 9月17日周四 */
  day?: string | undefined;
  /** Between the facts and the person: a bell. */
  bell?: ReactNode;
  /** A PersonMenu. */
  person?: ReactNode;
  /** Changes kept on this machine while the line is down. */
  kept?: number | undefined;
  children: ReactNode;
}

/** Everything around a page. */
export function Frame(props: FrameProps): ReactNode {
  const { brand, groups, search, demo = false, place, schoolYear, day, bell, person, kept, children } = props;
  const { pathname } = useLocation();
  const [menu, setMenu] = useState(false);
  const main = useRef<HTMLElement>(null);
  const arrived = useRef(pathname);
  useEffect(() => {
    setMenu(false);
    if (arrived.current === pathname) return;
    // A new page: readers begin at its head, not at the link that was pressed.
    arrived.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="frame-top">
        <span className="frame-menu">
          <IconButton icon={MenuIcon} label="菜单" onPress={() => setMenu(true)} />
        </span>
        <span className="brand">
          <span className="brand-mark" aria-hidden="true">
            {brand.mark}
          </span>
          <b>{brand.words}</b>
        </span>
        {demo && <Tag>演示数据</Tag>}
        <div className="frame-search">{search}</div>
        <div className="frame-facts">
          {place !== undefined && <span className="frame-place">{place}</span>}
          {schoolYear !== undefined && <span className="frame-year">{schoolYear}</span>}
          {day !== undefined && <span className="frame-day">{day}</span>}
        </div>
        {bell}
        {person}
        <KeyboardHelp />
      </header>
      <div className="frame-side">
        <SideNav groups={groups} />
      </div>
      <main id="main" ref={main} className="frame-main" tabIndex={-1}>
        <OfflineStrip kept={kept} />
        <PageBoundary resetOn={pathname}>{children}</PageBoundary>
      </main>
      <StripPlace />
      <Dialog open={menu} onClose={() => setMenu(false)} title={brand.words} side>
        <SideNav groups={groups} />
        <div className="menu-facts">
          <span className="frame-place">{place}</span>
          <span>{schoolYear}</span>
          <span>{day}</span>
        </div>
      </Dialog>
    </div>
  );
}
