/** 证书批次: those that are being numbered lead to their case, the others to their marks and certificates. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { countWords } from '../../../web/format.ts';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { listState } from '../../../web/query.ts';
import type { CertificateOverview } from '../certificates.api.ts';

interface Line {
  key: string;
  to: string;
  title: string;
  schoolName: string;
  students: number;
  state: { kind: 'IN_PROCESS' | 'DUE_SOON' | 'DONE'; words: string };
  makerName: string;
  on: string;
}

export function BatchTable({ query }: { query: UseQueryResult<CertificateOverview> }): ReactNode {
  const navigate = useNavigate();
  return (
    <DataTable
      label="证书批次"
      fill
      remember="certificate-batches"
      columns={COLUMNS}
      rows={query.data ? linesOf(query.data) : []}
      rowKey={({ key }) => key}
      rowWords={({ schoolName, title }) => `${schoolName}${title}`}
      state={listState(query)}
      onOpen={({ to }) => navigate(to)}
      empty={<EmptyState words="这一年还没有编号的证书" why="毕业名单核准后，由学校在此申领编号" />}
    />
  );
}

function linesOf({ cases, batches }: CertificateOverview): Line[] {
  return [
    ...cases.map(({ caseId, title, schoolName, students, stateWords, openedOn }): Line => {
      const state = { kind: 'IN_PROCESS' as const, words: stateWords };
      return { key: caseId, to: `/cases/${caseId}`, title, schoolName, students, state, makerName: '', on: openedOn };
    }),
    ...batches.map(({ id, title, schoolName, students, makerName, numberedOn, ...one }): Line => {
      const lying = students - one.handed - one.calledBack;
      const state =
        one.marks < one.marksWanted
          ? { kind: 'DUE_SOON' as const, words: `签章${one.marks}/${one.marksWanted}` }
          : lying > 0
            ? { kind: 'IN_PROCESS' as const, words: `待发放${lying}张` }
            : { kind: 'DONE' as const, words: '已发完' };
      const to = `/certificates/batches/${id}`;
      return { key: id, to, title, schoolName, students, state, makerName, on: numberedOn };
    }),
  ];
}

const COLUMNS: Column<Line>[] = [
  { key: 'title', title: '证书', width: 208, stuck: 'start', cell: ({ title, to }) => <Link to={to}>{title}</Link> },
  { key: 'school', title: '学校', cell: ({ schoolName }) => schoolName },
  { key: 'students', title: '人数', width: 72, align: 'right', cell: ({ students }) => countWords(students) },
  {
    key: 'state',
    title: '状态',
    width: 152,
    cell: ({ state: { kind, words } }) => <StatusChip kind={kind}>{words}</StatusChip>,
  },
  { key: 'maker', title: '编号单位', width: 184, optional: true, cell: ({ makerName }) => makerName || null },
  { key: 'on', title: '编号、申领日', width: 112, optional: true, cell: ({ on }) => on },
];
