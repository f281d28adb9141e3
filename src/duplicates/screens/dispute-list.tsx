/** 问题学籍清单: the disputes of the reader's place, with kind, weight and state. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { dayWords } from '../../web/format.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { listState } from '../../web/query.ts';
import type { DisputeItem } from '../duplicates.api.ts';
import { useDisputes } from './duplicate-queries.tsx';
import { BASIS_WORDS, STATES } from './duplicate-words.screen.ts';

const columnsFor = (today: CivilDate): Column<DisputeItem>[] => [
  {
    key: 'title',
    title: '学生与两校',
    stuck: 'start',
    cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.title}</Link>,
  },
  { key: 'basis', title: '类型', width: 124, cell: (row) => BASIS_WORDS[row.basis] },
  { key: 'score', title: '相似度', width: 76, cell: (row) => `${row.score}分` },
  {
    key: 'state',
    title: '进度',
    width: 216,
    cell: (row) => <StatusChip kind={STATES[row.tone]}>{row.stateWords}</StatusChip>,
  },
  { key: 'holder', title: '现由谁办', width: 180, optional: true, cell: (row) => row.holderName ?? '' },
  {
    key: 'due',
    title: '最晚',
    width: 96,
    optional: true,
    cell: (row) => (row.dueOn ? dayWords(civilDate(row.dueOn), today) : ''),
  },
  {
    key: 'number',
    title: '编号',
    width: 176,
    optional: true,
    cell: (row) => <span className="no-autospace">{row.number}</span>,
  },
];

const NONE: DisputeItem[] = [];

interface DisputeListProps {
  side: 'OPEN' | 'ENDED';
  today: CivilDate;
  before: string;
  onBefore: (before: string) => void;
}

/** One tab of the page. */
export function DisputeList({ side, today, before, onBefore }: DisputeListProps): ReactNode {
  const navigate = useNavigate();
  const query = useDisputes(side, before);
  const next = query.data?.next;
  return (
    <DataTable
      label={side === 'OPEN' ? '核办中' : '已办结'}
      fill
      remember="duplicates"
      columns={columnsFor(today)}
      rows={query.data?.items ?? NONE}
      rowKey={({ caseId }) => caseId}
      rowWords={({ title }) => title}
      state={listState(query)}
      onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
      pages={{
        hasPrevious: before !== '',
        hasNext: Boolean(next),
        onPrevious: () => onBefore(''),
        onNext: () => onBefore(next ?? ''),
      }}
      empty={
        <EmptyState
          words={side === 'OPEN' ? '没有核办中的问题学籍' : '还没有办结的问题学籍'}
          why="学校在学生的学籍页、疑似重复清单或查重退回的新生登记中，可报问题学籍"
        />
      }
    />
  );
}
