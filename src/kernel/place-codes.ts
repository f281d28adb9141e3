/** 行政区划代码与管理路径: GB/T 2260 codes, and the path that every scope check compares. */

export type PlaceLevel = 'NATION' | 'PROVINCE' | 'CITY' | 'COUNTY';

/** The code of the whole nation in this product; GB/T 2260 itself starts at the provinces. */
export const NATION = '000000';

/** The level that a six-digit place code stands for: 410000 province, 411000 city, 411082 county. */
export function levelOf(code: string): PlaceLevel {
  if (code === NATION) return 'NATION';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'CITY' : 'COUNTY';
}

/** The codes from the nation down to the place itself: 411082 → 000000, 410000, 411000, 411082. */
export function chainOf(code: string): string[] {
  const chain = [NATION, `${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  return chain.slice(0, ['NATION', 'PROVINCE', 'CITY', 'COUNTY'].indexOf(levelOf(code)) + 1);
}

/**
 * The path of a place: one segment a level, each closed by a slash, the nation the empty path (411082 → `41/10/82/`).
 * A place holds everything whose path begins with its own.
 */
export function pathOf(code: string): string {
  const level = levelOf(code);
  if (level === 'NATION') return '';
  const segments = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)];
  return `${segments.slice(0, level === 'PROVINCE' ? 1 : level === 'CITY' ? 2 : 3).join('/')}/`;
}

/** The half-open text range `[lo, hi)` of all paths inside a path; `~` sorts after every character paths are made of. */
export function rangeOf(path: string): { lo: string; hi: string } {
  return { lo: path, hi: `${path}~` };
}

/** Does `outer` hold `inner` (or equal it)? */
export function holds(outer: string, inner: string): boolean {
  return inner.startsWith(outer);
}
