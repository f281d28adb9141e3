/** 考勤格: students by half-days; a press or a key marks, all are present until somebody is marked. */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type CivilDate, civilDate, weekdayOf } from '../../../../kernel/civil-date.ts';
import { dayWords } from '../../../../web/format.ts';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { ABSENCE_KINDS, type AbsenceKind, HALVES } from '../../absence.api.ts';
import type { RegisterDay, RegisterStudent, RegisterView } from '../../attendance.api.ts';
import { type Draft, HALVES_IN_ORDER, keyOf, paint, SHORT, sitsOn, wholeOf } from './draft.screen.ts';

export interface RegisterGridProps {
  view: RegisterView;
  draft: Draft;
  brush: AbsenceKind;
  /** Undefined where the reader only looks on. */
  onChange: ((draft: Draft) => void) | undefined;
  /** The cell that has the focus. */
  onReach: (key: string) => void;
  /** A table from a spreadsheet, with the place of the focus. */
  onPaste: (text: string, start: { row: number; column: number }) => void;
  /** The keys that undo, right after a paste. */
  onUndo: () => void;
}

const WEEKDAYS = '一二三四五六日';
const KINDS = Object.keys(ABSENCE_KINDS) as AbsenceKind[];

/** Arrow keys move, 1 to 6 mark with that kind, 0 or Delete marks present, Space and Enter use the chosen kind. */
export function RegisterGrid({ view, draft, brush, onChange, onReach, onPaste, onUndo }: RegisterGridProps): ReactNode {
  const { days, students } = view;
  const columns = days.flatMap((day) => HALVES_IN_ORDER.map((half) => ({ day, half })));
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const today = civilDate(view.today);

  const press = (student: RegisterStudent, column: (typeof columns)[number], kind: AbsenceKind | 'PRESENT') => {
    const { day, half } = column;
    if (!onChange || !day.open || !sitsOn(student, day.on)) return;
    onChange(paint(draft, [{ studentId: student.studentId, day, half }], kind));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      onUndo();
      return;
    }
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step) {
      const row = Math.min(students.length - 1, Math.max(0, at.row + step[0]!));
      const column = Math.min(columns.length - 1, Math.max(0, at.column + step[1]!));
      event.preventDefault();
      setAt({ row, column });
      table.current?.querySelector<HTMLElement>(`[data-at="${row}-${column}"]`)?.focus();
      return;
    }
    const kind = KINDS[Number(event.key) - 1] ?? (event.key === '0' || event.key === 'Delete' ? 'PRESENT' : undefined);
    const [student, column] = [students[at.row], columns[at.column]];
    if (!kind || !student || !column) return;
    event.preventDefault();
    press(student, column, kind);
  };
  const takePaste = (event: ClipboardEvent) => {
    if (!onChange) return;
    event.preventDefault();
    onPaste(event.clipboardData.getData('text/plain'), at);
  };
  return (
    <table className="register" ref={table} onKeyDown={onKeyDown} onPaste={takePaste}>
      <caption className="unseen">考勤表，方向键移动，数字键1至6登记缺勤，0为到，可从表格软件整块粘贴</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="register-name">
            学生
          </th>
          {days.map((day) => (
            <DayHead key={day.on} day={day} today={today} />
          ))}
        </tr>
        <tr>
          {columns.map(({ day, half }) => (
            <th key={`${day.on} ${half}`} scope="col" className="register-half">
              {HALVES[half]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {students.map((student, row) => (
          <tr key={student.studentId}>
            <th scope="row" className="register-name">
              <button
                type="button"
                className="register-person"
                tabIndex={-1}
                disabled={!onChange}
                title="登记全天"
                onClick={() => {
                  const open = days.filter((day) => day.open && sitsOn(student, day.on)).slice(-1);
                  const cells = open.flatMap((day) =>
                    HALVES_IN_ORDER.map((half) => ({ studentId: student.studentId, day, half })),
                  );
                  if (cells.length > 0) onChange?.(paint(draft, cells, brush));
                }}
              >
                <span className="register-seat">{student.seatNo ?? ''}</span>
                {student.name}
              </button>
            </th>
            {columns.map((column, place) => (
              <MarkCell
                key={`${column.day.on} ${column.half}`}
                {...column}
                student={student}
                cell={draft[keyOf(student.studentId, column.day.on, column.half)]}
                at={`${row}-${place}`}
                reached={at.row === row && at.column === place}
                locked={!onChange}
                today={today}
                onReach={() => {
                  setAt({ row, column: place });
                  onReach(keyOf(student.studentId, column.day.on, column.half));
                }}
                onPress={() => press(student, column, brush)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayHead({ day, today }: { day: RegisterDay; today: CivilDate }): ReactNode {
  const on = civilDate(day.on);
  return (
    <th scope="colgroup" colSpan={2} className={`register-day${day.on === today ? ' is-today' : ''}`}>
      {dayWords(on, today)}
      <span>周{WEEKDAYS[weekdayOf(on) - 1]}</span>
      {day.taken ? (
        <span className="register-called tone-green">
          <StateIcon kind="DONE" size={12} />
          已点名
        </span>
      ) : (
        <span className="register-called">{day.on > today ? '未到' : '未点名'}</span>
      )}
    </th>
  );
}

interface MarkCellProps {
  student: RegisterStudent;
  day: RegisterDay;
  half: (typeof HALVES_IN_ORDER)[number];
  cell: Draft[string] | undefined;
  at: string;
  reached: boolean;
  locked: boolean;
  today: CivilDate;
  onReach: () => void;
  onPress: () => void;
}

function MarkCell({
  student,
  day,
  half,
  cell,
  at,
  reached,
  locked,
  today,
  onReach,
  onPress,
}: MarkCellProps): ReactNode {
  if (!sitsOn(student, day.on)) return <td className="register-cell is-absent">不在班</td>;
  const leave = student.leaves.find(({ beginsOn, endsOn }) => beginsOn <= day.on && day.on <= endsOn);
  const partly = cell && cell.periods > 0 && cell.periods !== wholeOf(day, half);
  // What is seen must be part of what is said: the figure stands apart.
  const short = partly ? `，${SHORT[cell.kind]} ${cell.periods}` : '';
  const words = cell ? `${ABSENCE_KINDS[cell.kind]}${cell.periods}节${short}` : '到';
  return (
    <td className="register-cell">
      <button
        type="button"
        className={`register-mark${cell ? ` is-${cell.kind.toLowerCase().replace('_', '-')}` : ''}`}
        data-at={at}
        tabIndex={reached ? 0 : -1}
        disabled={!day.open || locked}
        aria-pressed={cell !== undefined}
        aria-label={`${student.name}${dayWords(civilDate(day.on), today)}${HALVES[half]}${words}${leave ? '，已准假' : ''}`}
        onFocus={onReach}
        onClick={onPress}
      >
        {cell ? SHORT[cell.kind] : leave ? '假' : day.open || day.taken ? '到' : ''}
        {partly && <small>{cell.periods}</small>}
      </button>
    </td>
  );
}
