/** 分页签: several views of one thing. The chosen one is bold and underlined. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { StateIcon } from '../state/state-icon.tsx';
import './tabs.css';

export interface TabItem {
  key: string;
  words: string;
  /** How many things it holds: 6/7, 12. */
  count?: ReactNode;
  /** Something is missing here: red, with ✕. */
  missing?: boolean | undefined;
}

export interface TabsProps {
  items: readonly TabItem[];
  current: string;
  onChange: (key: string) => void;
  /** What the tabs are about, for readers. */
  label: string;
  /** What stands at the right end of the row. */
  side?: ReactNode;
  /** On a filling page: the view takes what room there is and scrolls by itself. */
  fill?: boolean | undefined;
  /** The view of the chosen tab. */
  children?: ReactNode;
}

/** Left and right move between tabs, Tab goes into the view. */
export function Tabs({ items, current, onChange, label, side, fill = false, children }: TabsProps): ReactNode {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex((item) => item.key === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    const next = to === undefined ? undefined : items[to % items.length];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.key);
    row.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <div className={`tabs${fill ? ' is-filling' : ''}`}>
      <div className="tabs-row">
        <div ref={row} className="tabs-list" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
          {items.map(({ key, words, count, missing }) => (
            <button
              key={key}
              data-key={key}
              id={`${id}-${key}`}
              className={`tab${missing ? ' is-missing' : ''}`}
              type="button"
              role="tab"
              aria-selected={key === current}
              aria-controls={children === undefined ? undefined : `${id}-view`}
              tabIndex={key === current ? 0 : -1}
              onClick={() => onChange(key)}
            >
              {missing && <StateIcon kind="REFUSED" />}
              <span className="tab-words" data-words={words}>
                {words}
              </span>
              {missing && <span className="unseen">缺</span>}
              {count !== undefined && <span className="tab-count">{count}</span>}
            </button>
          ))}
        </div>
        {side !== undefined && <div className="tabs-side">{side}</div>}
      </div>
      {children !== undefined && (
        <div id={`${id}-view`} className="tabs-view" role="tabpanel" aria-labelledby={`${id}-${current}`}>
          {children}
        </div>
      )}
    </div>
  );
}
