/** 转学提醒: on the workbench, wishes of families to be answered. */
import type { ReactNode } from 'react';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { useInvitations } from './invitations/invitation-queries.tsx';

/** The lines; nothing where nothing waits. */
export function TransferReminders(): ReactNode {
  const atSchool = useSession().institution.level === 'SCHOOL';
  const { data: wishes } = useInvitations('IN', useMayCall()('GET /api/transfer-invitations'));
  const { open = 0, toArrange = 0 } = wishes ?? {};
  const lines = [
    {
      key: 'wishes',
      count: atSchool ? open : toArrange,
      kind: 'DUE_SOON' as const,
      words: atSchool ? '件转学意愿待答复' : '件转学意愿待安排学校',
      note: atSchool ? '办理转入，或依法答复' : '学校不能接收的，另行安排',
      to: '/transfers?side=WISHES',
    },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <WorkList
      label="转学提醒"
      groups={[
        {
          key: 'transfers',
          words: '转学',
          items: lines.map(({ key, count, kind, words, note, to }) => ({
            key,
            to,
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
