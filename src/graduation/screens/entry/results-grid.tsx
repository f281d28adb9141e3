/** 成绩格: students by results; arrows move, keys and the clipboard fill, the outcome with its article stands beside. */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { GraduationGrid, GraduationTrial } from '../../graduation.api.ts';
import { FoldedGrounds, OutcomeChip } from '../judged-parts.tsx';
import { type Draft, factsOf, type GridColumn, type GridRow, setValue, wordsOf } from './results-draft.screen.ts';

interface ResultsGridProps {
  grid: GraduationGrid;
  draft: Draft;
  /** What would become of those whose results are typed and not saved. */
  tried: ReadonlyMap<string, GraduationTrial['rows'][number]>;
  /** Rows that somebody else has saved meanwhile. */
  overtaken: ReadonlySet<string>;
  /** Undefined where nothing can be entered. */
  onChange: ((draft: Draft) => void) | undefined;
  onPaste: (text: string, from: { row: number; column: number }) => void;
}

/** Up, down, Enter and the sides move; 1 or y is 是, 0 or n is 否, Delete clears; a paste fills from the cell onwards. */
export function ResultsGrid(props: ResultsGridProps): ReactNode {
  const { grid, draft, tried, overtaken, onChange, onPaste } = props;
  const table = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent, at: Place) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { row: at.row + step[0], column: at.column + step[1] };
    const cell = table.current?.querySelector<HTMLElement>(`[data-at="${to.row}-${to.column}"]`);
    event.preventDefault();
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
  };
  const pasteAt = (event: ClipboardEvent) => {
    const at = (event.target as HTMLElement).dataset['at']?.split('-').map(Number);
    const text = event.clipboardData.getData('text/plain');
    // One value for one field is typing, and the field's own affair.
    if (!onChange || !at || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text, { row: at[0]!, column: at[1]! });
  };
  return (
    <table className="results" ref={table} onPaste={pasteAt}>
      <caption className="unseen">毕业成绩，方向键移动，可从电子表格粘贴</caption>
      <thead>
        <tr>
          <th scope="col" className="results-name">
            学生
          </th>
          {grid.columns.map((column) => (
            <th key={column.name} scope="col" className={`is-${column.kind.toLowerCase()}`}>
              {column.label}
              {column.unit !== null && <span className="quiet">（{column.unit}）</span>}
            </th>
          ))}
          <th scope="col" className="results-outcome">
            结果和依据
          </th>
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row, at) => (
          <tr key={row.studentId} className={overtaken.has(row.studentId) ? 'is-overtaken' : undefined}>
            <th scope="row" className="results-name">
              {row.name}
              <RowNote row={row} overtaken={overtaken.has(row.studentId)} changed={row.studentId in draft} />
            </th>
            {grid.columns.map((column, place) => (
              <td key={column.name} className={`is-${column.kind.toLowerCase()}`}>
                <Cell
                  column={column}
                  row={row}
                  value={factsOf(draft, row)[column.name]}
                  at={{ row: at, column: place }}
                  onMove={move}
                  onSet={onChange && ((value) => onChange(setValue(draft, row, column.name, value)))}
                />
              </td>
            ))}
            <td className="results-outcome">
              <OutcomeChip judged={tried.get(row.studentId) ?? row} />
              <FoldedGrounds judged={tried.get(row.studentId) ?? row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Place {
  row: number;
  column: number;
}
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function RowNote({ row, overtaken, changed }: { row: GridRow; overtaken: boolean; changed: boolean }): ReactNode {
  if (overtaken) return <span className="results-note tone-amber">他人刚改过</span>;
  if (changed) return <span className="results-note">未保存</span>;
  if (row.carriedFrom) return <span className="results-note">{`${row.carriedFrom.schoolName}录入`}</span>;
  return null;
}

interface CellProps {
  column: GridColumn;
  row: GridRow;
  value: boolean | number | string | undefined;
  at: Place;
  onMove: (event: KeyboardEvent, at: Place) => void;
  onSet: ((value: boolean | number | string | undefined) => void) | undefined;
}

const KEYS: Readonly<Record<string, boolean>> = { '1': true, y: true, '0': false, n: false };

function Cell({ column, row, value, at, onMove, onSet }: CellProps): ReactNode {
  const label = `${row.name}，${column.label}`;
  if (!onSet) return <span>{wordsOf(column, value) || <span className="quiet">未填</span>}</span>;
  const ties = { 'data-at': `${at.row}-${at.column}`, 'aria-label': label, className: 'control' };
  if (column.kind === 'NUMBER') {
    return (
      <input
        {...ties}
        type="text"
        inputMode="decimal"
        value={value === undefined ? '' : String(value)}
        onFocus={(event) => event.target.select()}
        onChange={({ target }) => {
          const text = target.value.trim();
          const number = Number(text);
          if (text === '') onSet(undefined);
          else if (Number.isFinite(number) && number >= 0 && number <= 999) onSet(number);
        }}
        onKeyDown={(event) => onMove(event, at)}
      />
    );
  }
  const choices =
    column.kind === 'FLAG'
      ? [
          { code: 'true', words: '是' },
          { code: 'false', words: '否' },
        ]
      : column.choices;
  const read = (code: string) => (code === '' ? undefined : column.kind === 'FLAG' ? code === 'true' : code);
  return (
    <select
      {...ties}
      value={value === undefined ? '' : String(value)}
      onChange={({ target }) => onSet(read(target.value))}
      onKeyDown={(event) => {
        const known = column.kind === 'FLAG' ? KEYS[event.key.toLowerCase()] : undefined;
        if (known !== undefined || event.key === 'Delete' || event.key === 'Backspace') {
          event.preventDefault();
          onSet(known);
        } else onMove(event, at);
      }}
    >
      <option value="">未填</option>
      {choices.map(({ code, words }) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </select>
  );
}
