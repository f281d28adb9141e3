/** 休学期满提醒: on the workbench, how many leaves end within thirty days and how many have ended. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { useOnLeave } from './leave-queries.tsx';

/** The lines; nothing where no leave ends. */
export function LeaveReminders(): ReactNode {
  const { data } = useOnLeave(useMayCall()('GET /api/leaves'));
  const { ended = 0, ending = 0 } = data ?? {};
  const lines = [
    {
      key: 'ended',
      count: ended,
      kind: 'OVERDUE' as const,
      words: '名学生休学期满未复学',
      note: '督促复学，或办理延长',
    },
    { key: 'ending', count: ending, kind: 'DUE_SOON' as const, words: '名学生休学将期满', note: '三十天内期满' },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <WorkList
      label="休学期满"
      groups={[
        {
          key: 'leaves',
          words: '休学',
          items: lines.map(({ key, count, kind, words, note }) => ({
            key,
            to: `/leaves?tab=${key}`,
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
