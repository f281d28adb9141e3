/** 家长申请提醒: on the workbench, how many wait for an answer and how many have waited too long. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { useRequests } from './request-queries.tsx';

/** The lines; nothing where nobody waits. */
export function FamilyReminders(): ReactNode {
  const { data } = useRequests('OPEN', useMayCall()('GET /api/family-requests'));
  const { open = 0, late = 0 } = data ?? {};
  if (open === 0) return null;
  return (
    <WorkList
      label="家长申请"
      groups={[
        {
          key: 'family-requests',
          words: '家长申请',
          items: [
            {
              key: 'open',
              to: '/family-requests',
              icon: <StateIcon kind={late > 0 ? 'OVERDUE' : 'DUE_SOON'} />,
              title: <span className="reminder-words">{open}件家长申请待答复</span>,
              second: <span>{late > 0 ? `其中${late}件已过答复期限` : '更正、休学复学、异议投诉'}</span>,
            },
          ],
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
