/** 转学提醒: on the workbench, paper files that are owed, late or on their way, and wishes of families to be answered. */
import type { ReactNode } from 'react';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { useHandOvers } from './hand-over/hand-over-queries.tsx';
import { useInvitations } from './invitations/invitation-queries.tsx';

/** The lines; nothing where nothing waits. */
export function TransferReminders(): ReactNode {
  const { data } = useHandOvers('OUT', useMayCall()('GET /api/file-hand-overs'));
  const atSchool = useSession().institution.level === 'SCHOOL';
  const { data: wishes } = useInvitations('IN', useMayCall()('GET /api/transfer-invitations'));
  const { open = 0, toArrange = 0 } = wishes ?? {};
  const { overdue = 0, toSend = 0, toReceive = 0 } = data ?? {};
  const lines = [
    {
      key: 'wishes',
      count: atSchool ? open : toArrange,
      kind: 'DUE_SOON' as const,
      words: atSchool ? '件转学意愿待答复' : '件转学意愿待安排学校',
      note: atSchool ? '办理转入，或依法答复' : '学校不能接收的，另行安排',
      to: '/transfers?side=WISHES',
    },
    {
      key: 'late',
      count: overdue,
      kind: 'OVERDUE' as const,
      words: '份学籍档案逾期未转出',
      note: atSchool ? '写明原因后立即转出' : '催促学校立即转出',
      to: '/transfers?side=FILES_OUT',
    },
    {
      key: 'owed',
      count: toSend - overdue,
      kind: 'DUE_SOON' as const,
      words: '份学籍档案待转出',
      note: '转学办结后一个月内',
      to: '/transfers?side=FILES_OUT',
    },
    {
      key: 'coming',
      count: toReceive,
      kind: 'IN_PROCESS' as const,
      words: '份学籍档案在途，待签收',
      note: atSchool ? '收到后按清单核对签收' : '由转入学校签收',
      to: '/transfers?side=FILES_IN',
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
