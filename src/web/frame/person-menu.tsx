/** 本人: name and office, the look of the page, leaving. */
import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, type MenuItem } from '../parts/floating/menu.tsx';
import { chooseTheme, THEME_CHOICES, type ThemeChoice, useTheme } from '../theme/theme-choice.ts';

export interface PersonMenuProps {
  name: string;
  /** 学籍管理员 */
  office?: string | undefined;
  /** Own entries above the look: 我的账号, 换岗位. */
  items?: readonly MenuItem[] | undefined;
  onSignOut: () => void;
}

const ICONS: Record<ThemeChoice, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

/** The menu at the right end of the top bar. */
export function PersonMenu({ name, office, items = [], onSignOut }: PersonMenuProps): ReactNode {
  const { choice } = useTheme();
  const looks = THEME_CHOICES.map((one, at) => ({
    key: one.choice,
    words: one.words,
    icon: ICONS[one.choice],
    chosen: one.choice === choice,
    apart: at === 0 && items.length > 0,
    onPress: () => chooseTheme(one.choice),
  }));
  return (
    <Menu
      tone="quiet"
      align="end"
      items={[...items, ...looks, { key: 'leave', words: '退出', icon: LogOut, apart: true, onPress: onSignOut }]}
    >
      <span className="person">
        <span>{name}</span>
        {office !== undefined && <span className="person-office">{office}</span>}
      </span>
    </Menu>
  );
}
