/** 档案转接提醒: on the workbench, paper files that are owed, late or on their way. */
import type { ReactNode } from 'react';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { useHandOvers } from './hand-over-queries.tsx';

/** The lines; nothing where nothing waits. */
export function HandOverReminders(): ReactNode {
  const { data } = useHandOvers('OUT', useMayCall()('GET /api/file-hand-overs'));
  const atSchool = useSession().institution.level === 'SCHOOL';
  const { overdue = 0, toSend = 0, toReceive = 0 } = data ?? {};
  const lines = [
    {
      key: 'late',
      count: overdue,
      kind: 'OVERDUE' as const,
      words: '份学籍档案逾期未转出',
      note: atSchool ? '写明原因后立即转出' : '催促学校立即转出',
      to: '/hand-overs?side=OUT',
    },
    {
      key: 'owed',
      count: toSend - overdue,
      kind: 'DUE_SOON' as const,
      words: '份学籍档案待转出',
      note: '学籍转接办结后一个月内',
      to: '/hand-overs?side=OUT',
    },
    {
      key: 'coming',
      count: toReceive,
      kind: 'IN_PROCESS' as const,
      words: '份学籍档案在途，待签收',
      note: atSchool ? '收到后按清单核对签收' : '由转入学校签收',
      to: '/hand-overs?side=IN',
    },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <WorkList
      label="档案转接提醒"
      groups={[
        {
          key: 'hand-overs',
          words: '档案转接',
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
