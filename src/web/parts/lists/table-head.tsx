/** 表头: titles, order, and the bar over the head while rows are selected. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { countWords } from '../../format.ts';
import { Button } from '../surface/button.tsx';
import { type Column, nextOrder, type Order } from './columns.ts';
import type { Selection } from './data-table.tsx';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  order: Order | undefined;
  onOrder: ((order: Order) => void) | undefined;
  selection: (Selection & { all: readonly string[] }) | undefined;
}

/** Width of the column of check boxes. */
export const SELECT_WIDTH = 34;

/** The head row. */
export function TableHead<Row>({ columns, order, onOrder, selection }: TableHeadProps<Row>): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection && (
          <th className="select-cell is-stuck-start" scope="col">
            <SelectAll selection={selection} />
          </th>
        )}
        {columns.map((column) => {
          const held = order?.key === column.key ? order : undefined;
          return (
            <th
              key={column.key}
              scope="col"
              className={cellLook(column)}
              style={stuckAt(column, selection !== undefined)}
              aria-sort={held && (held.descending ? 'descending' : 'ascending')}
            >
              {column.orderable && onOrder ? (
                <button type="button" className="order-button" onClick={() => onOrder(nextOrder(order, column.key))}>
                  {column.title}
                  {held && (held.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
                </button>
              ) : (
                column.title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Classes that place a cell of a column. */
export function cellLook<Row>({ align, stuck }: Column<Row>): string {
  return `${align === 'right' ? 'is-right' : ''}${stuck ? ` is-stuck-${stuck}` : ''}`;
}

/** Where a stuck cell stays: beside the check boxes where there are any. */
export function stuckAt<Row>({ stuck }: Column<Row>, selectable: boolean): CSSProperties | undefined {
  return stuck === 'start' && selectable ? { left: SELECT_WIDTH } : undefined;
}

function SelectAll({ selection }: { selection: Selection & { all: readonly string[] } }): ReactNode {
  const count = selection.all.filter((key) => selection.keys.has(key)).length;
  const every = count > 0 && count === selection.all.length;
  const change = () => {
    const next = new Set(selection.keys);
    for (const key of selection.all) every ? next.delete(key) : next.add(key);
    selection.onChange(next);
  };
  return (
    <label className="select-label">
      <span className="unseen">选中本页全部</span>
      <input
        type="checkbox"
        checked={every}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !every;
        }}
        onChange={change}
      />
    </label>
  );
}

/** 已选12人 with what can be done with them. */
export function SelectionBar({ selection }: { selection: Selection }): ReactNode {
  return (
    <div className="selection-bar" role="status">
      <b>
        已选{countWords(selection.keys.size)}
        {selection.unit}
      </b>
      {selection.acts}
      <Button tone="quiet" onPress={() => selection.onChange(new Set())}>
        清除选择
      </Button>
    </div>
  );
}
