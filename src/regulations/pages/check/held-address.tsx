/** 网址随填: the form holds what is typed, the address follows: it comes a moment later, and a quick hand would lose keys. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

export type ChangeAddress = (make: (before: URLSearchParams) => URLSearchParams) => void;

/** The search part as the form has it now, and the act of changing it; a change is no step of the back button. */
export function useHeldAddress(): [URLSearchParams, ChangeAddress] {
  const [search, setSearch] = useSearchParams();
  const [held, setHeld] = useState(search);
  const latest = useRef(search);
  const ours = useRef(new Set<string>());
  useEffect(() => {
    const arrived = search.toString();
    if (arrived === latest.current.toString()) ours.current.clear();
    else if (!ours.current.has(arrived)) {
      // Not one of our own on its way: a link or the back button brought it.
      latest.current = search;
      setHeld(search);
    }
  }, [search]);
  const change = useCallback<ChangeAddress>(
    (make) => {
      const next = make(latest.current);
      latest.current = next;
      ours.current.add(next.toString());
      setHeld(next);
      setSearch(next, { replace: true, preventScrollReset: true });
    },
    [setSearch],
  );
  return [held, change];
}

const QUIET_MS = 250;

/** The value once it has stayed the same for a moment: nobody is asked about half a number. */
export function useSettled<T>(value: T | undefined): T | undefined {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled === undefined || text === undefined ? undefined : (JSON.parse(settled) as T);
}
