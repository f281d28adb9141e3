/** 转学意愿表: what families wish, those to be answered here at the top. */
import type { ReactNode } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { listState } from '../../../web/query.ts';
import type { InvitationItem } from '../../invitations/invitations.api.ts';
import { InvitationActs } from './invitation-acts.tsx';
import { useInvitations } from './invitation-queries.tsx';

const STATES: Record<InvitationItem['state'], [kind: StateKind, words: string]> = {
  OPEN: ['IN_PROCESS', '待答复'],
  TAKEN: ['DONE', '已发起转学'],
  DECLINED: ['REFUSED', '不能接收'],
  ARRANGED: ['DONE', '已另行安排'],
  WITHDRAWN: ['DRAFT', '已撤回'],
};

/** Both ways in one list: a wish is told to one school only. */
export function InvitationTable(): ReactNode {
  const incoming = useInvitations('IN');
  const outgoing = useInvitations('OUT');
  const today = civilDate(useSession().today);
  const all = [...(incoming.data?.items ?? []), ...(outgoing.data?.items ?? [])];
  const rows = all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
  return (
    <DataTable
      label="转学意愿"
      fill
      remember="transfer-invitations"
      columns={columnsFor(today)}
      rows={rows.toSorted((one, other) => other.may.length - one.may.length)}
      rowKey={({ id }) => id}
      rowWords={({ childName }) => childName}
      state={listState(incoming)}
      empty={
        <EmptyState
          words="没有转学意愿"
          why="家长先提出的，由现就读学校在学生档案中点“转学意愿”登记，转达意向学校，列在这里"
        />
      }
    />
  );
}

const columnsFor = (today: CivilDate): Column<InvitationItem>[] => [
  {
    key: 'child',
    title: '学生',
    width: 148,
    stuck: 'start',
    cell: ({ childName, gradeWords }) => (
      <>
        {childName} <span className="quiet">{gradeWords}</span>
      </>
    ),
  },
  {
    key: 'state',
    title: '进度',
    width: 132,
    cell: ({ state, caseId }) => (
      <StatusChip kind={STATES[state][0]} to={caseId ? `/cases/${caseId}` : undefined}>
        {STATES[state][1]}
      </StatusChip>
    ),
  },
  {
    key: 'schools',
    title: '从何校到何校',
    cell: ({ fromName, toName, arranged }) => `${fromName}→${toName}${arranged ? '（主管部门安排）' : ''}`,
  },
  {
    key: 'said',
    title: '家长说明',
    optional: true,
    cell: ({ groundWords, said }) => (
      <>
        {groundWords}，<span className="quiet">{said}</span>
      </>
    ),
  },
  {
    key: 'answer',
    title: '答复',
    width: 190,
    optional: true,
    cell: ({ answer }) =>
      answer?.reasonWords ? (
        <>
          {answer.reasonWords} {answer.chip && <span className="quiet no-autospace">{answer.chip}</span>}
        </>
      ) : (
        ''
      ),
  },
  { key: 'asked', title: '提出', width: 96, optional: true, cell: (row) => dayWords(civilDate(row.askedOn), today) },
  { key: 'acts', title: '办理', width: 264, cell: (row) => <InvitationActs item={row} /> },
];
