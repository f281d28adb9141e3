/** 当天节数: how many periods the day has in the morning and in the afternoon; those of the last day where nobody says otherwise. */
import type { ReactNode } from 'react';
import { ABSENCE_KINDS, HALVES } from '../../absence.api.ts';
import type { RegisterDay } from '../../attendance.api.ts';
import type { ReachedCell } from './draft.screen.ts';

interface PeriodsLineProps {
  days: readonly RegisterDay[];
  on: string;
  onChange: (days: RegisterDay[]) => void;
  /** The marked half-day that has the focus: how much of it was missed can be said. */
  reached: ReachedCell | undefined;
  onPeriods: (periods: number) => void;
}

const PARTS = [
  { key: 'morningPeriods', words: '上午' },
  { key: 'afternoonPeriods', words: '下午' },
] as const;
const COUNTS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Of the day that is looked at; nothing where it is closed. */
export function PeriodsLine({ days, on, onChange, reached, onPeriods }: PeriodsLineProps): ReactNode {
  const day = days.find((one) => one.on === on);
  if (!day?.open) return null;
  return (
    <div className="register-periods">
      {PARTS.map(({ key, words }) => (
        <PeriodsSelect
          key={key}
          words={words}
          value={day[key]}
          most={COUNTS.length - 1}
          onChange={(periods) => onChange(days.map((one) => (one.on === on ? { ...one, [key]: periods } : one)))}
        />
      ))}
      {reached && (
        <PeriodsSelect
          words={`${reached.name}${HALVES[reached.half]}${ABSENCE_KINDS[reached.kind]}`}
          value={reached.periods}
          most={reached.most}
          onChange={onPeriods}
        />
      )}
    </div>
  );
}

interface PeriodsSelectProps {
  words: string;
  value: number;
  most: number;
  onChange: (periods: number) => void;
}

function PeriodsSelect({ words, value, most, onChange }: PeriodsSelectProps): ReactNode {
  return (
    <label>
      {words}
      <select className="control" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {COUNTS.slice(0, most + 1).map((count) => (
          <option key={count} value={count}>
            {count}节
          </option>
        ))}
      </select>
    </label>
  );
}
