/** 办理经过: who did what, when, and in which words; last act first. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { clockWords, recentDayWords } from '../../../web/format.ts';
import { IconButton } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Dot } from '../../../web/parts/surface/dot.tsx';
import { type CaseEventView, clockChangeWords, eventWords } from './case-words.screen.ts';

export interface CaseEventsProps {
  events: readonly CaseEventView[];
  today: CivilDate;
  /** Goes back to what stood in this place. */
  onClose?: (() => void) | undefined;
  fill?: boolean | undefined;
}

/** The card of everything that happened. */
export function CaseEvents({ events, today, onClose, fill = false }: CaseEventsProps): ReactNode {
  return (
    <Card
      title="办理经过"
      note={events.length}
      side={onClose && <IconButton icon={X} label="收起办理经过" onPress={onClose} />}
      fill={fill}
      flush
    >
      <ol className="case-events" reversed>
        {events.toReversed().map((event) => (
          <li key={event.seq} className="case-event">
            <p className="case-event-act">
              <b>{eventWords(event)}</b>
              <span>{momentOf(event.at, today)}</span>
            </p>
            <p className="case-event-who">
              {event.institutionName}
              <Dot />
              {event.personName}
            </p>
            {event.opinion !== null && <p className="case-event-opinion">{event.opinion}</p>}
            {event.offline !== null && <p className="case-event-state">{event.offline}</p>}
            {movesOn(event) && (
              <p className="case-event-state">
                {event.stateWords}
                {event.clock && (
                  <>
                    <Dot />
                    {clockChangeWords(event.clock)}
                  </>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** 今天10:42: by the server's day, whatever this machine takes for today. */
const momentOf = (at: string, today: CivilDate): string =>
  `${recentDayWords(dayOf(new Date(at)), today)}${clockWords(at)}`;

/** Only these acts bring the case into another state. */
const movesOn = ({ step }: CaseEventView): boolean => step === 'DONE' || step === 'SIGNED' || step === 'LAPSED';
