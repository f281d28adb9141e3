/** 等候: what to show while something is on its way, by how long it has been. */
import { useEffect, useState } from 'react';

/** quiet: nothing yet; dim: keep the old and dim it; skeleton: draw the rows that will come. */
export type Waiting = 'quiet' | 'dim' | 'skeleton';

const DIM_AFTER_MS = 100;
const SKELETON_AFTER_MS = 1_000;

/** Under 100 ms nothing, up to one second the old content dimmed, then a skeleton. */
export function useWaiting(waiting: boolean): Waiting {
  const [phase, setPhase] = useState<Waiting>('quiet');
  useEffect(() => {
    if (!waiting) return;
    const timers = [
      setTimeout(() => setPhase('dim'), DIM_AFTER_MS),
      setTimeout(() => setPhase('skeleton'), SKELETON_AFTER_MS),
    ];
    return () => {
      for (const timer of timers) clearTimeout(timer);
      setPhase('quiet');
    };
  }, [waiting]);
  return waiting ? phase : 'quiet';
}
