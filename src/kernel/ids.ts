/** 标识: identifiers made by the application, ordered by time (RFC 9562 UUID version 7). */
import { randomBytes } from 'node:crypto';

/** Makes one identifier. Passed in wherever ids are made, so that tests can know them. */
export type NewId = () => string;

let lastMillisecond = 0;
let sequence = 0;
let pool = Buffer.alloc(0);
let poolAt = 0;

/** A UUIDv7; within one process later ids sort after earlier ones, also inside the same millisecond. */
export const newId: NewId = () => {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMillisecond++;
    sequence = 0;
  }
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const tail = nextRandom(8);
  tail[0] = (tail[0]! & 0x3f) | 0x80;
  const rest = tail.toString('hex');
  const order = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${rest.slice(0, 4)}-${rest.slice(4)}`;
};

function nextRandom(size: number): Buffer {
  if (poolAt + size > pool.length) {
    pool = randomBytes(4096);
    poolAt = 0;
  }
  poolAt += size;
  return Buffer.from(pool.subarray(poolAt - size, poolAt));
}
