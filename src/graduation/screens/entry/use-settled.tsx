/** 停顿: a value once it has stopped changing for a moment, so that the server is not asked at each key. */
import { useEffect, useState } from 'react';

const MOMENT_MS = 350;

export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), MOMENT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
