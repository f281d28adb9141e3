/** 页面: head and body of one page; a filling page takes the window's height and its pieces scroll by themselves. */
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import './page.css';

export interface PageProps {
  /** Take the window's height. */
  fill?: boolean | undefined;
  children: ReactNode;
}

/** Wraps everything a page draws. */
export function Page({ fill = false, children }: PageProps): ReactNode {
  return <div className={`page${fill ? ' is-filling' : ''}`}>{children}</div>;
}

export interface PageHeadProps {
  /** The way here, from the outside in: { to: '/cases', words: '异动办件' }. */
  trail?: readonly { to: string; words: string }[] | undefined;
  title: string;
  /** Also the name of the browser's tab; default the title. */
  tab?: string | undefined;
  /** StatusChip after the title. */
  chip?: ReactNode;
  /** Facts after the chip, quiet. */
  facts?: ReactNode;
  /** Acts and remarks at the right end. */
  side?: ReactNode;
}

/** The page's head with its h1. */
export function PageHead({ trail = [], title, tab = title, chip, facts, side }: PageHeadProps): ReactNode {
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  return (
    <header className="page-head">
      {trail.length > 0 && (
        <nav className="page-trail" aria-label="位置">
          {trail.map(({ to, words }) => (
            <Link key={to} to={to}>
              {words}
            </Link>
          ))}
        </nav>
      )}
      <h1>{title}</h1>
      {chip}
      {facts !== undefined && <div className="page-facts">{facts}</div>}
      {side !== undefined && <div className="page-side">{side}</div>}
    </header>
  );
}
