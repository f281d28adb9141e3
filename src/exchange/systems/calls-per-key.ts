/** 对接调用限速: so many calls a minute with one key; whoever asks more waits until the minute is over. */
import { refuse } from '../../kernel/refusal.ts';

/** A follower that asks every two seconds, and twice as often while it catches up, stays well below it. */
export const MOST_CALLS = 120;
const WINDOW_MS = 60_000;
/** Keys remembered before those whose minute is over are let go. */
const MOST_KEYS = 1_000;

/** Counts in this process; each process of a cluster counts its own. */
export interface CallsPerKey {
  /** Counts a call with a key that is good. Refuses TOO_MANY, with the seconds after which it may call again. */
  count(key: string, now: Date): void;
}

/** Begins to count. */
export function makeCallsPerKey(): CallsPerKey {
  const windows = new Map<string, { calls: number; until: number }>();
  return {
    count: (key, at) => {
      const now = at.getTime();
      if (windows.size >= MOST_KEYS) for (const [one, { until }] of windows) if (until <= now) windows.delete(one);
      const known = windows.get(key);
      const window = known && known.until > now ? known : { calls: 0, until: now + WINDOW_MS };
      if (window.calls >= MOST_CALLS) {
        const seconds = Math.ceil((window.until - now) / 1000);
        const facts = {
          what: '此密钥一分钟内的调用',
          limit: `${MOST_CALLS}次`,
          when: `${seconds}秒后从原游标重试，勿在此前`,
        };
        throw refuse('TOO_MANY', facts).after(seconds);
      }
      window.calls++;
      windows.set(key, window);
    },
  };
}
