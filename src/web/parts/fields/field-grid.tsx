/** 项目与值: labels and values in aligned columns, without borders; empty is said, locked is shown. */
import { Lock } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import './fields.css';

export interface FieldRow {
  key: string;
  label: string;
  /** undefined or empty text reads 未填. */
  value: ReactNode;
  /** Cannot be changed here; the words say how it can: 关键数据，更正须办件. */
  locked?: string | undefined;
  /** Quiet words after the value. */
  note?: ReactNode;
  /** Number shared with a place on a paper; selecting the row outlines that place. */
  mark?: number | undefined;
  selected?: boolean | undefined;
  onSelect?: (() => void) | undefined;
  /** Takes the whole width. */
  wide?: boolean | undefined;
}

export interface FieldGridProps {
  /** Small heading over the rows: 个人, 联系. */
  heading?: ReactNode;
  rows: readonly FieldRow[];
  /** Columns where there is room. Default 1. */
  columns?: 1 | 2 | 3 | undefined;
  /** Width of the labels in pixels. Default 76. */
  labelWidth?: number | undefined;
}

/** A list of terms and their values. */
export function FieldGrid({ heading, rows, columns = 1, labelWidth = 76 }: FieldGridProps): ReactNode {
  const style = { '--fields': columns, '--label': `${labelWidth}px` } as CSSProperties;
  return (
    <div className="fields" style={style}>
      {heading !== undefined && <h3 className="fields-heading">{heading}</h3>}
      <dl className="fields-list">
        {rows.map((row) => (
          <div key={row.key} className={`field${row.selected ? ' is-selected' : ''}${row.wide ? ' is-wide' : ''}`}>
            <dt>{row.label}</dt>
            <dd>
              <Value>{row.value}</Value>
              {row.locked !== undefined && <LockMark words={row.locked} />}
              {row.note !== undefined && <span className="field-note">{row.note}</span>}
              {row.mark !== undefined && <MarkButton row={row} mark={row.mark} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A value, or 未填 where there is none. */
export function Value({ children }: { children: ReactNode }): ReactNode {
  if (children === undefined || children === null || children === '') return <span className="quiet">未填</span>;
  return <span>{children}</span>;
}

function LockMark({ words }: { words: string }): ReactNode {
  return (
    <span className="field-lock" title={words}>
      <Lock size={12} aria-hidden />
      <span className="unseen">{words}</span>
    </span>
  );
}

function MarkButton({ row, mark }: { row: FieldRow; mark: number }): ReactNode {
  const look = `field-mark${row.selected ? ' is-selected' : ''}`;
  if (row.onSelect === undefined) return <span className={look}>{mark}</span>;
  return (
    <button
      type="button"
      className={look}
      aria-pressed={row.selected ?? false}
      aria-label={`${row.label}：看佐证${mark}`}
      onClick={row.onSelect}
    >
      {mark}
    </button>
  );
}
