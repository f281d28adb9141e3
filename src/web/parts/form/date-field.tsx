/** 日期: typed first, chosen from a month second; always kept as 2026-09-24. */
import { CalendarDays } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { closePopover, Popover } from '../floating/popover.tsx';
import { IconButton } from '../surface/button.tsx';
import { Calendar } from './calendar.tsx';
import { type FieldProps, FormRow } from './form-row.tsx';
import { typedDate } from './typed-date.ts';

export interface DateFieldProps extends FieldProps {
  value: CivilDate | undefined;
  /** Called with a real day inside the bounds, or undefined where the field is emptied or no day can be read. */
  onChange: (day: CivilDate | undefined) => void;
  today: CivilDate;
  /** First and last day that may be chosen. */
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
}

/** Accepts 20150512, 2015.5.12, 2015年5月12日; says so where it cannot read what is typed. */
export function DateField({ value, onChange, today, from, to, ...row }: DateFieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useState(value ?? '');
  const [wrong, setWrong] = useState<string>();
  const [open, setOpen] = useState(false);
  // What was told last: the page may take a while until it hands the day back.
  const told = useRef(value);
  useEffect(() => {
    told.current = value;
    if (value !== undefined) setText(value);
  }, [value]);

  const take = (day: CivilDate | undefined, typed: string) => {
    setText(day ?? typed);
    setWrong(undefined);
    if (day === told.current) return;
    told.current = day;
    onChange(day);
  };
  const read = () => {
    const typed = text.trim();
    const day = typedDate(typed);
    if (typed === '') return take(undefined, '');
    const problem = problemOf(day, from, to);
    take(problem === undefined ? day : undefined, typed);
    setWrong(problem);
  };
  // A day typed whole is taken at once: a remark that goes only when the field is left would move what is pressed next.
  const type = (typed: string) => {
    setText(typed);
    const day = WHOLE.test(typed.trim()) ? typedDate(typed.trim()) : undefined;
    if (day !== undefined && problemOf(day, from, to) === undefined) take(day, typed);
  };
  return (
    <FormRow {...row} problem={wrong ?? row.problem}>
      {(ties) => (
        <span className="date-control">
          <input
            className="control"
            value={text}
            placeholder="如20150512"
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => type(event.target.value)}
            onBlur={read}
            onKeyDown={(event) => event.key === 'Enter' && read()}
            {...ties}
          />
          <IconButton icon={CalendarDays} label={`${row.label}：从月历选`} popover={id} />
          <Popover id={id} align="end" label={`${row.label}月历`} onToggle={setOpen}>
            {open && (
              <Calendar
                at={typedDate(text) ?? today}
                chosen={value}
                today={today}
                from={from}
                to={to}
                onChoose={(day) => {
                  take(day, day);
                  closePopover(id);
                }}
              />
            )}
          </Popover>
        </span>
      )}
    </FormRow>
  );
}

const WHOLE = /^(\d{8}|\d{4}-\d{2}-\d{2})$/;

function problemOf(
  day: CivilDate | undefined,
  from: CivilDate | undefined,
  to: CivilDate | undefined,
): string | undefined {
  if (day === undefined) return '读不出日期，请写作2015-05-12或20150512';
  if (from !== undefined && day < from) return `不能早于${from}，请核对`;
  if (to !== undefined && day > to) return `不能晚于${to}，请核对`;
  return undefined;
}
