/** 班级格: students by items; arrow keys and Enter move, what is typed is checked at once, a table is pasted as a block. */
import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode, useRef } from 'react';

export interface GridItem {
  code: string;
  name: string;
  /** Under the name: 厘米, 必填. */
  note?: string | undefined;
  /** What may be chosen; empty where anything may be typed. */
  choices: readonly string[];
}

export interface GridStudent {
  studentId: string;
  seatNo: number | null;
  name: string;
  /** As it was saved. */
  values: Readonly<Record<string, string>>;
  /** Items that do not concern this student. */
  closed?: ReadonlySet<string> | undefined;
}

/** By student, then by item; only what differs from what was saved. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ClassGridProps {
  label: string;
  items: readonly GridItem[];
  students: readonly GridStudent[];
  typed: Typed;
  problemOf: (item: GridItem, student: GridStudent, text: string) => string | undefined;
  /** Undefined where the reader only looks on. */
  onType: ((studentId: string, code: string, text: string) => void) | undefined;
  onPaste: (text: string, start: { row: number; column: number }) => void;
}

/** One row is drawn anew when something in it changes. */
export function ClassGrid(props: ClassGridProps): ReactNode {
  const { label, items, students, typed, onType, onPaste } = props;
  const table = useRef<HTMLTableElement>(null);
  const at = useRef({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
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
            {...{ student, place, items, onType, problemOf: props.problemOf }}
            typed={typed[student.studentId]}
            onReach={(row, column) => {
              at.current = { row, column };
            }}
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
    const { studentId, seatNo, name, values, closed } = student;
    return (
      <tr>
        <th scope="row" className="class-grid-name">
          <span className="class-grid-seat">{seatNo ?? ''}</span>
          {name}
        </th>
        {items.map((item, at) => {
          const { code } = item;
          if (closed?.has(code)) {
            return (
              <td key={code} className="class-grid-closed">
                <span aria-hidden>/</span>
                <span className="unseen">不测</span>
              </td>
            );
          }
          const changed = typed?.[code];
          const text = changed ?? values[code] ?? '';
          const problem = changed === undefined ? undefined : problemOf(item, student, changed);
          const cell = {
            value: text,
            'data-at': `${place}-${at}`,
            'aria-label': `${name}${item.name}`,
            'aria-invalid': problem ? (true as const) : undefined,
            title: problem,
            onFocus: () => onReach(place, at),
          };
          return (
            <td key={code} className={problem ? 'is-bad' : changed !== undefined ? 'is-changed' : undefined}>
              {item.choices.length > 0 ? (
                <select
                  {...cell}
                  disabled={!onType}
                  onChange={(event) => onType?.(studentId, code, event.target.value)}
                >
                  <option value="" />
                  {[...item.choices, ...(text && !item.choices.includes(text) ? [text] : [])].map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              ) : (
                <input
                  {...cell}
                  autoComplete="off"
                  maxLength={100}
                  readOnly={!onType}
                  onChange={(event) => onType?.(studentId, code, event.target.value)}
                />
              )}
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) => before.student === after.student && before.typed === after.typed && before.items === after.items,
);
