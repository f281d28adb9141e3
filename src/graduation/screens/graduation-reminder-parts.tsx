/** 毕业提醒: on the workbench, in the season in which stages end: results that are missing, and lists that can go in. */
import type { ReactNode } from 'react';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { useGraduations } from './graduation-queries.tsx';
import { remindersOf } from './graduation-reminders.screen.ts';

/** The lines; nothing outside the season, and where nothing is left to do. */
export function GraduationReminders(): ReactNode {
  const month = Number(useSession().today.slice(5, 7));
  const inSeason = month >= FIRST_MONTH && month <= LAST_MONTH;
  const { data } = useGraduations(useMayCall()('GET /api/graduations') && inSeason);
  const lines = data ? remindersOf(data) : [];
  if (lines.length === 0) return null;
  return (
    <WorkList
      label="毕业提醒"
      groups={[
        {
          key: 'graduations',
          words: '毕业',
          items: lines.map(({ key, count, kind, words, note }) => ({
            key,
            to: '/graduations',
            icon: <StateIcon kind={kind} />,
            title: (
              <span className="reminder-words">
                {count}
                {words}
              </span>
            ),
            second: <span>{note}</span>,
          })),
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}

/** From the last examinations to the first day of the next school year. */
const FIRST_MONTH = 5;
const LAST_MONTH = 8;
