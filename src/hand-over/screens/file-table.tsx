/** 档案转接表: files on their way from here or to here, whose term ends first at the top. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { dayWords } from '../../web/format.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { listState } from '../../web/query.ts';
import type { HandOver } from '../hand-over.api.ts';
import { FileActs } from './file-acts.tsx';
import { useHandOvers } from './hand-over-queries.tsx';
import { fileState, fileWords } from './hand-over-words.screen.ts';

const NONE: HandOver[] = [];

/** The tab; `side` says which way they go. */
export function FileTable({ side }: { side: 'OUT' | 'IN' }): ReactNode {
  const query = useHandOvers(side);
  const today = civilDate(useSession().today);
  const navigate = useNavigate();
  return (
    <DataTable
      label={side === 'OUT' ? '转出档案' : '转入档案'}
      fill
      remember="file-hand-overs"
      columns={columnsFor(side, today)}
      rows={query.data?.items ?? NONE}
      rowKey={({ id }) => id}
      rowWords={({ title }) => title}
      state={listState(query)}
      onOpen={({ caseId }) => caseId && navigate(`/cases/${caseId}`)}
      empty={
        <EmptyState
          words={side === 'OUT' ? '没有待转出的档案' : '没有在途的档案'}
          why="学生转学或升学后，原学校须在规定期限内转出纸质档案，新学校签收；在途的列在这里"
        />
      }
    />
  );
}

const columnsFor = (side: 'OUT' | 'IN', today: CivilDate): Column<HandOver>[] => [
  {
    key: 'title',
    title: '学生与去向',
    stuck: 'start',
    cell: (row) => (row.caseId ? <Link to={`/cases/${row.caseId}`}>{row.title}</Link> : row.title),
  },
  {
    key: 'state',
    title: '档案',
    width: 172,
    cell: (row) => <StatusChip kind={fileState(row)}>{fileWords(row)}</StatusChip>,
  },
  {
    key: 'due',
    title: '最晚转出',
    width: 108,
    cell: (row) => (row.dueOn ? dayWords(civilDate(row.dueOn), today) : '未规定'),
  },
  {
    key: 'other',
    title: side === 'OUT' ? '转入学校' : '转出学校',
    width: 168,
    optional: true,
    cell: (row) => (side === 'OUT' ? row.toName : row.fromName),
  },
  {
    key: 'completed',
    title: '学籍转接',
    width: 108,
    optional: true,
    cell: (row) => dayWords(civilDate(row.completedOn), today),
  },
  { key: 'reason', title: '事由', width: 96, optional: true, cell: (row) => row.reasonWords },
  { key: 'acts', title: '办理', width: 212, cell: (row) => <FileActs file={row} /> },
];
