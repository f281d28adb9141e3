/** 行间移动: `j` and `k` move the current row, Enter opens it, x selects it. */
import { useCallback, useEffect, useState } from 'react';
import { useKeys } from '../../frame/keyboard.ts';

export interface RowKeys {
  /** Key of the current row. */
  current: string | undefined;
  setCurrent: (key: string) => void;
}

export interface RowKeysOptions {
  /** Keys of the rows in the order drawn. */
  keys: readonly string[];
  onOpen?: ((key: string) => void) | undefined;
  onSelect?: ((key: string) => void) | undefined;
  /** Brings a row into view that may not be drawn yet. */
  show?: ((key: string, at: number) => void) | undefined;
  /** Holds the keys. Only one list of a page should. Default true. */
  active?: boolean | undefined;
}

/** The current row of a list and the keys that move it. */
export function useRowKeys({ keys, onOpen, onSelect, show, active = true }: RowKeysOptions): RowKeys {
  const [current, setCurrent] = useState<string>();
  const at = current === undefined ? -1 : keys.indexOf(current);

  useEffect(() => {
    // The row went away (decided, filtered): its place is taken by the next one when a key is pressed.
    if (current !== undefined && at === -1) setCurrent(undefined);
  }, [current, at]);

  const move = useCallback(
    (to: number) => {
      const next = Math.min(keys.length - 1, Math.max(0, to));
      const key = keys[next];
      if (key === undefined) return;
      setCurrent(key);
      show?.(key, next);
    },
    [keys, show],
  );

  const group = '列表';
  const on = (act: ((key: string) => void) | undefined) => () => current !== undefined && act?.(current);
  useKeys(
    active && keys.length > 0
      ? [
          { key: 'j', words: '下一行', group, run: () => move(at + 1) },
          { key: 'k', words: '上一行', group, run: () => move(at === -1 ? 0 : at - 1) },
          ...(onOpen ? [{ key: 'Enter', words: '打开', group, run: on(onOpen) }] : []),
          ...(onSelect ? [{ key: 'x', words: '选中', group, run: on(onSelect) }] : []),
        ]
      : undefined,
  );
  return { current, setCurrent };
}
