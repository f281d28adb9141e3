/** 疑似重复清单: pairs that the nightly search has found, the most alike on top. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { dayWords } from '../../web/format.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { listState } from '../../web/query.ts';
import type { PairItem } from '../duplicates.api.ts';

const PAGE = 50;
const NONE: PairItem[] = [];

interface PairListProps {
  query: UseQueryResult<{ items: PairItem[]; total: number }>;
  today: CivilDate;
  offset: number;
  onOffset: (offset: number) => void;
  onRaise: (pair: PairItem) => void;
}

/** Whose student it is raises the pair; everybody else sees whose turn that is. */
export function PairList({ query, today, offset, onOffset, onRaise }: PairListProps): ReactNode {
  const total = query.data?.total ?? 0;
  const columns: Column<PairItem>[] = [
    {
      key: 'own',
      title: '学生',
      stuck: 'start',
      cell: (row) => <Link to={`/students/${row.studentId}`}>{row.name}</Link>,
    },
    { key: 'school', title: '学校', width: 160, optional: true, cell: (row) => row.schoolName },
    { key: 'score', title: '相似度', width: 76, cell: (row) => `${row.score}分` },
    { key: 'reasons', title: '理由', width: 380, cell: (row) => row.reasons.join('、') },
    { key: 'other', title: '另一条', width: 196, cell: (row) => `${row.otherName}，${row.otherSchoolName}` },
    {
      key: 'found',
      title: '发现',
      width: 96,
      optional: true,
      cell: (row) => dayWords(civilDate(row.foundOn), today),
    },
    {
      key: 'act',
      title: '办理',
      width: 116,
      cell: (row) =>
        row.mayRaise ? (
          <Button onPress={() => onRaise(row)}>并排核对</Button>
        ) : (
          <span className="quiet">由两校核对</span>
        ),
    },
  ];
  return (
    <DataTable
      label="疑似重复"
      fill
      remember="duplicate-pairs"
      columns={columns}
      rows={query.data?.items ?? NONE}
      rowKey={({ studentId, otherId }) => `${studentId}/${otherId}`}
      rowWords={({ name, otherSchoolName }) => `${name}与${otherSchoolName}一名学生`}
      state={listState(query)}
      onOpen={(row) => row.mayRaise && onRaise(row)}
      pages={{
        hasPrevious: offset > 0,
        hasNext: offset + PAGE < total,
        onPrevious: () => onOffset(Math.max(0, offset - PAGE)),
        onNext: () => onOffset(offset + PAGE),
      }}
      empty={<EmptyState words="没有疑似重复" why="每天夜里全库查重，有疑似重复的列在这里，由两校核对" />}
    />
  );
}
