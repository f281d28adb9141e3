/** 未报到提醒: on the workbench, how many of the roll have not come, and the first thing to be done. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { useNoShows } from './roll-queries.tsx';

/** The line; nothing where everybody has come. */
export function NoShowReminders(): ReactNode {
  const { data } = useNoShows(useMayCall()('GET /api/admission-no-shows'));
  if (!data || data.due === 0) return null;
  const first = data.items.find(({ state }) => state === 'NO_SHOW');
  const left = first?.daysLeft;
  return (
    <WorkList
      label="未报到"
      groups={[
        {
          key: 'no-shows',
          words: '入学注册',
          items: [
            {
              key: 'due',
              to: data.due === 1 && first ? `/admissions/roll?id=${first.id}` : '/admissions/no-shows',
              icon: <StateIcon kind="OVERDUE" />,
              title: <span className="reminder-words">{data.due}名新生未报到</span>,
              second: (
                <span>
                  {first?.next.words ?? '联系监护人并登记'}
                  {left !== null && left !== undefined && left >= 0 && `，还剩${left}天`}
                </span>
              ),
            },
          ],
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
