/** 侧栏: icon, word and count; never pictures alone. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';

export interface NavItem {
  to: string;
  words: string;
  icon: LucideIcon;
  /** What waits there; nothing where it is 0. Above 999 it reads 999+. */
  count?: number | undefined;
}

/** Items that belong together, a line between groups. */
export interface NavGroup {
  key: string;
  items: readonly NavItem[];
}

/** The list of places to go. */
export function SideNav({ groups }: { groups: readonly NavGroup[] }): ReactNode {
  return (
    <nav className="side-nav" aria-label="主菜单">
      {groups.map((group) => (
        <ul key={group.key}>
          {group.items.map(({ to, words, icon: Icon, count = 0 }) => (
            <li key={to}>
              <NavLink className="side-link" to={to}>
                <Icon size={14} aria-hidden />
                <span className="side-words">{words}</span>
                {count > 0 && <span className="side-count">{count > 999 ? '999+' : count}</span>}
              </NavLink>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
