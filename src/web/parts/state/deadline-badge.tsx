/** 期限标: how many working days are left, in words and ten marks, with the civil date beside. */
import type { ReactNode } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../format.ts';
import { type Deadline, deadlineState, deadlineTicks, deadlineWords } from './deadline.ts';
import { toneOf } from './state-icon.tsx';

export interface DeadlineBadgeProps {
  deadline: Deadline;
  /** Today in China, to write this year's dates short. */
  today: CivilDate;
  /** One line (on a track), two lines (in a list, words above marks), or large (the family's phone). Default line. */
  layout?: 'line' | 'stacked' | 'large' | undefined;
}

/** The same fact for everybody. Screen readers hear the words and the date, never the marks. */
export function DeadlineBadge({ deadline, today, layout = 'line' }: DeadlineBadgeProps): ReactNode {
  const tone = toneOf(deadlineState(deadline));
  const ticks = deadlineTicks(deadline);
  const oddDays = deadline.kind === 'RUNNING' ? deadline.oddDays : undefined;
  return (
    <span className={`deadline is-${layout}`} title={oddDays}>
      <span className={`deadline-words tone-${tone}`}>{deadlineWords(deadline, layout === 'stacked')}</span>
      {ticks.length > 0 && (
        <span className="deadline-ticks" aria-hidden="true">
          {ticks.map(({ day, kind }) => (
            <i key={day} className={`tick-${toneOf(kind)}`} />
          ))}
        </span>
      )}
      <DueDay deadline={deadline} today={today} layout={layout} />
    </span>
  );
}

function DueDay({ deadline, today, layout = 'line' }: DeadlineBadgeProps): ReactNode {
  const large = layout === 'large';
  const words =
    deadline.kind === 'RUNNING'
      ? `${dayWords(deadline.dueOn, today)}${large ? '前须办完' : '到期'}${large && deadline.oddDays ? `，${deadline.oddDays}` : ''}`
      : deadline.kind === 'LATER' && deadline.latestOn !== undefined
        ? `最晚${dayWords(deadline.latestOn, today)}`
        : undefined;
  if (words === undefined) return null;
  return <span className={layout === 'stacked' ? 'unseen' : 'deadline-day'}>{words}</span>;
}
