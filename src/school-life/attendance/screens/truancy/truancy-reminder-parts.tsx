/** 旷课提醒: on the workbench, how many students stay away of whom the law asks something that is not done yet. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { useTruants } from '../attendance-queries.tsx';

/** The line; nothing where nothing is due. */
export function TruancyReminders(): ReactNode {
  const { data } = useTruants(useMayCall()('GET /api/truancy'));
  if (!data || data.due === 0) return null;
  const first = data.items.find(({ level }) => level === 'DUE');
  const step = first?.steps.find(({ done }) => !done);
  return (
    <WorkList
      label="旷课预警"
      groups={[
        {
          key: 'truancy',
          words: '考勤',
          items: [
            {
              key: 'due',
              to: data.due === 1 && first ? `/truancy/${first.studentId}` : '/attendance?view=truancy',
              icon: <StateIcon kind="OVERDUE" />,
              title: <span className="reminder-words">{data.due}名学生旷课已到规定的时间</span>,
              second: <span>{step?.what ?? '联系监护人并登记'}</span>,
            },
          ],
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
