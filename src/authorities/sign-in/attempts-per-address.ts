/** 登录限速: so many failed tries a minute from one network address, whatever names they try. */
import { isIPv6 } from 'node:net';
import { refuse } from '../../kernel/refusal.ts';

/** A school behind one address signs in well below it; a machine that tries names and passwords does not. */
export const MOST_TRIES = 60;
const WINDOW_MS = 60_000;
/** Addresses remembered before those whose minute is over are let go. */
const MOST_ADDRESSES = 10_000;

/** Counts in this process; each process of a cluster counts its own. */
export interface TriesPerAddress {
  /**
   * Counts a try before it is made, so that many at once do not slip through. Answers how to take it back once it was
   * none: the person proved who they are. Refuses TOO_MANY, with the seconds after which the address may try again.
   */
  count(address: string, now: Date): () => void;
}

/** Begins to count. */
export function makeTriesPerAddress(): TriesPerAddress {
  const windows = new Map<string, { tries: number; until: number }>();
  const windowOf = (address: string, now: number) => {
    if (windows.size >= MOST_ADDRESSES) for (const [key, { until }] of windows) if (until <= now) windows.delete(key);
    const key = networkOf(address);
    let window = windows.get(key);
    if (!window || window.until <= now) {
      window = { tries: 0, until: now + WINDOW_MS };
      windows.set(key, window);
    }
    return window;
  };
  return {
    count: (address, now) => {
      const window = windowOf(address, now.getTime());
      if (window.tries >= MOST_TRIES) {
        const seconds = Math.ceil((window.until - now.getTime()) / 1000);
        const facts = { what: '此网络地址一分钟内登录未成', limit: `${MOST_TRIES}次`, when: `${seconds}秒后` };
        throw refuse('TOO_MANY', facts).after(seconds);
      }
      window.tries++;
      return () => {
        window.tries--;
      };
    },
  };
}

/** Whoever has an IPv6 address has the 2^64 addresses beside it. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail.split(':').filter(Boolean);
  const whole = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind];
  return whole.slice(0, 4).join(':');
}
