/** 成绩格: students by subjects; arrow keys and Enter move, what is typed is checked at once, a table is pasted where the focus stands. */
import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode, useCallback, useRef } from 'react';
import type { GridColumn, GridRow } from '../../api/assessments.api.ts';
import type { ResultKind } from '../../assessment.api.ts';
import { isOpen, problemIn, type Typed, textIn } from './draft.screen.ts';

export interface ResultsGridProps {
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  kind: ResultKind;
  typed: Typed;
  /** Undefined where the reader only looks on. */
  onType: ((studentId: string, code: string, text: string) => void) | undefined;
  /** A table from a spreadsheet, with the place of the focus. */
  onPaste: (text: string, start: { row: number; column: number }) => void;
  /** The cell that has the focus. */
  onReach: (place: { row: number; column: number }) => void;
}

/** The table; one row is drawn anew when something in it changes. */
export function ResultsGrid({ columns, rows, kind, typed, onType, onPaste, onReach }: ResultsGridProps): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  const at = useRef({ row: 0, column: 0 });
  const reach = useCallback(
    (row: number, column: number) => {
      at.current = { row, column };
      onReach(at.current);
    },
    [onReach],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (!step) return;
    const row = Math.min(rows.length - 1, Math.max(0, at.current.row + step[0]));
    const column = Math.min(columns.length - 1, Math.max(0, at.current.column + step[1]));
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-at="${row}-${column}"]`);
    if (!cell) return;
    event.preventDefault();
    cell.focus();
    cell.select();
  };
  const takePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    // One value goes into the cell as typing does.
    if (!onType || !/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPaste(text, at.current);
  };
  return (
    <table className="results" ref={table} onKeyDown={onKeyDown} onPaste={takePaste}>
      <caption className="unseen">成绩表，方向键和回车移动，可从表格软件整块粘贴</caption>
      <thead>
        <tr>
          <th scope="col" className="results-name">
            学生
          </th>
          {columns.map(({ code, name, scale, fullPoints, credits }) => (
            <th key={code} scope="col">
              {name}
              <small>{scale === 'POINTS' ? `满分${fullPoints}` : credits === null ? '等级' : `${credits}学分`}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <Row
            key={row.studentId}
            row={row}
            place={place}
            columns={columns}
            kind={kind}
            typed={typed[row.studentId]}
            onType={onType}
            onReach={reach}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Left and right move between cells only where the text cannot be moved in any further. */
function stepOf({ key, target, shiftKey }: KeyboardEvent): readonly [number, number] | undefined {
  if (key === 'Enter') return [shiftKey ? -1 : 1, 0];
  if (key === 'ArrowUp') return [-1, 0];
  if (key === 'ArrowDown') return [1, 0];
  const { selectionStart, selectionEnd, value } = target as HTMLInputElement;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (key === 'ArrowLeft' && (whole || selectionEnd === 0)) return [0, -1];
  return key === 'ArrowRight' && (whole || selectionStart === value.length) ? [0, 1] : undefined;
}

interface RowProps {
  row: GridRow;
  place: number;
  columns: readonly GridColumn[];
  kind: ResultKind;
  typed: Typed[string] | undefined;
  onType: ResultsGridProps['onType'];
  onReach: (row: number, column: number) => void;
}

const Row = memo(function Row({ row, place, columns, kind, typed, onType, onReach }: RowProps): ReactNode {
  const { studentId, seatNo, name } = row;
  return (
    <tr>
      <th scope="row" className="results-name">
        <span className="results-seat">{seatNo ?? ''}</span>
        {name}
      </th>
      {columns.map((column, at) => {
        const { code } = column;
        const kept = row.cells[code];
        if (!isOpen(row, code)) {
          return (
            <td key={code} className="results-closed" title={kept?.closed ?? undefined}>
              <span aria-hidden>/</span>
              <span className="unseen">{kept?.closed}</span>
            </td>
          );
        }
        const text = textIn(typed, row, code);
        const changed = typed?.[code] !== undefined;
        const problem = problemIn(typed?.[code], column, kind);
        return (
          <td key={code} className={problem ? 'is-bad' : changed ? 'is-changed' : undefined}>
            <input
              value={text}
              size={4}
              data-at={`${place}-${at}`}
              aria-label={`${name}${column.name}${kept?.first ? `，首次${kept.first}` : ''}`}
              aria-invalid={problem ? true : undefined}
              title={problem ?? (kept?.by ? `${kept.by}登记` : undefined)}
              inputMode={column.scale === 'POINTS' && kind !== 'PROFICIENCY' ? 'decimal' : 'text'}
              autoComplete="off"
              maxLength={20}
              readOnly={!onType}
              onFocus={() => onReach(place, at)}
              onChange={(event) => onType?.(studentId, code, event.target.value)}
            />
            {kept?.first && <small>首次{kept.first}</small>}
          </td>
        );
      })}
    </tr>
  );
});
