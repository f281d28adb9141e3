/** 班级格: students by items; arrow keys and Enter move, what is typed is checked at once, a table is pasted as a block. */
import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode, useCallback, useRef } from 'react';
import type { GridItem, GridStudent, ProblemOf, Typed } from './class-grid.screen.ts';

export interface ClassGridProps {
  label: string;
  items: readonly GridItem[];
  students: readonly GridStudent[];
  typed: Typed;
  problemOf: ProblemOf;
  /** Undefined where the reader only looks on. */
  onType: ((studentId: string, code: string, text: string) => void) | undefined;
  /** A table from a spreadsheet, with the place of the focus. */
  onPaste: (text: string, start: { row: number; column: number }) => void;
  /** The keys that undo, right after a paste. Answers whether there was something to undo. */
  onUndo: () => boolean;
  /** The column that has the focus. */
  onReach?: ((column: number) => void) | undefined;
}

/** One row is drawn anew when something in it changes. */
export function ClassGrid(props: ClassGridProps): ReactNode {
  const { label, items, students, typed, onType, onPaste, onUndo, onReach, problemOf } = props;
  const table = useRef<HTMLTableElement>(null);
  const at = useRef({ row: 0, column: 0 });
  const reach = useCallback(
    (row: number, column: number) => {
      at.current = { row, column };
      onReach?.(column);
    },
    [onReach],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
      if (onUndo()) event.preventDefault();
      return;
    }
    const step = stepOf(event);
    if (!step) return;
    const row = Math.min(students.length - 1, Math.max(0, at.current.row + step[0]));
    const column = Math.min(items.length - 1, Math.max(0, at.current.column + step[1]));
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-at="${row}-${column}"]`);
    if (!cell) return;
    event.preventDefault();
    cell.focus();
    if (cell instanceof HTMLInputElement) cell.select();
  };
  const takePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    // One value goes into the cell as typing does.
    if (!onType || !/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPaste(text, at.current);
  };
  return (
    <table className="class-grid" ref={table} onKeyDown={onKeyDown} onPaste={takePaste}>
      <caption className="unseen">{label}，方向键和回车移动，可从表格软件整块粘贴</caption>
      <thead>
        <tr>
          <th scope="col" className="class-grid-name">
            学生
          </th>
          {items.map(({ code, name, note }) => (
            <th key={code} scope="col">
              {name}
              {note && <small>{note}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {students.map((student, place) => (
          <GridRow
            key={student.studentId}
            {...{ student, place, items, onType, problemOf }}
            typed={typed[student.studentId]}
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
  if (target instanceof HTMLSelectElement) {
    if (key === 'ArrowLeft') return [0, -1];
    return key === 'ArrowRight' ? [0, 1] : undefined;
  }
  if (key === 'ArrowUp') return [-1, 0];
  if (key === 'ArrowDown') return [1, 0];
  const { selectionStart, selectionEnd, value } = target as HTMLInputElement;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (key === 'ArrowLeft' && (whole || selectionEnd === 0)) return [0, -1];
  return key === 'ArrowRight' && (whole || selectionStart === value.length) ? [0, 1] : undefined;
}

interface GridRowProps extends Pick<ClassGridProps, 'items' | 'onType' | 'problemOf'> {
  student: GridStudent;
  place: number;
  typed: Typed[string] | undefined;
  onReach: (row: number, column: number) => void;
}

const GridRow = memo(
  function GridRow({ student, place, items, typed, onType, problemOf, onReach }: GridRowProps): ReactNode {
    const { seatNo, name } = student;
    return (
      <tr>
        <th scope="row" className="class-grid-name">
          <span className="class-grid-seat">{seatNo ?? ''}</span>
          {name}
        </th>
        {items.map((item, at) => (
          <GridCell
            key={item.code}
            {...{ student, item, onType, problemOf }}
            changed={typed?.[item.code]}
            place={`${place}-${at}`}
            onFocus={() => onReach(place, at)}
          />
        ))}
      </tr>
    );
  },
  (before, after) =>
    before.student === after.student &&
    before.typed === after.typed &&
    before.items === after.items &&
    before.onType === after.onType,
);

interface GridCellProps extends Pick<ClassGridProps, 'onType' | 'problemOf'> {
  student: GridStudent;
  item: GridItem;
  changed: string | undefined;
  place: string;
  onFocus: () => void;
}

function GridCell({ student, item, changed, place, problemOf, onType, onFocus }: GridCellProps): ReactNode {
  const { studentId, name, values, closed, notes, origins } = student;
  const { code, choices = [], figures, longest } = item;
  const shut = closed?.get(code);
  if (shut !== undefined) {
    return (
      <td className="class-grid-closed" title={shut}>
        <span aria-hidden>/</span>
        <span className="unseen">{shut}</span>
      </td>
    );
  }
  const text = changed ?? values[code] ?? '';
  const problem = changed === undefined ? undefined : problemOf(item, student, changed);
  const note = notes?.get(code);
  const cell = {
    value: text,
    'data-at': place,
    'aria-label': `${name}${item.name}${note ? `，${note}` : ''}`,
    'aria-invalid': problem ? (true as const) : undefined,
    title: problem ?? origins?.get(code),
    onFocus,
  };
  return (
    <td className={problem ? 'is-bad' : changed !== undefined ? 'is-changed' : undefined}>
      {choices.length > 0 ? (
        <select {...cell} disabled={!onType} onChange={(event) => onType?.(studentId, code, event.target.value)}>
          <option value="" />
          {[...choices, ...(text && !choices.includes(text) ? [text] : [])].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : (
        <input
          {...cell}
          className={longest ? 'class-grid-long' : undefined}
          autoComplete="off"
          inputMode={figures ? 'decimal' : 'text'}
          maxLength={longest ?? 100}
          readOnly={!onType}
          onChange={(event) => onType?.(studentId, code, event.target.value)}
        />
      )}
      {note && <small>{note}</small>}
    </td>
  );
}
