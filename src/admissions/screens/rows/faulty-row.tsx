/** 错行: a row with its cell at fault; a press opens the cell to be mended and, under the row, what is wrong. */
import type { ReactNode } from 'react';
import type { EntrantRow } from '../../entrants/entrants.api.ts';
import type { CauseView } from '../../review/review.api.ts';
import { type CellState, cellState } from '../import/import-state.screen.ts';
import { OpenRow } from './open-row.tsx';
import { RowCell } from './row-cell.tsx';
import type { RowColumn } from './row-columns.tsx';
import type { Mending } from './use-mending.tsx';

export interface FaultyRowProps {
  row: EntrantRow;
  /** Absent in the list of all rows. */
  cause?: CauseView | undefined;
  columns: readonly RowColumn[];
  /** Path of the item whose cell is open. */
  open: string | undefined;
  onOpen: (field: string | undefined) => void;
  /** The cell is done with: on to the next. */
  onDone: () => void;
  mending: Mending;
}

/** One row, and under it, while a cell is open, the message. */
export function FaultyRow(props: FaultyRowProps): ReactNode {
  const { row, cause, columns, open, onOpen, mending } = props;
  const out = row.state === 'SKIPPED';
  const closed = row.state !== 'DRAFT';
  const states = new Map(columns.map(({ field }) => [field, stateOf(row, field, cause)]));
  if (open !== undefined && !closed) return <OpenRow {...props} open={open} states={states} />;
  return (
    <>
      <tr data-entrant={row.id}>
        <td className="is-right row-no">{row.rowNo}</td>
        {columns.map(({ field, text }) => (
          <td key={field} className={out ? 'is-out' : undefined}>
            {closed ? (
              text(row)
            ) : (
              <RowCell
                state={states.get(field)!}
                text={text(row)}
                onOpen={mending.allowed ? () => onOpen(field) : undefined}
              />
            )}
          </td>
        ))}
      </tr>
      {out && (
        <tr className="said-row is-quiet">
          <td />
          <td colSpan={columns.length}>
            此行暂不导入
            {mending.allowed && (
              <button type="button" className="said-link" onClick={() => void mending.leave(row, false)}>
                重新导入
              </button>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** What concerns the record as a whole is told at the name. */
const stateOf = (row: EntrantRow, field: string, cause: CauseView | undefined): CellState => {
  if (cause?.field === '' && field === 'name') return cellState(row, '', cause);
  return cellState(row, field, cause?.field === field ? cause : undefined);
};
