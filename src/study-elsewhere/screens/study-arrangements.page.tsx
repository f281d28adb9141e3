/** 借读和特教: who is taught elsewhere or in another way, the guest's record, and its end. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../web/address-state.ts';
import { api } from '../../web/api-client.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { listState } from '../../web/query.ts';
import type { ArrangementItem, ArrangementList } from '../study-elsewhere.api.ts';
import { GuestRecord } from './guest-record.tsx';

const KIND_WORDS: Record<ArrangementItem['kind'], string> = {
  GUEST_STUDY: '借读',
  HOME_DELIVERY: '送教上门',
  SPECIAL_SCHOOL: '特殊教育学校',
  INCLUSIVE: '随班就读',
  WORK_STUDY: '专门学校',
};
const TABS = [
  { key: 'holding', words: '就读中' },
  { key: 'ended', words: '已结束' },
] as const;

/** /study-arrangements */
export function Component(): ReactNode {
  const [{ tab }, setAddress] = useAddressState({ tab: 'holding' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const mayCall = useMayCall();
  const [ending, setEnding] = useState<ArrangementItem>();
  const [reading, setReading] = useState<ArrangementItem>();
  const query = useQuery({
    queryKey: ['study-arrangements'],
    queryFn: ({ signal }) => api.get<ArrangementList>('/study-arrangements', { signal }),
  });
  const all = query.data?.items ?? [];
  const holding = all.filter(({ endedOn }) => endedOn === null);
  const ended = all.filter(({ endedOn }) => endedOn !== null);
  const end = async (reason: string) => {
    await api.post(`/study-arrangements/${ending!.studentId}/${ending!.caseId}/end`, { reason });
    await client.invalidateQueries({ queryKey: ['study-arrangements'] });
  };
  return (
    <Page fill>
      <PageHead
        title="借读和特教"
        side={mayCall('POST /api/changes') && <Button to="/changes/apply">办理借读、特殊教育安排</Button>}
      />
      <Card label="就读安排" fill flush>
        <Tabs
          label="就读安排"
          items={TABS.map((one) => ({ ...one, count: one.key === 'ended' ? ended.length : holding.length }))}
          current={tab === 'ended' ? 'ended' : 'holding'}
          onChange={(chosen) => setAddress({ tab: chosen })}
        />
        <DataTable
          label="就读安排"
          fill
          remember="study-arrangements"
          columns={columnsFor({
            today: query.data?.today ?? '',
            onRead: setReading,
            onEnd: mayCall('POST /api/study-arrangements/:studentId/:caseId/end') ? setEnding : undefined,
          })}
          rows={tab === 'ended' ? ended : holding}
          rowKey={({ caseId }) => caseId}
          rowWords={({ name }) => name}
          state={listState(query)}
          onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
          empty={<EmptyState words="没有借读或特殊教育安排" why="在学籍异动中办理，办结后列在这里" />}
        />
      </Card>
      {reading && <GuestRecord one={reading} onClose={() => setReading(undefined)} />}
      <ReasonDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={ending ? `结束${ending.name}${KIND_WORDS[ending.kind]}` : ''}
        label="结束原因"
        least={4}
        act="结束"
        onGive={end}
      >
        {ending?.kind === 'GUEST_STUDY' ? '借读记录随即送回学籍所在学校，此后不能再登记' : '学籍和班级不变'}
      </ReasonDialog>
    </Page>
  );
}

interface Acts {
  today: string;
  onRead: (one: ArrangementItem) => void;
  onEnd: ((one: ArrangementItem) => void) | undefined;
}

const columnsFor = ({ today, onRead, onEnd }: Acts): Column<ArrangementItem>[] => [
  {
    key: 'name',
    title: '学生',
    width: 160,
    stuck: 'start',
    cell: ({ name, studentId, side, gradeWords }) => (
      <>
        {side === 'GUEST' ? name : <Link to={`/students/${studentId}`}>{name}</Link>}{' '}
        <span className="quiet">{gradeWords}</span>
      </>
    ),
  },
  { key: 'kind', title: '方式', width: 120, cell: ({ kind }) => KIND_WORDS[kind] },
  { key: 'there', title: '就读学校', cell: ({ thereName }) => thereName },
  { key: 'home', title: '学籍所在学校', cell: ({ schoolName }) => schoolName },
  { key: 'begun', title: '起始日', width: 112, optional: true, cell: ({ begunOn }) => begunOn },
  {
    key: 'until',
    title: '期满、结束',
    width: 168,
    cell: ({ untilOn, endedOn, endReason }) =>
      endedOn ? (
        `${endedOn} ${endReason ?? ''}`
      ) : untilOn ? (
        <StatusChip kind={untilOn < today ? 'OVERDUE' : 'IN_PROCESS'}>
          {untilOn < today ? `${untilOn}已期满` : untilOn}
        </StatusChip>
      ) : null,
  },
  {
    key: 'acts',
    title: '办理',
    width: 176,
    cell: (one) => (
      <>
        {one.kind === 'GUEST_STUDY' && (
          <Button tone="quiet" opens="dialog" onPress={() => onRead(one)}>
            借读记录
          </Button>
        )}
        {onEnd && one.endedOn === null && (
          <Button tone="quiet" opens="dialog" onPress={() => onEnd(one)}>
            结束
          </Button>
        )}
      </>
    ),
  },
];
