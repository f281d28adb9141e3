/** 旷课预警: who stays away, how long, what the law asks next; those first of whom something is due. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { listState } from '../../../../web/query.ts';
import type { TruantView } from '../../truancy/truancy.api.ts';
import { useTruants } from '../attendance-queries.tsx';
import { LEVELS, runWords } from './truancy-words.screen.ts';

const NONE: TruantView[] = [];

const columnsFor = (school: boolean): Column<TruantView>[] => [
  {
    key: 'name',
    title: '学生',
    width: 164,
    stuck: 'start',
    cell: (row) => (
      <>
        <Link to={`/truancy/${row.studentId}`}>{row.name}</Link>{' '}
        <span className="quiet">{school ? row.classGroupName : row.gradeWords}</span>
      </>
    ),
  },
  {
    key: 'level',
    title: '进展',
    width: 124,
    cell: ({ level }) => <StatusChip kind={LEVELS[level].kind}>{LEVELS[level].words}</StatusChip>,
  },
  ...(school
    ? []
    : [{ key: 'school', title: '学校', width: 190, optional: true, cell: (row: TruantView) => row.schoolName }]),
  { key: 'run', title: '连续旷课', width: 196, cell: runWords },
  { key: 'periods', title: '本学期累计', width: 100, cell: ({ periods }) => `${periods}节` },
  { key: 'contacts', title: '联系', width: 64, optional: true, cell: ({ contacts }) => `${contacts}次` },
  {
    key: 'next',
    title: '规定怎么办',
    cell: ({ steps, findings }) => {
      const next = steps.find(({ done }) => !done) ?? steps[0];
      const said = next ? `${next.byWords}：${next.what}` : findings[0]?.sentence;
      const chip = next?.chip ?? findings[0]?.chip;
      return said ? (
        <>
          {said} <span className="quiet no-autospace">{chip}</span>
        </>
      ) : (
        <span className="quiet">本地没有旷课告知的规定，照常联系监护人</span>
      );
    },
  },
];

/** The card. */
export function TruantsView(): ReactNode {
  const query = useTruants();
  const navigate = useNavigate();
  const school = useSession().institution.level === 'SCHOOL';
  const { due = 0, total = 0 } = query.data ?? {};
  return (
    <Card title="本学期旷课学生" note={total > 0 ? `${total}人，${due}人待办` : undefined} fill flush>
      <DataTable
        label="旷课学生"
        fill
        remember="truants"
        columns={columnsFor(school)}
        rows={query.data?.items ?? NONE}
        rowKey={({ studentId }) => studentId}
        rowWords={({ name }) => name}
        state={listState(query)}
        onOpen={({ studentId }) => navigate(`/truancy/${studentId}`)}
        empty={<EmptyState words="本学期没有旷课的学生" why="点名记为旷课的，按本地规定计数，到时列在这里" />}
      />
    </Card>
  );
}
