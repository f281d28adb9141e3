/** 综合素质: the reports of a class group for one occasion; signed off together once they are complete. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { Select } from '../../../../web/parts/form/select-field.tsx';
import { PickList } from '../../../../web/parts/lists/pick-list.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { useIsWide } from '../../../while-typing.tsx';
import type { ReportRow, ReportsView as Reports } from '../../api/further.api.ts';
import type { TermOf } from '../../assessment.api.ts';
import { OCCASIONS, type Occasion } from '../../quality/quality.api.ts';
import { useAssessmentActs, useReports } from '../assessment-queries.tsx';
import { Chip } from '../grid/results-findings.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportsEntry } from './reports-entry.tsx';
import './quality.css';

export interface ReportsViewProps {
  classGroupId: string;
  term: TermOf;
  occasion: Occasion;
  occasions: readonly Occasion[];
  onOccasion: (occasion: Occasion) => void;
}

/** The card. */
export function ReportsView(props: ReportsViewProps): ReactNode {
  const { classGroupId, term, occasion, occasions, onOccasion } = props;
  const query = useReports({ classGroupId, ...term, occasion });
  const may = useMayCall()('PUT /api/class-groups/:id/quality-reports');
  const [whole, setWhole] = useState(false);
  const view = query.data;
  return (
    <Card
      title={view?.paperName ?? '综合素质报告'}
      note={view && `${view.classGroup.name}，${view.term.words}`}
      side={
        <div className="results-side">
          {view?.chip && <Chip chip={view.chip} />}
          {may && <Button onPress={() => setWhole(!whole)}>{whole ? '逐人填写' : '整班填写'}</Button>}
          <Select
            aria-label="报告时点"
            value={occasion}
            onChange={(chosen) => onOccasion(chosen as Occasion)}
            options={occasions.map((one) => ({ value: one, words: OCCASIONS[one] }))}
          />
        </div>
      }
      fill
      flush
    >
      {query.error && !view && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={10} rowHeight={40} />}
      {view && view.rows.length === 0 && (
        <EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再填写" />
      )}
      {view && view.rows.length > 0 && !whole && (
        <Desk key={`${classGroupId} ${view.term.words} ${occasion}`} view={view} />
      )}
      {view && view.rows.length > 0 && whole && (
        <ReportsEntry key={`${classGroupId} ${view.term.words} ${occasion}`} view={view} may={may} />
      )}
    </Card>
  );
}

const isFull = ({ ratings, teacherWords }: ReportRow, { dimensions }: Reports): boolean =>
  dimensions.every(({ code }) => (ratings as Record<string, unknown>)[code]) && teacherWords !== '';

function Desk({ view }: { view: Reports }): ReactNode {
  const wide = useIsWide();
  const may = useMayCall()('PUT /api/class-groups/:id/quality-reports');
  const acts = useAssessmentActs();
  const [current, setCurrent] = useState(view.rows[0]!.studentId);
  const [signing, setSigning] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const row = view.rows.find(({ studentId }) => studentId === current) ?? view.rows[0]!;
  const ready = view.rows.filter((one) => !one.signed && isFull(one, view));
  const signed = view.rows.filter((one) => one.signed).length;
  const next = () => {
    const at = view.rows.findIndex(({ studentId }) => studentId === row.studentId);
    setCurrent((view.rows[at + 1] ?? view.rows[at]!).studentId);
  };
  const sign = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const studentIds = ready.map(({ studentId }) => studentId);
      const { schoolYear, term } = view.term;
      await acts.signReports(view.classGroup.id, { schoolYear, term, occasion: view.occasion, studentIds });
      setSigning(false);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="quality">
      {wide ? (
        <div className="quality-list">
          <PickList
            label="学生"
            current={row.studentId}
            onPick={setCurrent}
            items={view.rows.map((one) => ({
              key: one.studentId,
              title: `${one.seatNo ?? ''} ${one.name}`.trim(),
              kind: one.signed ? 'DONE' : isFull(one, view) ? 'IN_PROCESS' : 'DRAFT',
              note: stateWords(one, view),
            }))}
          />
        </div>
      ) : (
        <div className="quality-one">
          <Select
            aria-label="学生"
            value={row.studentId}
            onChange={setCurrent}
            options={view.rows.map((one) => ({
              value: one.studentId,
              words: `${one.seatNo ?? ''} ${one.name}，${stateWords(one, view)}`.trim(),
            }))}
          />
        </div>
      )}
      <ReportForm key={`${row.studentId} ${row.version}`} view={view} row={row} may={may} onNext={next} />
      <div className="quality-foot">
        <span>
          已签署{signed}/{view.rows.length}份
        </span>
        {may && (
          <Button
            onPress={() => setSigning(true)}
            locked={ready.length === 0 ? { reason: '没有填全而未签署的报告' } : undefined}
          >
            签署{ready.length}份
          </Button>
        )}
      </div>
      <Dialog
        open={signing}
        onClose={() => setSigning(false)}
        title={`签署${view.classGroup.name}${view.paperName}`}
        foot={
          <>
            <Button onPress={() => setSigning(false)}>取消</Button>
            <Button tone="primary" busy={busy} onPress={() => void sign()}>
              签署{ready.length}份
            </Button>
          </>
        }
      >
        <p>
          {ready
            .slice(0, 8)
            .map(({ name }) => name)
            .join('、')}
          {ready.length > 8 && `等${ready.length}人`}
          的报告已填全。签署后归入学籍档案，再改须写明理由，原来的一份仍留存。
        </p>
        <ProblemLine problem={problem} />
      </Dialog>
    </div>
  );
}

function stateWords(row: ReportRow, view: Reports): string {
  if (row.signed) return row.version > 1 ? `已签署，第${row.version}版` : '已签署';
  if (row.version === 0) return '未填';
  return isFull(row, view) ? '已填全，待签署' : '未填全';
}
