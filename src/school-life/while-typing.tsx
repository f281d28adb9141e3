/** 录入时: what every screen for entering a class group shares: room for a whole table, and a warning before typing is lost. */
import { useEffect, useSyncExternalStore } from 'react';

const WIDE = '(min-width: 900px)';

/** Is there room for more than one column of entries? */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = matchMedia(WIDE);
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => matchMedia(WIDE).matches,
  );
}

/** The browser asks before what was entered is lost. */
export function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);
}
