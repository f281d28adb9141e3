/** 历程: what held when, drawn on a line of time: bands for what lasts, marks for what happened. */
import type { LucideIcon } from 'lucide-react';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../format.ts';
import { TimelineMarks } from './timeline-marks.tsx';
import { placeOf, yearTurns } from './timeline-scale.ts';
import { useWidth } from './use-width.ts';
import './timeline.css';

export interface TimelineBand {
  key: string;
  from: CivilDate;
  /** The day after the last; absent while it lasts. */
  to?: CivilDate | undefined;
  words: string;
  /** 1-3 the three tints; paused hatched; planned outline only; plain for the lower rows. */
  look: 1 | 2 | 3 | 'paused' | 'planned' | 'plain';
}

export interface TimelineRow {
  key: string;
  label: string;
  bands: readonly TimelineBand[];
}

export interface TimelineMark {
  key: string;
  on: CivilDate;
  icon: LucideIcon;
  words: string;
  note?: string | undefined;
  /** Still going on: filled. */
  now?: boolean | undefined;
}

export interface TimelineProps {
  /** Name for readers: 学籍历程. */
  label: string;
  from: CivilDate;
  to: CivilDate;
  today: CivilDate;
  /** The day the page shows; the line says 今天 where it is today. Default today. */
  day?: CivilDate | undefined;
  rows: readonly TimelineRow[];
  marks: readonly TimelineMark[];
}

const LABEL_ROOM = 64;

/** The drawing, and the same as an ordered list: for readers always, for the eye where there is no room to draw. */
export function Timeline({ label, from, to, today, day = today, rows, marks }: TimelineProps): ReactNode {
  const field = useRef<HTMLDivElement>(null);
  const width = useWidth(field);
  const at = (on: CivilDate): CSSProperties => ({ left: `${placeOf(on, from, to) * 100}%` });
  // Words of a turn give way to the day line's and to the right edge.
  const hasRoom = (turn: CivilDate) => {
    const left = placeOf(turn, from, to) * width;
    return width - left > LABEL_ROOM && Math.abs(placeOf(day, from, to) * width - left - LABEL_ROOM / 2) > LABEL_ROOM;
  };
  return (
    <figure className="timeline" aria-label={label}>
      <div className="timeline-drawing">
        <div className="timeline-labels" aria-hidden="true">
          {rows.map((row) => (
            <span key={row.key}>{row.label}</span>
          ))}
        </div>
        <div ref={field} className="timeline-field">
          {yearTurns(from, to).map((turn) => (
            <span key={turn} className="timeline-turn" style={at(turn)} aria-hidden="true">
              {hasRoom(turn) && `${Number(turn.slice(0, 4))}年${Number(turn.slice(5, 7))}月`}
            </span>
          ))}
          <TimelineMarks marks={marks} from={from} to={to} today={today} width={width} />
          {rows.map((row) => (
            <div key={row.key} className="timeline-row" aria-hidden="true">
              {row.bands.map((band) => (
                <span key={band.key} className={`timeline-band look-${band.look}`} style={spanOf(band, from, to)}>
                  <span>{band.words}</span>
                </span>
              ))}
            </div>
          ))}
          <span className="timeline-day" style={at(day)} aria-hidden="true">
            <b>{day === today ? '今天' : dayWords(day, today)}</b>
          </span>
        </div>
      </div>
      <TimelineList rows={rows} marks={marks} today={today} />
    </figure>
  );
}

function spanOf({ from, to }: TimelineBand, first: CivilDate, last: CivilDate): CSSProperties {
  const left = placeOf(from, first, last);
  const right = to === undefined ? 1 : placeOf(to, first, last);
  return { left: `${left * 100}%`, width: `calc(${(right - left) * 100}% - 2px)` };
}

function TimelineList({ rows, marks, today }: Pick<TimelineProps, 'rows' | 'marks' | 'today'>): ReactNode {
  const lines = [
    ...rows.flatMap((row) =>
      row.bands.map((band) => ({
        key: `${row.key} ${band.key}`,
        on: band.from,
        words: `${row.label}：${band.words}`,
        until: band.to,
      })),
    ),
    ...marks.map(({ key, on, words, note }) => ({
      key,
      on,
      words: note ? `${words}，${note}` : words,
      until: undefined,
    })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <ol className="timeline-list">
      {lines.map(({ key, on, words, until }) => (
        <li key={key}>
          <span className="timeline-when">
            {dayWords(on, today)}
            {until !== undefined && `至${dayWords(until, today)}`}
          </span>
          {words}
        </li>
      ))}
    </ol>
  );
}
