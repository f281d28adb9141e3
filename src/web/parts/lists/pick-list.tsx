/** 分类列: a column of things of which one is shown beside it: causes of faults, chapters, places. */
import type { ReactNode } from 'react';
import { StateIcon, type StateKind, toneOf } from '../state/state-icon.tsx';
import './work-list.css';

export interface PickItem {
  key: string;
  kind?: StateKind | undefined;
  title: string;
  /** Second line, quiet: what mends it. */
  note?: ReactNode;
  /** At the right edge, in the state's colour. */
  count?: ReactNode;
}

export interface PickListProps {
  label: string;
  items: readonly PickItem[];
  current: string | undefined;
  onPick: (key: string) => void;
}

/** Buttons under each other; the one shown is tinted and has its bar. */
export function PickList({ label, items, current, onPick }: PickListProps): ReactNode {
  return (
    <ul className="pick-list" aria-label={label}>
      {items.map(({ key, kind, title, note, count }) => (
        <li key={key}>
          <button
            type="button"
            className="pick-item"
            aria-current={key === current ? 'true' : undefined}
            onClick={() => onPick(key)}
          >
            {kind && <StateIcon kind={kind} />}
            <span className="pick-words">
              <b>{title}</b>
              {note !== undefined && <span className="pick-note">{note}</span>}
            </span>
            {count !== undefined && <b className={kind && `tone-${toneOf(kind)}`}>{count}</b>}
          </button>
        </li>
      ))}
    </ul>
  );
}
