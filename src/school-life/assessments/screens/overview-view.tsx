/** 进度: which class groups have filed the finals of a term, and how their reports stand. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { SplitBar } from '../../../web/parts/progress/split-bar.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { OverviewView as Overview, OverviewGroup } from '../api/assessments.api.ts';
import { Chip } from './grid/results-findings.tsx';

export interface OverviewViewProps {
  overview: Overview;
  onOpen: (classGroupId: string) => void;
}

/** The card. */
export function OverviewView({ overview, onOpen }: OverviewViewProps): ReactNode {
  const { classGroups, term, due, dueFinding } = overview;
  const filed = classGroups.filter((one) => one.filed).length;
  const columns: Column<OverviewGroup>[] = [
    {
      key: 'name',
      title: '班级',
      width: 104,
      stuck: 'start',
      cell: ({ id, name }) => (
        <Link to={`/assessments?view=results&group=${id}&year=${term.schoolYear}&term=${term.term}`}>{name}</Link>
      ),
    },
    {
      key: 'filed',
      title: '期末成绩归档',
      width: 128,
      cell: ({ filed: done, students }) => {
        if (students === 0) return <span className="quiet">没有学生</span>;
        if (done) return <StatusChip kind="DONE">已归档</StatusChip>;
        return <StatusChip kind={due ? 'DUE_SOON' : 'DRAFT'}>{due ? '待归档' : '未录全'}</StatusChip>;
      },
    },
    {
      key: 'entered',
      title: '已登记',
      width: 200,
      cell: ({ entered, students, subjects, name }) => (
        <span className="assessments-progress">
          <SplitBar
            label={`${name}期末成绩`}
            shares={[
              { key: 'entered', words: '已登记', count: entered, colour: 'cat-a' },
              { key: 'open', words: '未登记', count: Math.max(0, students * subjects - entered), colour: 'grey' },
            ]}
          />
          <span className="quiet">
            {entered}/{students * subjects}
          </span>
        </span>
      ),
    },
    {
      key: 'reports',
      title: '综合素质报告',
      cell: ({ reports, students }) => reports.map((one) => sayReports(one, students)).join('；'),
    },
    { key: 'students', title: '学生', width: 64, align: 'right', cell: ({ students }) => students },
  ];
  return (
    <Card
      title={term.words}
      note={classGroups.length > 0 ? `${filed}/${classGroups.length}个班期末成绩已归档` : undefined}
      side={dueFinding ? <Chip chip={dueFinding.chip} /> : undefined}
      foot={dueFinding ? `${dueFinding.sentence}；全班各科录全即为归档` : '全班各科期末成绩录全即为归档'}
      fill
      flush
    >
      <DataTable
        label="各班成绩归档"
        fill
        remember="assessment-filing"
        columns={columns}
        rows={classGroups}
        rowKey={({ id }) => id}
        rowWords={({ name }) => name}
        onOpen={({ id }) => onOpen(id)}
        state={{ kind: 'READY' }}
        empty={<EmptyState words="这个学期还没有班级" why="学籍管理员在“班级”中设班后再登记成绩" />}
      />
    </Card>
  );
}

function sayReports({ words, written, signed }: OverviewGroup['reports'][number], students: number): string {
  if (written === 0) return `${words}未填`;
  return signed >= students ? `${words}已签署` : `${words}已填${written}份，已签${signed}份`;
}
