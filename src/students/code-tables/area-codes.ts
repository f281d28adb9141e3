/** 行政区划代码: the place codes of GB/T 2260 in force and abolished, and the place that a piece of text begins with. */
import data from './area-codes.json' with { type: 'json' };

/** Abolished codes live on in identity numbers issued before; a code in neither list is unknown, which proves nothing. */
export type AreaStanding = 'CURRENT' | 'ABOLISHED' | 'UNKNOWN';

const current = namesByCode(data.current);
const abolished = namesByCode(data.abolished);

/** 新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县 and its like. */
const LONGEST_NAME = 32;
/** Built at first use: about 18,000 ways to write 3,200 places. */
let spellings: Map<string, string | string[]> | undefined;

/** Whether a six-digit code is in force, abolished or unknown. */
export function standingOfArea(code: string): AreaStanding {
  if (current.has(code)) return 'CURRENT';
  return abolished.has(code) ? 'ABOLISHED' : 'UNKNOWN';
}

/** The full name from the province down, of a six- or twelve-digit code: 411082 → 河南省许昌市长葛市. */
export function nameOfArea(code: string): string | undefined {
  const county = code.slice(0, 6);
  const old = abolished.get(county);
  if (old !== undefined) return (current.get(`${county.slice(0, 2)}0000`) ?? '') + old;
  return current.has(county) ? [...new Set(namesDown(county))].join('') : undefined;
}

/** All six-digit codes in force, in order. */
export function listAreaCodes(): string[] {
  return [...current.keys()];
}

/**
 * The place a text begins with, and what follows it: 河南省长葛市和尚桥镇 → 411082 and 和尚桥镇. The province or the city
 * may be left out. Several places of one name are told apart by `near`, the code of the place that asks; where that does
 * not help, all of them are returned. Undefined where the text begins with no known place.
 */
export function leadingArea(text: string, near = ''): { codes: string[]; rest: string } | undefined {
  spellings ??= buildSpellings();
  for (let length = Math.min(text.length, LONGEST_NAME); length >= 2; length--) {
    const found = spellings.get(text.slice(0, length));
    if (found !== undefined) return { codes: nearest(found, near), rest: text.slice(length) };
  }
  return undefined;
}

function nearest(found: string | string[], near: string): string[] {
  if (typeof found === 'string') return [found];
  for (const digits of [6, 4, 2]) {
    const same = found.filter((code) => near.length >= digits && code.startsWith(near.slice(0, digits)));
    if (same.length === 1) return same;
  }
  return found;
}

/** Province, city and county names of a code, as far down as it goes. */
function namesDown(code: string): string[] {
  const names = [current.get(`${code.slice(0, 2)}0000`), current.get(`${code.slice(0, 4)}00`), current.get(code)];
  return names.filter((name) => name !== undefined);
}

function buildSpellings(): Map<string, string | string[]> {
  const map = new Map<string, string | string[]>();
  const add = (text: string, code: string): void => {
    const known = map.get(text);
    map.set(text, known === undefined ? code : [...new Set([known, code].flat())]);
  };
  for (const [code, own] of current) {
    const [province = '', ...below] = new Set(namesDown(code));
    const short = shortProvince(province);
    if (code.endsWith('0000')) for (const text of [province, short]) add(text, code);
    const cities = below.length > 1 ? ['', below[0] ?? ''] : [''];
    if (below.length > 0)
      for (const upper of ['', province, short]) for (const city of cities) add(upper + city + own, code);
  }
  for (const code of abolished.keys()) {
    const name = nameOfArea(code) ?? '';
    if (!map.has(name)) map.set(name, code);
  }
  return map;
}

function shortProvince(name: string): string {
  return name.replace(/(?:省|市|特别行政区|(?:维吾尔|回族|壮族)?自治区)$/, '');
}

function namesByCode(lines: Record<string, string>): Map<string, string> {
  const entries = Object.entries(lines).flatMap(([province, line]) =>
    line.split(' ').map((entry): [string, string] => [province + entry.slice(0, 4), entry.slice(4)]),
  );
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
