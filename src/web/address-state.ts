/** 地址里的筛选: filters, order and page live in the address, so that a link can be sent and the back button works. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a page keeps in the address: names with their values where the address says nothing. */
export type AddressDefaults = Readonly<Record<string, string | readonly string[]>>;

/** Texts stay texts, lists stay lists. */
export type AddressState<D extends AddressDefaults> = {
  [K in keyof D]: D[K] extends string ? string : readonly string[];
};

/** The name under which the place in a keyset-paged list is kept: any other change goes back to the first page. */
export const PLACE_IN_LIST = 'after';

/**
 * The page's state as the address has it, and the act of changing part of it.
 * `const [filter, setFilter] = useAddressState({ name: '', grade: [], order: 'number', after: '' })`
 * A change makes a step the back button can undo, unless `replace` (typing in a search box).
 */
export function useAddressState<D extends AddressDefaults>(
  defaults: D,
): [state: AddressState<D>, change: (part: Partial<AddressState<D>>, replace?: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  // Callers write the defaults in place: the text tells whether they are still the same.
  const key = JSON.stringify(defaults);
  const held = useMemo(() => JSON.parse(key) as D, [key]);
  const state = useMemo(() => readAddress(search, held), [search, held]);
  const change = useCallback(
    (part: Partial<AddressState<D>>, replace = false) =>
      setSearch((before) => writeAddress(before, held, part), { replace, preventScrollReset: true }),
    [setSearch, held],
  );
  return [state, change];
}

/** Reads the named values out of a search part. */
export function readAddress<D extends AddressDefaults>(search: URLSearchParams, defaults: D): AddressState<D> {
  const entries = Object.entries(defaults).map(([name, fallback]) => {
    if (!search.has(name)) return [name, fallback];
    return [name, typeof fallback === 'string' ? search.get(name) : search.getAll(name).filter((one) => one !== '')];
  });
  return Object.fromEntries(entries) as AddressState<D>;
}

/** The search part after a change; values equal to their default leave it, foreign names stay. */
export function writeAddress<D extends AddressDefaults>(
  search: URLSearchParams,
  defaults: D,
  part: Partial<AddressState<D>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (!(PLACE_IN_LIST in part)) next.delete(PLACE_IN_LIST);
  for (const [name, value] of Object.entries(part)) {
    next.delete(name);
    if (value === undefined || String(value) === String(defaults[name] ?? '')) continue;
    if (typeof value === 'string') next.set(name, value);
    // A list emptied against a non-empty default must say so, or the default would come back.
    else for (const one of value.length === 0 ? [''] : value) next.append(name, one);
  }
  return next;
}
