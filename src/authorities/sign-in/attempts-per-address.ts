/** 限速: so many tries in a while from one network address, whatever they try: failed sign-ins, wrong codes. */
import { isIPv6 } from 'node:net';
import { refuse } from '../../kernel/refusal.ts';

/** A school behind one address signs in well below it; a machine that tries names and passwords does not. */
export const MOST_TRIES = 60;
const SIGN_INS: Measure = { most: MOST_TRIES, windowMs: 60_000, what: '此网络地址一分钟内登录未成' };
/** Addresses remembered before those whose minute is over are let go. */
const MOST_ADDRESSES = 10_000;

/** How many tries an address has in a window; `what` says in words whose measure is full. */
export interface Measure {
  most: number;
  windowMs: number;
  what: string;
}

/** Counts in this process; each process of a cluster counts its own. */
export interface TriesPerAddress {
  /**
   * Counts a try before it is made, so that many at once do not slip through. Answers how to take it back once it was
   * none: the person proved who they are. Refuses TOO_MANY, with the seconds after which the address may try again.
   */
  count(address: string, now: Date): () => void;
}

/** Begins to count, failed sign-ins where nothing else is said. */
export function makeTriesPerAddress({ most, windowMs, what }: Measure = SIGN_INS): TriesPerAddress {
  const windows = new Map<string, { tries: number; until: number }>();
  const windowOf = (address: string, now: number) => {
    if (windows.size >= MOST_ADDRESSES) for (const [key, { until }] of windows) if (until <= now) windows.delete(key);
    const key = networkOf(address);
    let window = windows.get(key);
    if (!window || window.until <= now) {
      window = { tries: 0, until: now + windowMs };
      windows.set(key, window);
    }
    return window;
  };
  return {
    count: (address, now) => {
      const window = windowOf(address, now.getTime());
      if (window.tries >= most) {
        const seconds = Math.ceil((window.until - now.getTime()) / 1000);
        const when = seconds > 120 ? `${Math.ceil(seconds / 60)}分钟后` : `${seconds}秒后`;
        throw refuse('TOO_MANY', { what, limit: `${most}次`, when }).after(seconds);
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
