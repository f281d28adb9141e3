/** 月历: one month as a grid; arrows move by day and week, PageUp and PageDown by month. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { addDays, addMonths, type CivilDate, partsOf } from '../../../kernel/civil-date.ts';
import { IconButton } from '../surface/button.tsx';
import { monthSheet } from './typed-date.ts';
import './calendar.css';

export interface CalendarProps {
  /** The chosen day, or the one to begin at. */
  at: CivilDate;
  chosen?: CivilDate | undefined;
  today: CivilDate;
  /** First and last day that may be chosen. */
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
  onChoose: (day: CivilDate) => void;
}

const STEPS: Record<string, (day: CivilDate) => CivilDate> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

/** A month to choose a day from; the focus is on one day at a time. */
export function Calendar({ at, chosen, today, from, to, onChoose }: CalendarProps): ReactNode {
  const [focus, setFocus] = useState(at);
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(true); // the focus goes in when the calendar opens, and follows the keys
  const [year, month] = partsOf(focus);
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>(`[data-day="${focus}"]`)?.focus();
    moved.current = false;
  }, [focus]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moved.current = true;
    setFocus(step(focus));
  };
  const closed = (day: CivilDate) => (from !== undefined && day < from) || (to !== undefined && day > to);
  return (
    <div className="calendar">
      <div className="calendar-head">
        <IconButton icon={ChevronLeft} label="上一月" onPress={() => setFocus(addMonths(focus, -1))} />
        <input
          className="control calendar-year"
          type="number"
          aria-label="年"
          value={year}
          onChange={(event) => {
            const typed = Number(event.target.value);
            if (typed >= 1900 && typed <= 2200) setFocus(addMonths(focus, (typed - year) * 12));
          }}
        />
        年<b aria-live="polite">{month}月</b>
        <IconButton icon={ChevronRight} label="下一月" onPress={() => setFocus(addMonths(focus, 1))} />
      </div>
      <table ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {[...'一二三四五六日'].map((name) => (
              <th key={name} scope="col" abbr={`星期${name}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthSheet(year, month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    className={`calendar-day${partsOf(day)[1] === month ? '' : ' is-outside'}`}
                    tabIndex={day === focus ? 0 : -1}
                    aria-pressed={day === chosen}
                    aria-current={day === today ? 'date' : undefined}
                    aria-disabled={closed(day) || undefined}
                    aria-label={`${partsOf(day)[1]}月${partsOf(day)[2]}日`}
                    onClick={() => !closed(day) && onChoose(day)}
                  >
                    {partsOf(day)[2]}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
