/** 成绩: one class group's results of a term and a kind; as a workbook out and in. */
import { Download, Upload } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { downloadFile } from '../../../../web/api-client.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Select } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { RESULT_KINDS, type ResultKind, type TermOf } from '../../assessment.api.ts';
import { useAssessmentActs, useGrid, workbookOf } from '../assessment-queries.tsx';
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
  const acts = useAssessmentActs();
  const [problem, setProblem] = useState<unknown>();
  const taker = useRef<(table: readonly (readonly string[])[]) => void>(undefined);
  const file = useRef<HTMLInputElement>(null);
  const stamp = `${classGroupId} ${term.schoolYear}-${term.term} ${kind}`;
  const view = query.data;
  const run = async (act: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const read = (chosen: File | undefined) =>
    chosen && run(async () => taker.current?.((await acts.readWorkbook(key, chosen)).rows));
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
          {view && !empty && (
            <>
              <Button
                icon={Download}
                onPress={() => {
                  const { path, query: asked } = workbookOf(key);
                  void run(() => downloadFile(path, { query: asked }));
                }}
              >
                导出
              </Button>
              {may && (
                <Button icon={Upload} onPress={() => file.current?.click()}>
                  导入
                </Button>
              )}
              <input
                ref={file}
                className="unseen"
                type="file"
                accept=".xlsx"
                tabIndex={-1}
                aria-label="成绩工作簿"
                onChange={(event) => {
                  void read(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
            </>
          )}
        </div>
      }
    >
      {query.error && !view && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} rowHeight={32} />}
      <ProblemLine problem={problem} />
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
      {view && !empty && <ResultsEntry key={stamp} view={view} may={may} taker={taker} />}
    </Card>
  );
}
