/** 表格: sticky head, order, choice of columns, selection, keyset pages; 100,000 rows without freezing. */
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import type { ListState } from '../../query.ts';
import { ErrorState, FilteredState, ProblemLine } from '../feedback/states.tsx';
import { useWaiting } from '../feedback/use-waiting.ts';
import { useRemembered } from '../remembered.ts';
import { type Column, type Order, shownColumns } from './columns.ts';
import { useRowKeys } from './row-keys.ts';
import { type Pages, TableFoot } from './table-foot.tsx';
import { SelectionBar, TableHead } from './table-head.tsx';
import { type RowsHandle, TableRows } from './table-rows.tsx';
import './data-table.css';

export interface Selection {
  /** Keys of the selected rows; the page keeps them. */
  keys: ReadonlySet<string>;
  onChange: (keys: ReadonlySet<string>) => void;
  /** Unit in 已选12人. */
  unit: string;
  /** What can be done with the selected: Buttons. */
  acts: ReactNode;
}

export interface DataTableProps<Row> {
  /** Name for readers: 花名册. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What readers hear when `j` and `k` come to a row: the name. */
  rowWords?: ((row: Row) => string) | undefined;
  /** From `listState(query)`; READY for rows at hand. */
  state: ListState;
  /** An EmptyState: why there is nothing and the one next act. */
  empty: ReactNode;
  /** Filters are set: an empty answer offers to clear them. */
  onClearFilter?: (() => void) | undefined;
  order?: Order | undefined;
  onOrder?: ((order: Order) => void) | undefined;
  pages?: Pages | undefined;
  /** Enter, or a press on the row beside its links. Readers use the link in the first column: put one there. */
  onOpen?: ((row: Row) => void) | undefined;
  selection?: Selection | undefined;
  /** A row under the row: what is wrong with it and how to mend it. */
  detail?: ((row: Row) => ReactNode) | undefined;
  /** Name under which the choice of columns is kept. */
  remember?: string | undefined;
  /** A short table inside a card: no line under it for pages, columns and row height. */
  plain?: boolean | undefined;
  /** Take the height that is left in a filling page and scroll inside. */
  fill?: boolean | undefined;
}

/** Rows of height 26, 32 or 40 as the person chose once for all tables. */
export const DENSITIES = [26, 32, 40] as const;

/** A table of any length. More than 100 rows are drawn only where they are seen. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, rows, rowKey, rowWords, state, onOpen, selection, remember = 'table', fill = false } = props;
  const [chosen, choose] = useRemembered<Record<string, boolean>>(`columns:${remember}`, {});
  const [density, setDensity] = useRemembered<number>('table-density', 32);
  const columns = shownColumns(props.columns, chosen);
  const handle = useRef<RowsHandle>(null);
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey]);
  const byKey = useMemo(() => new Map(rows.map((row) => [rowKey(row), row])), [rows, rowKey]);
  const waiting = useWaiting(state.kind === 'LOADING' || state.kind === 'RENEWING');

  const open = (key: string) => {
    const row = byKey.get(key);
    if (row !== undefined) onOpen?.(row);
  };
  const toggle = (key: string) => {
    if (!selection) return;
    const next = new Set(selection.keys);
    if (!next.delete(key)) next.add(key);
    selection.onChange(next);
  };
  const show = useCallback((_: string, at: number) => handle.current?.show(at), []);
  const { current, setCurrent } = useRowKeys({
    keys,
    show,
    onOpen: onOpen && open,
    onSelect: selection && toggle,
  });
  const currentRow = current === undefined ? undefined : byKey.get(current);

  return (
    <div className={`data-table${fill ? ' is-filling' : ''} is-${density}`}>
      {state.kind === 'FAILED' && rows.length > 0 && <ProblemLine problem={state.problem} />}
      {selection && selection.keys.size > 0 && <SelectionBar selection={selection} />}
      <TableRows
        ref={handle}
        label={label}
        head={
          <TableHead
            columns={columns}
            order={props.order}
            onOrder={props.onOrder}
            selection={selection && { ...selection, all: keys }}
          />
        }
        columns={columns}
        rows={rows}
        keys={keys}
        rowHeight={density}
        current={current}
        onCurrent={setCurrent}
        onOpen={onOpen && open}
        selected={selection?.keys}
        onSelect={selection && toggle}
        detail={props.detail}
        dimmed={state.kind === 'RENEWING' && waiting !== 'quiet'}
        skeleton={state.kind === 'LOADING' && waiting === 'skeleton'}
      />
      {rows.length === 0 && <Nothing {...props} />}
      {!props.plain && (
        <TableFoot
          pages={props.pages}
          columns={props.columns}
          chosen={chosen}
          onChoose={choose}
          density={density}
          onDensity={setDensity}
        />
      )}
      <span className="unseen" aria-live="polite">
        {currentRow !== undefined && rowWords?.(currentRow)}
      </span>
    </div>
  );
}

function Nothing<Row>({ state, empty, onClearFilter }: DataTableProps<Row>): ReactNode {
  if (state.kind === 'FAILED') return <ErrorState problem={state.problem} onRetry={state.retry} />;
  if (state.kind !== 'READY') return null;
  return onClearFilter ? <FilteredState onClear={onClearFilter} /> : empty;
}
