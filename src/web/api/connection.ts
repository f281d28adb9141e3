/** 联网状态: whether the server can be reached, judged by the browser and by the calls themselves. */
import { useSyncExternalStore } from 'react';

let reached = true;
const listeners = new Set<() => void>();

/** A call got an answer, whatever it says. */
export function reportReached(): void {
  change(true);
}

/** A call got none. */
export function reportUnreachable(): void {
  change(false);
}

/** False while the browser is offline or the last call did not get through. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => reached && navigator.onLine);
}

function change(value: boolean): void {
  if (reached === value) return;
  reached = value;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  const back = () => {
    reached = true; // the cable is in again: believe it until a call says otherwise
    tell();
  };
  listeners.add(tell);
  addEventListener('online', back);
  addEventListener('offline', tell);
  return () => {
    listeners.delete(tell);
    removeEventListener('online', back);
    removeEventListener('offline', tell);
  };
}
