/** 学分: each student's running sums against what the law wants before graduation, and the proficiency results so far. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { listState } from '../../../../web/query.ts';
import type { CreditsView as Credits } from '../../api/further.api.ts';
import { CATEGORIES } from '../../assessment.api.ts';
import { useCredits } from '../assessment-queries.tsx';
import { Chip } from '../grid/results-findings.tsx';

type Row = Credits['rows'][number];
const NONE: Row[] = [];
const SUMS = { TOTAL: '总学分', ...CATEGORIES } as const;
type Sum = keyof typeof SUMS;

/** The card. */
export function CreditsView({ classGroupId }: { classGroupId: string }): ReactNode {
  const query = useCredits(classGroupId);
  const needs = query.data?.needs ?? [];
  const leastOf = (sum: Sum) => needs.find((one) => one.sum === sum)?.least ?? null;
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: '学生',
      width: 140,
      stuck: 'start',
      cell: ({ studentId, seatNo, name }) => (
        <>
          <span className="results-seat">{seatNo ?? ''}</span>
          <Link to={`/students/${studentId}`}>{name}</Link>
        </>
      ),
    },
    ...(Object.keys(SUMS) as Sum[]).map(
      (sum): Column<Row> => ({
        key: sum,
        title: leastOf(sum) === null ? SUMS[sum] : `${SUMS[sum]}（须${leastOf(sum)}）`,
        width: 152,
        align: 'right',
        cell: ({ sums }) => <Sofar has={sums[sum] ?? 0} least={leastOf(sum)} />,
      }),
    ),
    {
      key: 'proficiency',
      title: '学业水平考试',
      cell: ({ proficiency }) =>
        proficiency.length === 0 ? (
          <span className="quiet">未考</span>
        ) : (
          proficiency.map(({ subject, words }) => `${subject}${words}`).join('，')
        ),
    },
  ];
  const chip = needs.find((one) => one.chip)?.chip;
  return (
    <Card
      title="学分累计"
      note={query.data?.classGroup.name}
      side={chip ? <Chip chip={chip} /> : undefined}
      foot={needSaid(needs)}
      fill
      flush
    >
      <DataTable
        label="学分累计"
        fill
        remember="credits"
        columns={columns}
        rows={query.data?.rows ?? NONE}
        rowKey={({ studentId }) => studentId}
        rowWords={({ name }) => name}
        state={listState(query)}
        empty={<EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再认定学分" />}
      />
    </Card>
  );
}

const needSaid = (needs: Credits['needs']): string => {
  const set = needs.filter(({ least }) => least !== null);
  if (set.length > 0) return `毕业须达到：${set.map(({ label, least }) => `${label}${least}`).join('，')}`;
  return needs.length > 0 ? '本省的学分数还没有设定，由教育行政部门在“地方设定”中设定' : '本地没有关于学分的规定';
};

function Sofar({ has, least }: { has: number; least: number | null }): ReactNode {
  if (least === null) return has;
  return has >= least ? (
    <span className="tone-green">
      <StateIcon kind="DONE" size={13} /> {has}
    </span>
  ) : (
    <span>
      {has}
      <span className="quiet">，差{least - has}</span>
    </span>
  );
}
