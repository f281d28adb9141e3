/** 转学: the transfers into this place and out of it; a school begins one here. */
import { ArrowRightLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import { useAddressState } from '../../web/address-state.ts';
import { dayWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { listState } from '../../web/query.ts';
import type { TransferItem } from '../transfers.api.ts';
import { useInvitations } from './invitations/invitation-queries.tsx';
import { InvitationTable } from './invitations/invitation-table.tsx';
import { useTransfers } from './transfer-queries.tsx';

const EMPTY: Record<string, string> = { IN: '还没有转入', OUT: '还没有转出' };
const STATES: Record<TransferItem['tone'], StateKind> = {
  PROCESS: 'IN_PROCESS',
  DONE: 'DONE',
  REFUSED: 'REFUSED',
  NEUTRAL: 'DRAFT',
};

const columnsFor = (today: CivilDate): Column<TransferItem>[] => [
  {
    key: 'title',
    title: '学生与去向',
    stuck: 'start',
    cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.title}</Link>,
  },
  {
    key: 'state',
    title: '进度',
    width: 232,
    cell: (row) => <StatusChip kind={STATES[row.tone]}>{row.stateWords}</StatusChip>,
  },
  { key: 'holder', title: '现由谁办', width: 190, optional: true, cell: (row) => row.holderName ?? '' },
  {
    key: 'due',
    title: '最晚',
    width: 108,
    optional: true,
    cell: (row) => (row.dueOn ? dayWords(civilDate(row.dueOn), today) : ''),
  },
  {
    key: 'opened',
    title: '发起',
    width: 108,
    optional: true,
    cell: (row) => dayWords(dayOf(new Date(row.openedAt)), today),
  },
  {
    key: 'number',
    title: '编号',
    width: 176,
    optional: true,
    cell: (row) => <span className="no-autospace">{row.number}</span>,
  },
];

const NONE: TransferItem[] = [];

/** /transfers: cases in and out, and what families wish. */
export function Component(): ReactNode {
  const [{ side, before }, setAddress] = useAddressState({ side: 'IN', before: '' });
  const navigate = useNavigate();
  const mayOpen = useMayCall()('POST /api/transfers');
  const { data: wishes } = useInvitations('IN');
  const atSchool = useSession().institution.level === 'SCHOOL';
  const waiting = atSchool ? wishes?.open : wishes?.toArrange;
  const begin = (
    <Button tone="primary" icon={ArrowRightLeft} onPress={() => navigate('/transfers/open')}>
      办理转入
    </Button>
  );
  return (
    <Page fill>
      <PageHead title="转学" side={mayOpen ? begin : undefined} />
      <Card label="转学办件" fill flush>
        <Tabs
          label="转学办件"
          items={[
            { key: 'IN', words: '转入' },
            { key: 'OUT', words: '转出' },
            { key: 'WISHES', words: '转学意愿', count: waiting || undefined },
          ]}
          current={side}
          onChange={(chosen) => setAddress({ side: chosen, before: '' })}
        />
        {side === 'WISHES' ? (
          <InvitationTable />
        ) : (
          <TransferTable side={side} before={before} onTurn={(at) => setAddress({ before: at })} />
        )}
      </Card>
    </Page>
  );
}

interface TransferTableProps {
  side: string;
  before: string;
  onTurn: (before: string) => void;
}

function TransferTable({ side, before, onTurn }: TransferTableProps): ReactNode {
  const today = civilDate(useSession().today);
  const navigate = useNavigate();
  const query = useTransfers(side, before);
  const next = query.data?.next;
  return (
    <DataTable
      label={side === 'IN' ? '转入' : '转出'}
      fill
      remember="transfers"
      columns={columnsFor(today)}
      rows={query.data?.items ?? NONE}
      rowKey={({ caseId }) => caseId}
      rowWords={({ title }) => title}
      state={listState(query)}
      onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
      pages={{
        hasPrevious: before !== '',
        hasNext: Boolean(next),
        onPrevious: () => onTurn(''),
        onNext: () => onTurn(next ?? ''),
      }}
      empty={
        <EmptyState
          words={EMPTY[side] ?? '没有转学'}
          why={side === 'IN' ? '转学由转入学校发起，查到学生后填表提交' : '别的学校发起转入本地学生后，列在这里'}
        />
      }
    />
  );
}
