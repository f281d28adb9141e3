/** 法规页头: the four pages of the law beside each other. */
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { PageHead } from '../../../web/frame/page.tsx';

const PAGES = [
  { to: '/law/check', words: '办事预查' },
  { to: '/law/in-force', words: '本地规定' },
  { to: '/law/compare', words: '两地对照' },
  { to: '/law/texts', words: '法规文本' },
];

/** The head with the way to the other pages; `tab` names the browser's tab. */
export function LawHead({ tab, side }: { tab: string; side?: ReactNode }): ReactNode {
  return (
    <PageHead
      title="法规"
      tab={`${tab}，法规`}
      facts={
        <nav className="law-nav" aria-label="法规">
          {PAGES.map(({ to, words }) => (
            <NavLink key={to} to={to}>
              {words}
            </NavLink>
          ))}
        </nav>
      }
      side={side}
    />
  );
}
