/** 表身: the rows that are seen, at their place among all. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { Skeleton } from '../feedback/skeleton.tsx';
import type { Column } from './columns.ts';
import { cellLook, SELECT_WIDTH, stuckAt } from './table-head.tsx';

/** What the table asks of its rows. */
export interface RowsHandle {
  /** Brings the row at this place into view. */
  show: (at: number) => void;
}

interface TableRowsProps<Row> {
  ref: Ref<RowsHandle>;
  label: string;
  head: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keys: readonly string[];
  rowHeight: number;
  current: string | undefined;
  onCurrent: (key: string) => void;
  onOpen: ((key: string) => void) | undefined;
  selected: ReadonlySet<string> | undefined;
  onSelect: ((key: string) => void) | undefined;
  detail: ((row: Row) => ReactNode) | undefined;
  dimmed: boolean;
  skeleton: boolean;
}

const MANY_ROWS = 100;
/** The column without a width is never narrower: the table scrolls sideways first. */
const ELASTIC_LEAST = 180;
const PRESSABLE = 'a,button,input,select,textarea,label,summary';

/** The scrolling table. */
export function TableRows<Row>(props: TableRowsProps<Row>): ReactNode {
  const { ref, columns, rows, keys, rowHeight, selected, dimmed, skeleton } = props;
  const room = useRef<HTMLDivElement>(null);
  const many = rows.length > MANY_ROWS;
  const drawn = useVirtualizer({
    count: many ? rows.length : 0,
    getScrollElement: () => room.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 32,
  });
  useEffect(() => {
    if (rowHeight > 0) drawn.measure(); // rows of another height lie elsewhere
  }, [drawn, rowHeight]);
  useImperativeHandle(
    ref,
    () => ({
      show: (at) => {
        if (many) drawn.scrollToIndex(at, { align: 'auto' });
        else room.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
      },
    }),
    [many, drawn],
  );
  usePresses(room, props);

  const seen = drawn.getVirtualItems();
  const first = many ? (seen[0]?.index ?? 0) : 0;
  const last = many ? (seen.at(-1)?.index ?? -1) : rows.length - 1;
  const leastWidth = columns.reduce((sum, { width }) => sum + (width ?? ELASTIC_LEAST), selected ? SELECT_WIDTH : 0);
  const span = columns.length + (selected ? 1 : 0);
  return (
    <div
      ref={room}
      className={`data-table-scroll${many ? ' is-many' : ''}${dimmed ? ' waiting-dim' : ''}`}
      // What scrolls can be reached by keyboard, so that it can be scrolled by keyboard.
      {...{ tabIndex: 0, role: 'group', 'aria-label': props.label }}
    >
      <table
        style={{ minWidth: leastWidth }}
        aria-label={props.label}
        aria-rowcount={many ? rows.length + 1 : undefined}
        aria-busy={dimmed || skeleton}
      >
        <colgroup>
          {selected && <col style={{ width: SELECT_WIDTH }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        {props.head}
        <tbody>
          {skeleton && (
            <tr>
              <td className="skeleton-cell" colSpan={span}>
                <Skeleton rows={10} rowHeight={rowHeight} />
              </td>
            </tr>
          )}
          <Gap height={many ? first * rowHeight : 0} />
          {rows.slice(first, last + 1).map((row, at) => (
            <Row key={keys[first + at]} props={props} row={row} at={first + at} span={span} />
          ))}
          <Gap height={many ? (rows.length - 1 - last) * rowHeight : 0} />
        </tbody>
      </table>
    </div>
  );
}

interface RowProps<Row> {
  props: TableRowsProps<Row>;
  row: Row;
  at: number;
  span: number;
}

function Row<Row>({ props, row, at, span }: RowProps<Row>): ReactNode {
  const key = props.keys[at]!;
  const { columns, selected, onSelect, current } = props;
  const detail = props.detail?.(row);
  return (
    <Fragment>
      <tr
        data-at={at}
        aria-rowindex={at + 2}
        aria-current={key === current || undefined}
        data-selected={selected?.has(key)}
      >
        {selected && (
          <td className="select-cell is-stuck-start">
            <label className="select-label">
              <span className="unseen">选中第{at + 1}行</span>
              <input type="checkbox" checked={selected.has(key)} onChange={() => onSelect?.(key)} />
            </label>
          </td>
        )}
        {columns.map((column) => (
          <td key={column.key} className={cellLook(column)} style={stuckAt(column, selected !== undefined)}>
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {detail !== undefined && detail !== null && (
        <tr className="detail-row">
          <td colSpan={span}>
            <div className="detail-box">{detail}</div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function Gap({ height }: { height: number }): ReactNode {
  return height > 0 ? <tr className="gap-row" style={{ height }} /> : null;
}

/** A press on a row, beside its links and boxes, makes it current and opens it. Text being marked is left alone. */
function usePresses<Row>(room: { current: HTMLElement | null }, props: TableRowsProps<Row>): void {
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const scroll = room.current;
    const press = (event: MouseEvent) => {
      const target = event.target as Element;
      const row = target.closest<HTMLElement>('tr[data-at]');
      if (row === null || target.closest(PRESSABLE) !== null || getSelection()?.isCollapsed === false) return;
      const { keys, onCurrent, onOpen } = latest.current;
      const key = keys[Number(row.dataset['at'])];
      if (key === undefined) return;
      onCurrent(key);
      onOpen?.(key);
    };
    scroll?.addEventListener('click', press);
    return () => scroll?.removeEventListener('click', press);
  }, [room]);
}
