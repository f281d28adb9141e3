/** 辍学名册: figures first, then who has dropped out, to whom it was told, and whose file goes home at term end. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import { listState } from '../../../web/query.ts';
import type { DropoutItem, DropoutsView } from '../dropouts.api.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';

const KEY = ['dropouts'];
const NO_ITEMS: DropoutItem[] = [];
const NO_SCHOOLS: DropoutsView['schools'] = [];

/** /dropouts */
export function Component(): ReactNode {
  const [{ tab }, setAddress] = useAddressState({ tab: 'students' });
  const [sending, setSending] = useState<DropoutItem>();
  const { institution, today } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const maySend = useMayCall()('POST /api/dropouts/:id/hand-overs');
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<DropoutsView>('/dropouts', { signal }),
  });
  const view = query.data;
  const due = view?.items.filter(({ handOver }) => handOver && !handOver.sent?.receivedOn) ?? NO_ITEMS;
  const shown = tab === 'schools' || tab === 'files' ? tab : 'students';
  const columns = columnsFor({
    school: institution.level === 'SCHOOL',
    files: shown === 'files',
    onSend: maySend ? setSending : undefined,
  });
  return (
    <Page fill>
      <PageHead title="辍学名册" facts={view && <Counts counts={view.counts} />} />
      <Card label="辍学名册" fill flush>
        <Tabs
          label="辍学名册"
          items={[
            { key: 'students', words: '辍学学生', count: view?.counts.now },
            { key: 'files', words: '学期末转交', count: due.length },
            { key: 'schools', words: '各校' },
          ]}
          current={shown}
          onChange={(next) => setAddress({ tab: next })}
        />
        {shown === 'schools' ? (
          <DataTable
            label="各校辍学和复学"
            fill
            remember="dropout-schools"
            columns={SCHOOL_COLUMNS}
            rows={view?.schools ?? NO_SCHOOLS}
            rowKey={({ schoolName }) => schoolName}
            state={listState(query)}
            empty={<EmptyState words="没有学校登记过辍学" why="学校报告辍学、学籍主管部门登记后列在这里" />}
          />
        ) : (
          <DataTable
            label="辍学学生"
            fill
            remember={`dropouts-${shown}`}
            columns={columns}
            rows={shown === 'files' ? due : (view?.items ?? NO_ITEMS)}
            rowKey={({ studentId }) => studentId}
            rowWords={({ name }) => name}
            state={listState(query)}
            onOpen={({ studentId }) => navigate(`/students/${studentId}`)}
            empty={
              shown === 'files' ? (
                <EmptyState words="没有待转交的档案" why="随迁子女辍学的，每学期末将档案转交户籍所在地" />
              ) : (
                <EmptyState words="没有辍学的学生" why="学校报告辍学、学籍主管部门登记后列在这里" />
              )
            }
          />
        )}
      </Card>
      {sending && (
        <HandOverDialog
          item={sending}
          today={civilDate(today)}
          onClose={() => setSending(undefined)}
          onDone={() => client.invalidateQueries({ queryKey: KEY })}
        />
      )}
    </Page>
  );
}

function Counts({ counts }: { counts: DropoutsView['counts'] }): ReactNode {
  return (
    <Figures>
      <Figure value={counts.now} words="人现在辍学" to="/dropouts" />
      <Figure value={counts.reported} words="人本学年新登记" />
      <Figure value={counts.returned} words="人本学年复学" />
      <Figure value={counts.persuaded} words="人经劝返" />
      {counts.toHandOver > 0 && (
        <Figure value={counts.toHandOver} words="人档案待转交" tone="amber" to="/dropouts?tab=files" />
      )}
    </Figures>
  );
}

const SCHOOL_COLUMNS: Column<DropoutsView['schools'][number]>[] = [
  { key: 'school', title: '学校', stuck: 'start', cell: ({ schoolName }) => schoolName },
  { key: 'now', title: '现在辍学', width: 92, cell: ({ now }) => now },
  { key: 'reported', title: '本学年新登记', width: 108, cell: ({ reported }) => reported },
  { key: 'returned', title: '本学年复学', width: 100, cell: ({ returned }) => returned },
  { key: 'persuaded', title: '经劝返', width: 84, cell: ({ persuaded }) => persuaded },
];

interface Shown {
  school: boolean;
  files: boolean;
  onSend: ((item: DropoutItem) => void) | undefined;
}

const columnsFor = ({ school, files, onSend }: Shown): Column<DropoutItem>[] => [
  {
    key: 'name',
    title: '学生',
    width: 108,
    stuck: 'start',
    cell: ({ studentId, name }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'grade', title: '年级', width: 84, optional: true, cell: ({ gradeWords }) => gradeWords },
  ...(school
    ? []
    : [{ key: 'school', title: '学校', width: 180, optional: true, cell: (row: DropoutItem) => row.schoolName }]),
  {
    key: 'since',
    title: '登记',
    width: 108,
    cell: ({ since, caseId }) => <Link to={`/cases/${caseId}`}>{since}</Link>,
  },
  ...(files ? fileColumns(onSend) : ABOUT),
];

const ABOUT: Column<DropoutItem>[] = [
  { key: 'reason', title: '原因', cell: ({ reason }) => reason },
  { key: 'where', title: '去向', width: 108, optional: true, cell: ({ whereaboutsWords }) => whereaboutsWords },
  { key: 'family', title: '户籍', width: 180, optional: true, cell: ({ familyWords }) => familyWords },
  {
    key: 'reports',
    title: '书面上报',
    cell: ({ reports }) =>
      reports.map(({ recipientName, on, receivedOn }) => (
        <span key={`${recipientName} ${on}`}>
          {recipientName}
          <span className="quiet">{receivedOn ? '已签收' : '待签收'}</span>{' '}
        </span>
      )),
  },
];

const fileColumns = (onSend: Shown['onSend']): Column<DropoutItem>[] => [
  { key: 'household', title: '户籍所在地', width: 140, cell: ({ handOver }) => handOver?.household ?? '' },
  { key: 'due', title: '学期末', width: 108, cell: ({ handOver }) => handOver?.dueOn as CivilDate },
  {
    key: 'sent',
    title: '转交',
    cell: ({ handOver }) =>
      handOver?.sent ? (
        <StatusChip kind="IN_PROCESS">{`${handOver.sent.on}转交${handOver.sent.receiverName}，待签收`}</StatusChip>
      ) : (
        <StatusChip kind="DUE_SOON">待转交</StatusChip>
      ),
  },
  {
    key: 'acts',
    title: '办理',
    width: 128,
    cell: (row) =>
      onSend && <Button onPress={() => onSend(row)}>{row.handOver?.sent ? '登记签收' : '登记转交'}</Button>,
  },
];
