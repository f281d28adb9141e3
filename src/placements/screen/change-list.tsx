/** 调整记录: what was done to a class group, by whom and why. */
import type { ReactNode } from 'react';
import { momentWords } from '../../web/format.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { listState } from '../../web/query.ts';
import type { ClassGroupChanges } from '../placements.api.ts';
import { useChanges } from './class-queries.tsx';

type Change = ClassGroupChanges['items'][number];

const NONE: Change[] = [];

function columnsAt(now: Date): Column<Change>[] {
  return [
    { key: 'at', title: '时间', width: 132, cell: ({ at }) => momentWords(at, now) },
    { key: 'did', title: '事项', width: 96, cell: ({ did }) => did },
    {
      key: 'joined',
      title: '编入',
      width: 64,
      align: 'right',
      cell: ({ joined }) => (joined > 0 ? `${joined}人` : ''),
    },
    { key: 'left', title: '调出', width: 64, align: 'right', cell: ({ left }) => (left > 0 ? `${left}人` : '') },
    {
      key: 'total',
      title: '其后',
      width: 64,
      align: 'right',
      cell: ({ total }) => (total === null ? '' : `${total}人`),
    },
    { key: 'person', title: '办理人', width: 88, cell: ({ personName }) => personName },
    { key: 'reason', title: '理由', cell: ({ reason }) => reason ?? '' },
  ];
}

/** The table of changes; `now` is the instant by which 今天 and 昨天 are told. */
export function ChangeList({ classGroupId, now }: { classGroupId: string; now: Date }): ReactNode {
  const query = useChanges(classGroupId);
  return (
    <DataTable
      label="调整记录"
      columns={columnsAt(now)}
      rows={query.data?.items ?? NONE}
      rowKey={({ at, did }) => `${at}${did}`}
      state={listState(query)}
      empty={<EmptyState words="还没有调整" why="编班、调班和编学号后记在这里" />}
      fill
    />
  );
}
