/** 计量: time, memory and percentiles, and the table in which they are told. */
import { performance } from 'node:perf_hooks';

/** Seconds that the work took, with its result. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const from = performance.now();
  const result = await work();
  return { seconds: (performance.now() - from) / 1000, result };
}

export interface Latencies {
  p50: number;
  p95: number;
}

/**
 * Milliseconds of `times` calls of each kind, in turns, after a tenth as many that do not count: whatever else the
 * machine does meanwhile then strikes all kinds alike, and they can be compared.
 */
export async function latencies(
  times: number,
  calls: readonly ((turn: number) => Promise<unknown>)[],
): Promise<Latencies[]> {
  const taken = calls.map((): number[] => []);
  for (let turn = -Math.ceil(times / 10); turn < times; turn++) {
    for (const [kind, call] of calls.entries()) {
      const from = performance.now();
      await call(Math.abs(turn));
      if (turn >= 0) taken[kind]!.push(performance.now() - from);
    }
  }
  return taken.map((all) => {
    all.sort((a, b) => a - b);
    const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]!;
    return { p50: at(0.5), p95: at(0.95) };
  });
}

export interface Line {
  what: string;
  measured: string;
  ceiling: string;
  ratio: string;
  aim: string;
}

/** Prints what was measured beside its ceiling of the same run. */
export function tell(lines: readonly Line[]): void {
  console.log('| what | measured | ceiling of the same run | ratio | aim |');
  console.log('|---|---|---|---|---|');
  for (const { what, measured, ceiling, ratio, aim } of lines) {
    console.log(`| ${what} | ${measured} | ${ceiling} | ${ratio} | ${aim} |`);
  }
}

/** 1.7 s, 230 ms. */
export const seconds = (value: number): string =>
  value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(1)} s`;
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
