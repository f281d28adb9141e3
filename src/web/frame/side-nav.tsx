/** 侧栏: icon, word and count; never pictures alone. The pages of the field of work one is in stand below it. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';

export interface NavPage {
  to: string;
  words: string;
  /** What waits there; nothing where it is 0. Above 999 it reads 999+. */
  count?: number | undefined;
}

export interface NavItem {
  words: string;
  icon: LucideIcon;
  /** At least one; the entry leads to the first. */
  pages: readonly NavPage[];
}

/** Items that belong together, a line between groups. */
export interface NavGroup {
  key: string;
  items: readonly NavItem[];
}

/** The list of places to go. */
export function SideNav({ groups }: { groups: readonly NavGroup[] }): ReactNode {
  const { pathname } = useLocation();
  const here = placeOf(
    pathname,
    groups.flatMap(({ items }) => items.flatMap(({ pages }) => pages)),
  );
  return (
    <nav className="side-nav" aria-label="主菜单">
      {groups.map((group) => (
        <ul key={group.key}>
          {group.items.map((item) => (
            <Entry key={item.words} item={item} here={here} />
          ))}
        </ul>
      ))}
    </nav>
  );
}

function Entry({ item: { words, icon: Icon, pages }, here }: { item: NavItem; here: string | undefined }): ReactNode {
  const [first] = pages;
  if (!first) return null;
  const inside = pages.some(({ to }) => to === here);
  const alone = pages.length === 1;
  const count = pages.reduce((sum, page) => sum + (page.count ?? 0), 0);
  return (
    <li>
      <Link
        className={`side-link${inside ? (alone ? ' active' : ' inside') : ''}`}
        to={first.to}
        aria-current={inside && alone ? 'page' : undefined}
      >
        <Icon size={14} aria-hidden />
        <span className="side-words">{words}</span>
        {!(inside && !alone) && <Count count={count} />}
      </Link>
      {inside && !alone && (
        <ul className="side-pages" aria-label={words}>
          {pages.map((page) => (
            <li key={page.to}>
              <Link
                className={`side-link${page.to === here ? ' active' : ''}`}
                to={page.to}
                aria-current={page.to === here ? 'page' : undefined}
              >
                <span className="side-words">{page.words}</span>
                <Count count={page.count ?? 0} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const Count = ({ count }: { count: number }): ReactNode =>
  count > 0 && <span className="side-count">{count > 999 ? '999+' : count}</span>;

/** The page of the menu that an address lies under: the longest that fits, so that /a/b is not taken for /a. */
function placeOf(pathname: string, pages: readonly NavPage[]): string | undefined {
  return pages
    .map(({ to }) => to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
