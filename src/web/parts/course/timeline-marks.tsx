/** 历程标记: what happened, above the bands; marks too close together fold into one that opens. */
import { Ellipsis } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../format.ts';
import { Popover } from '../floating/popover.tsx';
import type { TimelineMark } from './timeline.tsx';
import { foldMarks, placeOf } from './timeline-scale.ts';

interface TimelineMarksProps {
  marks: readonly TimelineMark[];
  from: CivilDate;
  to: CivilDate;
  today: CivilDate;
  /** Width of the field in pixels. */
  width: number;
}

/** The row of marks. */
export function TimelineMarks({ marks, from, to, today, width }: TimelineMarksProps): ReactNode {
  return foldMarks(marks, from, to, width).map((group) => {
    const first = group[0]!;
    const left = placeOf(first.on, from, to) * width;
    const style = { left: `${left}px`, maxWidth: `${Math.max(80, width - left + 12)}px` };
    return (
      <div key={first.key} className="timeline-mark" style={style} aria-hidden={group.length === 1 || undefined}>
        {group.length === 1 ? <One mark={first} /> : <Several marks={group} today={today} />}
      </div>
    );
  });
}

function One({ mark }: { mark: TimelineMark }): ReactNode {
  const { icon: Icon, words, note, now } = mark;
  return (
    <>
      <span className={`timeline-node${now ? ' is-now' : ''}`}>
        <Icon size={11} />
      </span>
      <span className="timeline-words">
        <b>{words}</b>
        <span>{note}</span>
      </span>
    </>
  );
}

function Several({ marks, today }: { marks: readonly TimelineMark[]; today: CivilDate }): ReactNode {
  const id = useId();
  return (
    <>
      <button className="timeline-fold" type="button" popoverTarget={id}>
        <span className={`timeline-node${marks.some((mark) => mark.now) ? ' is-now' : ''}`}>
          <Ellipsis size={11} aria-hidden />
        </span>
        <span className="timeline-words">
          <b>{marks.length}项</b>
          <span>{marks[0]!.words}等</span>
        </span>
      </button>
      <Popover id={id} label={`${marks.length}项`}>
        <ol className="timeline-folded">
          {marks.map(({ key, on, words, note }) => (
            <li key={key}>
              <span className="timeline-when">{dayWords(on, today)}</span>
              <b>{words}</b> {note}
            </li>
          ))}
        </ol>
      </Popover>
    </>
  );
}
