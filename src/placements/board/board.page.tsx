/** 分班板: the class groups of an intake side by side, as a draw by seed made them; adjusted by hand or key, put forward. */
import { Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { civilDate, dayOf } from '../../kernel/civil-date.ts';
import { sentenceOf } from '../../web/api-client.ts';
import { clockWords, countWords, dayWords } from '../../web/format.ts';
import { useKeys } from '../../web/frame/keyboard.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Figure, Figures } from '../../web/parts/surface/figure.tsx';
import type { PlanView } from '../plan/plan.api.ts';
import { columnsOf, dropWords, figuresOf, neighbourOf, type Pending } from './board.screen.ts';
import { BoardFoot } from './board-foot.tsx';
import { type PlanActs, usePlan, usePlanActs } from './board-queries.tsx';
import { BoardSide, focusStudent } from './board-side.tsx';
import { FOLDED_ROWS, GroupColumn } from './group-column.tsx';
import { useDrag } from './use-drag.tsx';
import { WishesDialog } from './wishes-dialog.tsx';
import './board.css';

const STATES: Record<PlanView['state'], [StateKind, string]> = {
  DRAFT: ['DRAFT', '草稿'],
  IN_REVIEW: ['IN_PROCESS', '核办中'],
  RETURNED: ['JUDGEMENT', '退回调整'],
  PUBLISHED: ['DONE', '已公布'],
  DISCARDED: ['DRAFT', '已作废'],
};

/** The page at /classes/plans/:id. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const query = usePlan(id);
  if (query.data) return <Board key={id} plan={query.data} />;
  return (
    <Page fill>
      <PageHead trail={[{ to: '/classes', words: '班级' }]} title="分班方案" />
      {query.error ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton rows={12} rowHeight={40} />
      )}
    </Page>
  );
}

function Board({ plan }: { plan: PlanView }): ReactNode {
  const acts = usePlanActs(plan);
  const [pending, setPending] = useState<Pending>();
  const [asking, setAsking] = useState<'REDRAW' | 'WISHES'>();
  const [problem, setProblem] = useState<string>();
  const columns = columnsOf(plan, pending);
  const undo = () =>
    acts.undo().then(
      () => setProblem(undefined),
      (thrown: unknown) => setProblem(sentenceOf(thrown)),
    );
  const changes = plan.mayChange;
  const [kind, words] = STATES[plan.state];
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/classes', words: '班级' }]}
        title={`${plan.gradeWords}分班`}
        tab={`${plan.gradeWords}分班，${plan.school.name}`}
        chip={
          <StatusChip kind={kind} to={plan.case ? `/cases/${plan.case.id}` : undefined}>
            {plan.case && plan.state !== 'DISCARDED' ? plan.case.stateWords : words}
          </StatusChip>
        }
        facts={`${countWords(plan.students.length)}名新生，${plan.groups.length}个班`}
        side={
          <>
            <Button to="/classes">看名册</Button>
            {changes && (
              <Button
                icon={Undo2}
                onPress={() => void undo()}
                locked={plan.adjustments.length === 0 ? { reason: '没有可撤销的人工调整' } : undefined}
              >
                撤销
              </Button>
            )}
            {changes && (
              <Button opens="dialog" onPress={() => setAsking('REDRAW')}>
                重新随机均衡
              </Button>
            )}
          </>
        }
      />
      <ProblemLine problem={problem} />
      <Strip plan={plan} columns={columns} acts={acts} onProblem={setProblem} />
      <div className="board is-filling">
        <Columns plan={plan} columns={columns} pending={pending} onPending={setPending} />
        <BoardSide
          plan={plan}
          acts={acts}
          pending={pending}
          onPending={setPending}
          onWish={changes ? () => setAsking('WISHES') : undefined}
        />
      </div>
      <BoardFoot plan={plan} acts={acts} columns={columns} pending={pending} />
      <ReasonDialog
        open={asking === 'REDRAW'}
        onClose={() => setAsking(undefined)}
        title="重新随机均衡"
        usual={['按同班分开约定重抽', '有新生到校', '增设班级']}
        act="重新抽取"
        note={`第${plan.draws + 1}次抽取，次数和种子都留在方案里`}
        onGive={(reason) => acts.redraw(reason)}
      >
        {plan.adjustments.length > 0 && <p>{`已有的${plan.adjustments.length}处人工调整不再保留`}</p>}
        {plan.waiting > 0 && <p>{`抽取后新到的${plan.waiting}人一并列入`}</p>}
      </ReasonDialog>
      {asking === 'WISHES' && <WishesDialog plan={plan} acts={acts} onClose={() => setAsking(undefined)} />}
    </Page>
  );
}

interface StripProps {
  plan: PlanView;
  columns: ReturnType<typeof columnsOf>;
  acts: PlanActs;
  onProblem: (sentence: string | undefined) => void;
}

/** The figures that are looked at while adjusting, and the seed by which the draw can be done again. */
function Strip({ plan, columns, acts, onProblem }: StripProps): ReactNode {
  const { sizes, boys, over, usual, waiting, adjusted } = figuresOf(plan, columns);
  const drawn = new Date(plan.drawnAt);
  const when = `${dayWords(dayOf(drawn), civilDate(plan.today))}${clockWords(drawn)}`;
  const drawTeachers = () =>
    acts.drawTeachers().then(
      () => onProblem(undefined),
      (thrown: unknown) => onProblem(sentenceOf(thrown)),
    );
  return (
    <section className="card board-strip" aria-label="分班概况">
      <Figures>
        <Figure value={sizes} words="每班人数" />
        <Figure value={boys} words="每班男生" />
        {usual !== null && <Figure value={over} words={`班超${usual}人`} tone={over > 0 ? 'amber' : undefined} />}
        <Figure value={waiting} words="人未列入" tone={waiting > 0 ? 'amber' : undefined} />
        <Figure value={adjusted} words="处人工调整" />
      </Figures>
      <p className="board-seed">
        随机种子<b>{plan.seed}</b>
        {`，${when}第${plan.draws}次抽取，可复算`}
      </p>
      {plan.mayChange && (
        <Button onPress={() => void drawTeachers()}>{plan.teacherSeed ? '重抽班主任' : '班主任抽签'}</Button>
      )}
    </section>
  );
}

interface ColumnsProps {
  plan: PlanView;
  columns: ReturnType<typeof columnsOf>;
  pending: Pending | undefined;
  onPending: (pending: Pending | undefined) => void;
}

/** The class groups side by side; students go by mouse or by key. */
function Columns({ plan, columns, pending, onPending }: ColumnsProps): ReactNode {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string>();
  const { mayChange } = plan;
  useKeys(
    mayChange && focused !== undefined
      ? [{ key: 'm', words: '调到另一个班', group: '分班', run: () => onPending({ studentId: focused }) }]
      : undefined,
  );
  const fold = (id: string) =>
    setOpen(open.has(id) ? new Set([...open].filter((one) => one !== id)) : new Set([...open, id]));
  const shown = ({ id, students }: { id: string; students: readonly unknown[] }) =>
    open.has(id) ? students.length : Math.min(FOLDED_ROWS, students.length);
  const key = (event: KeyboardEvent, studentId: string) => {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = neighbourOf(columns, studentId, event.key, shown);
    if (next) focusStudent(next);
  };
  const { students } = plan;
  const drop = useCallback(
    (studentId: string, toId: string) => {
      const student = students.find((one) => one.studentId === studentId);
      if (student && student.classGroupId !== toId) onPending({ studentId, toId });
    },
    [students, onPending],
  );
  const { drag, begin } = useDrag(drop);
  const lifted = students.find((one) => one.studentId === drag?.studentId);
  const words = drag ? dropWords(plan, { studentId: drag.studentId, toId: drag.columnId }) : [];
  return (
    <section
      className="board-columns"
      aria-label="各班名单"
      onFocus={({ target }) => setFocused((target as HTMLElement).dataset['student'])}
    >
      {columns.map((column) => (
        <GroupColumn
          key={column.id}
          column={column}
          bounds={plan.bounds}
          mayChange={mayChange}
          open={open.has(column.id)}
          target={drag?.columnId === column.id && words.length > 0}
          pickedId={pending?.studentId}
          onFold={fold}
          onPick={(studentId) => onPending(pending?.studentId === studentId ? undefined : { studentId })}
          onKey={key}
          onLift={begin}
        />
      ))}
      {drag && lifted && (
        <div className="board-lifted" style={{ left: drag.x + 8, top: drag.y - 12 }}>
          <p className="board-card">
            <span className="board-gender">{lifted.genderWords}</span>
            {lifted.name}
          </p>
          {words.length > 0 && (
            <div className="board-tip" role="status">
              {words.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          )}
        </div>
      )}
    </section>
  );
}
