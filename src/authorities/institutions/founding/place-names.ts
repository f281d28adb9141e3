/** 区划名称: what a place is called at its own level, out of the full names that GB/T 2260 gives. */
import { chainOf, NATION } from '../../../kernel/place-codes.ts';

/** The full name of a code from the province down: 河南省许昌市长葛市; undefined where there is no such place. */
export type PlaceNames = (code: string) => string | undefined;

/** 411082 → 长葛市, 411000 → 许昌市. The districts of a municipality hang under a city level without a name. */
export function ownNameOf(names: PlaceNames, code: string): string | undefined {
  if (code === NATION) return '全国';
  const full = names(code);
  if (full === undefined) return undefined;
  const above = chainOf(code)
    .slice(1, -1)
    .map(names)
    .findLast((name) => name !== undefined && full.startsWith(name));
  return full.slice(above?.length ?? 0) || '市辖区';
}

/** What an education department is usually called at its level: 河南省教育厅, 北京市教育委员会, 许昌市教育局. */
export function usualAuthorityName(names: PlaceNames, code: string): string {
  if (code === NATION) return '教育部';
  const own = ownNameOf(names, code) ?? code;
  if (!code.endsWith('0000')) return `${own === '市辖区' ? (names(code) ?? '') + own : own}教育局`;
  return own.endsWith('市') ? `${own}教育委员会` : `${own}教育厅`;
}
