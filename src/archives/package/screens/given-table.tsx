/** 外送的档案包: approved ones to be taken out once, and those that have left, with the code that the school passes on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { dayOf } from '../../../kernel/civil-date.ts';
import { api, downloadFile } from '../../../web/api-client.ts';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { listState } from '../../../web/query.ts';
import type { GivenPackages } from '../packages.api.ts';

type Given = GivenPackages['items'][number];
const NONE: Given[] = [];

export function GivenTable(): ReactNode {
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const query = useQuery({
    queryKey: ['file-packages'],
    queryFn: ({ signal }) => api.get<GivenPackages>('/file-packages', { signal }),
  });
  const take = async (caseId: string) => {
    setProblem(undefined);
    try {
      await downloadFile(`/file-packages/${caseId}/taking`, { post: true });
    } catch (thrown) {
      setProblem(thrown);
    }
    await client.invalidateQueries({ queryKey: ['file-packages'] });
  };
  return (
    <>
      <ProblemLine problem={problem} />
      <DataTable
        label="外送的档案包"
        fill
        columns={columnsFor(take)}
        rows={query.data?.items ?? NONE}
        rowKey={({ caseId }) => caseId}
        rowWords={({ title }) => title}
        state={listState(query)}
        empty={
          <EmptyState
            words="还没有批准外送的档案包"
            why="学生转往未接入本系统的学校时，在“学籍异动”中申请“档案电子包外送”，主管部门批准后在这里取出"
          />
        }
      />
    </>
  );
}

const columnsFor = (take: (caseId: string) => Promise<void>): Column<Given>[] => [
  {
    key: 'title',
    title: '学生',
    stuck: 'start',
    cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.title.split(' ')[0]}</Link>,
  },
  { key: 'receiver', title: '接收单位', width: 200, cell: (row) => row.receiverName },
  {
    key: 'state',
    title: '状态',
    width: 260,
    cell: ({ taken, mayTake, lastDay }) =>
      taken ? (
        <StatusChip kind="DONE">{`${dayOf(new Date(taken.at))}由${taken.byName}取出`}</StatusChip>
      ) : (
        <StatusChip kind={mayTake ? 'DUE_SOON' : 'DRAFT'}>{`已批准，${lastDay}前取出`}</StatusChip>
      ),
  },
  {
    key: 'code',
    title: '取件码',
    width: 300,
    cell: ({ code, mayTake, caseId }) =>
      mayTake ? (
        <Button onPress={() => void take(caseId)}>取出档案包</Button>
      ) : (
        <span className="package-code no-autospace">{code ?? ''}</span>
      ),
  },
];
