/** 在场: whether somebody is at the screen. Pages renew themselves only then, or a session would never end for idleness. */
import { useSyncExternalStore } from 'react';

/** Without a key, a press or a movement for so long, nobody is taken to be there. */
const AWAY_AFTER_MS = 5 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

let present = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** How often to renew: `everyMs` while somebody is there, never while nobody is. For `refetchInterval`. */
export function useRenewal(everyMs: number): number | false {
  return useSyncExternalStore(subscribe, () => present) ? everyMs : false;
}

function subscribe(tell: () => void): () => void {
  if (listeners.size === 0) {
    for (const sign of SIGNS) addEventListener(sign, onSign, { passive: true });
    onSign();
  }
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
    if (listeners.size > 0) return;
    for (const sign of SIGNS) removeEventListener(sign, onSign);
    clearTimeout(timer);
  };
}

function onSign(): void {
  clearTimeout(timer);
  timer = setTimeout(() => change(false), AWAY_AFTER_MS);
  change(true);
}

function change(next: boolean): void {
  if (present === next) return;
  present = next;
  for (const tell of listeners) tell();
}
