/** 窄屏: whether the page is drawn on a phone. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 719.98px)';

/** True below the width at which tables have room. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);

function subscribe(tell: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
