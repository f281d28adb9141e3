/** 随机种子: a stream of chance that anybody can run again: the same seed gives the same numbers on every machine. Pure. */
import { createHash } from 'node:crypto';
import type { CivilDate } from '../../../kernel/civil-date.ts';

/** Gives a number from 0 up to, not with, a bound. */
export type Chance = (bound: number) => number;

const WORDS = 4;
const RANGE = 2 ** 32;

/** 20260828-7F3A9C: the day of the draw and six characters of chance, short enough to be read out in the hall. */
export function seedOf(day: CivilDate, bytes: Uint8Array): string {
  const tail = [...bytes.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${day.replaceAll('-', '')}-${tail.toUpperCase()}`;
}

/** The stream of a seed: sfc32 over the seed's SHA-256, so that seeds that differ in one letter have nothing in common. */
export function chanceOf(seed: string): Chance {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c, d] = Array.from({ length: WORDS }, (_, at) => digest.readUInt32LE(at * WORDS)) as [
    number,
    number,
    number,
    number,
  ];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let turn = 0; turn < 12; turn++) next();
  return (bound) => Math.floor((next() / RANGE) * bound);
}

/** The same things in an order of chance (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], chance: Chance): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = chance(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
