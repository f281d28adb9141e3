/** 科目: what a school teaches in which grade, by which scale, and the modules it offers of its own. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Tag } from '../../../../web/parts/state/tag.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { SubjectsView as Subjects, SubjectView } from '../../api/assessments.api.ts';
import { CATEGORIES } from '../../assessment.api.ts';
import { useSubjects } from '../assessment-queries.tsx';
import { SubjectForm } from './subject-form.tsx';

const scaleWords = ({ scale, fullPoints, category, credits }: SubjectView): string => {
  if (scale === 'POINTS') return `分数，满分${fullPoints}`;
  return scale === 'RATING' ? '等级' : `${category ? CATEGORIES[category] : ''}${credits}学分`;
};

/** The cards, one a stage. */
export function SubjectsView(): ReactNode {
  const query = useSubjects();
  if (query.error && !query.data) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={12} />;
  return (
    <div className="subjects">
      {query.data.stages.map((stage) => (
        <StageSubjects key={stage.stage} {...stage} />
      ))}
    </div>
  );
}

function StageSubjects({ stage, stageWords, grades, subjects }: Subjects['stages'][number]): ReactNode {
  const may = useMayCall()('PUT /api/subjects');
  const [setting, setSetting] = useState<SubjectView | 'NEW'>();
  const taught = (one: SubjectView) => {
    if (one.grades.length === 0) return <span className="quiet">不开设</span>;
    return one.grades.length === grades.length
      ? '各年级'
      : grades
          .filter(({ grade }) => one.grades.includes(grade))
          .map(({ words }) => words)
          .join('、');
  };
  const columns: Column<SubjectView>[] = [
    {
      key: 'name',
      title: '科目或模块',
      width: 200,
      stuck: 'start',
      cell: (one) => (
        <>
          {one.name} {one.own && <Tag>本校</Tag>}
        </>
      ),
    },
    { key: 'grades', title: '开设年级', cell: taught },
    { key: 'scale', title: '计分', width: 152, cell: scaleWords },
    ...(may
      ? [
          {
            key: 'acts',
            title: '',
            width: 64,
            cell: (one: SubjectView) => (
              <Button tone="quiet" onPress={() => setSetting(one)}>
                设定
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Card
      title={`${stageWords}科目`}
      note={`${subjects.filter((one) => one.grades.length > 0).length}门`}
      side={may ? <Button onPress={() => setSetting('NEW')}>增设本校模块</Button> : undefined}
      flush
    >
      <DataTable
        label={`${stageWords}科目`}
        plain
        remember="subjects"
        columns={columns}
        rows={subjects}
        rowKey={({ code }) => code}
        rowWords={({ name }) => name}
        state={{ kind: 'READY' }}
        empty={<EmptyState words="没有科目" />}
      />
      {setting && (
        <SubjectForm
          stage={stage}
          grades={grades}
          subject={setting === 'NEW' ? undefined : setting}
          onClose={() => setSetting(undefined)}
        />
      )}
    </Card>
  );
}
