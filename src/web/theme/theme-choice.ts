/** 明暗: light, dark, or as the system says. The choice is kept in this browser. */
import { useSyncExternalStore } from 'react';
import { remember, useRemembered } from '../parts/remembered.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'theme'; // public/theme.js reads the same key before the first paint
const WORDS: Record<ThemeChoice, string> = { system: '跟随系统', light: '浅色', dark: '深色' };

/** The three choices with the words a person sees, in the order they are offered. */
export const THEME_CHOICES = (Object.keys(WORDS) as ThemeChoice[]).map((choice) => ({ choice, words: WORDS[choice] }));

/** Keeps the choice and redraws the page in it. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  remember(KEY, choice);
}

/** The choice and whether the page is dark now, following the system while it decides. */
export function useTheme(): { choice: ThemeChoice; dark: boolean } {
  const [choice] = useRemembered<ThemeChoice>(KEY, 'system');
  const systemDark = useSyncExternalStore(watchSystem, () => systemQuery().matches);
  return { choice, dark: choice === 'system' ? systemDark : choice === 'dark' };
}

const systemQuery = () => matchMedia('(prefers-color-scheme: dark)');

function watchSystem(tell: () => void): () => void {
  const query = systemQuery();
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
