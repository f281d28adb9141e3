/** 成绩: one class group's results of a term and a kind. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { Select } from '../../../../web/parts/form/select-field.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { RESULT_KINDS, type ResultKind, type TermOf } from '../../assessment.api.ts';
import { useGrid } from '../assessment-queries.tsx';
import { ResultsEntry } from './results-entry.tsx';

export interface ResultsViewProps {
  classGroupId: string;
  term: TermOf;
  kind: ResultKind;
  kinds: readonly ResultKind[];
  onKind: (kind: ResultKind) => void;
}

/** The card. */
export function ResultsView({ classGroupId, term, kind, kinds, onKind }: ResultsViewProps): ReactNode {
  const key = { classGroupId, ...term, kind };
  const query = useGrid(key);
  const may = useMayCall()('PUT /api/class-groups/:id/assessments');
  const stamp = `${classGroupId} ${term.schoolYear}-${term.term} ${kind}`;
  const view = query.data;
  const empty = view && (view.rows.length === 0 || view.columns.length === 0);
  return (
    <Card
      label="成绩表"
      flush
      fill
      title={view ? `${view.classGroup.name}${RESULT_KINDS[kind]}` : RESULT_KINDS[kind]}
      note={view?.term.words}
      side={
        <div className="results-side">
          <Select
            aria-label="考核种类"
            value={kind}
            onChange={(chosen) => onKind(chosen as ResultKind)}
            options={kinds.map((one) => ({ value: one, words: RESULT_KINDS[one] }))}
          />
        </div>
      }
    >
      {query.error && !view && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} rowHeight={32} />}
      {view && view.rows.length === 0 && (
        <EmptyState
          words={kind === 'MAKE_UP' ? '没有需要补考的学生' : '这个学期班里没有学生'}
          why={
            kind === 'MAKE_UP'
              ? '期末考试有不合格或缺考的科目的，列在这里登记补考成绩'
              : '学籍管理员在“班级”中编入学生后，从那个学期起登记成绩'
          }
        />
      )}
      {view && view.rows.length > 0 && view.columns.length === 0 && (
        <EmptyState words="这个年级没有可登记的科目" why="学籍管理员在“科目”中设定本校开设的科目和模块" />
      )}
      {view && !empty && <ResultsEntry key={stamp} view={view} may={may} of={key} />}
    </Card>
  );
}
