/** 个人习惯: small choices this browser keeps for its person (theme, density, columns). Never personal data of anybody. */
import { useCallback, useSyncExternalStore } from 'react';

const PREFIX = 'xueji:';
const listeners = new Set<() => void>();
// Values stay in memory too: where storage is closed by policy, a choice still holds until the page is left.
const values = new Map<string, string>();

function readText(key: string): string | undefined {
  if (values.has(key)) return values.get(key);
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What is kept under the key, or the fallback where nothing is or the kept text is not ours. */
export function remembered<T>(key: string, fallback: T): T {
  return parsed(readText(key), fallback);
}

/** Keeps a choice and tells everything that shows it. */
export function remember<T>(key: string, value: T): void {
  const text = JSON.stringify(value);
  values.set(key, text);
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    // Storage closed or full: the copy in memory serves.
  }
  for (const tell of listeners) tell();
}

/** A choice as state: the kept value and the act of changing it. All users of one key change together. */
export function useRemembered<T>(key: string, fallback: T): [value: T, change: (value: T) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => readText(key),
    () => undefined,
  );
  const change = useCallback((value: T) => remember(key, value), [key]);
  return [parsed(text, fallback), change];
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function parsed<T>(text: string | undefined, fallback: T): T {
  if (text === undefined) return fallback;
  try {
    return JSON.parse(text) as T;
  } catch {
    return fallback;
  }
}
