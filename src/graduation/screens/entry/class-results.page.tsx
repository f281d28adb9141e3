/** 录入毕业成绩: one class group of a last grade, with what the law of the place makes of each line as it is typed. */
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { ApiProblem } from '../../../web/api-client.ts';
import { useLeavingGuard } from '../../../web/frame/leaving-guard.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { useWaiting } from '../../../web/parts/feedback/use-waiting.ts';
import { Select } from '../../../web/parts/form/select-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { GraduationGrid } from '../../graduation.api.ts';
import { useGraduationActs, useGraduations, useGrid, useTrial } from '../graduation-queries.tsx';
import { countsWords } from '../graduation-words.screen.ts';
import { type Draft, factsOf, fillBlanks, overtaken, paste, rebased } from './results-draft.screen.ts';
import { ResultsGrid } from './results-grid.tsx';
import { useSettled } from './use-settled.tsx';
import '../graduation.css';

/** /graduations/class-groups/:id */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const query = useGrid(id);
  const grid = query.data;
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/graduations', words: '毕业' }]}
        title={grid ? `${grid.classGroupName}毕业成绩` : '毕业成绩'}
        facts={grid && `${grid.schoolName}，${grid.year}年${grid.stageWords}毕业，${grid.rows.length}人`}
        side={grid && <OtherGroups stage={grid.stage} current={id} />}
      />
      {query.error && !grid && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} rowHeight={40} />}
      {grid?.rows.length === 0 && (
        <EmptyState
          words="此班没有在毕业年级的学生"
          why="已办理毕业的学生在毕业结果中查看"
          act={<Button to="/graduations">回到毕业办理</Button>}
        />
      )}
      {grid && grid.rows.length > 0 && <Entry key={id} id={id} grid={grid} />}
    </Page>
  );
}

/** The other class groups of the last grade: one after another without going back. */
function OtherGroups({ stage, current }: { stage: string; current: string }): ReactNode {
  const navigate = useNavigate();
  const { data } = useGraduations();
  const groups = data?.stages.find((one) => one.stage === stage)?.classGroups ?? [];
  if (groups.length < 2) return null;
  return (
    <Select
      aria-label="班级"
      value={current}
      onChange={(id) => navigate(`/graduations/class-groups/${id}`)}
      options={groups.map(({ id, name, students, ready }) => ({ value: id, words: `${name} ${ready}/${students}` }))}
    />
  );
}

function Entry({ id, grid }: { id: string; grid: GraduationGrid }): ReactNode {
  const acts = useGraduationActs();
  const mayEnter = useMayCall()('PUT /api/graduations/class-groups/:id') && grid.closed === null;
  const [draft, setDraft] = useState<Draft>({});
  const [notes, setNotes] = useState<string[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const changed = Object.keys(draft).length;
  useLeavingGuard(changed > 0);
  const settled = useSettled(draft);
  const asked = useMemo(
    () => Object.entries(settled).map(([studentId, { facts }]) => ({ studentId, facts })),
    [settled],
  );
  const trial = useTrial(id, asked);
  const waiting = useWaiting(trial.isFetching);
  const tried = useMemo(
    () =>
      new Map(
        (trial.data?.rows ?? []).filter(({ studentId }) => studentId in draft).map((row) => [row.studentId, row]),
      ),
    [trial.data, draft],
  );
  const late = overtaken(draft, grid.rows);
  const known = grid.rows.filter((row) =>
    Object.keys(row.found).some((name) => factsOf(draft, row)[name] === undefined),
  );
  const change = (next: Draft) => {
    setDraft(next);
    setNotes([]);
    setProblem(undefined);
  };
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    // What others saved meanwhile has been shown beside the names: what is sent now is sent knowing it.
    const sent = rebased(draft, grid.rows);
    try {
      await acts.enter(
        id,
        Object.entries(sent).map(([studentId, row]) => ({ studentId, ...row })),
      );
      setDraft({});
      setNotes([]);
    } catch (thrown) {
      // What somebody else has saved comes in beside what is typed here, and is named in the foot.
      const stale = thrown instanceof ApiProblem && thrown.code === 'STALE';
      setProblem(stale ? undefined : thrown);
      if (thrown instanceof ApiProblem && thrown.status === 409) await acts.renew();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card
      label="毕业成绩"
      fill
      flush
      foot={<Foot {...{ grid, changed, mayEnter, busy, problem, notes, late }} onSave={() => void save()} />}
    >
      {mayEnter && (
        <div className="results-tools">
          <Button onPress={() => change(fillBlanks(draft, grid.rows, () => ({ finished: true })))}>
            空白的修业期满填“是”
          </Button>
          {known.length > 0 && (
            <Button onPress={() => change(fillBlanks(draft, grid.rows, ({ found }) => found))}>
              {`带入学籍档案中的成绩（${known.length}人）`}
            </Button>
          )}
          <span className="quiet results-hint">可从电子表格复制后点到格子里粘贴，带“姓名”表头的按姓名对应</span>
        </div>
      )}
      <div className={waiting === 'quiet' ? 'results-scroll' : 'results-scroll is-waiting'}>
        <ResultsGrid
          grid={grid}
          draft={draft}
          tried={tried}
          overtaken={new Set(late.map(({ studentId }) => studentId))}
          onChange={mayEnter ? change : undefined}
          onPaste={(text, from) => {
            const pasted = paste(draft, grid, text, from);
            setDraft(pasted.draft);
            setProblem(undefined);
            setNotes([`已填入${pasted.filled}格，保存后生效`, ...pasted.unread]);
          }}
        />
      </div>
    </Card>
  );
}

interface FootProps {
  grid: GraduationGrid;
  changed: number;
  mayEnter: boolean;
  busy: boolean;
  problem: unknown;
  notes: readonly string[];
  late: readonly { name: string }[];
  onSave: () => void;
}

function Foot({ grid, changed, mayEnter, busy, problem, notes, late, onSave }: FootProps): ReactNode {
  const counts = { GRADUATED: 0, COMPLETED: 0, LEFT_PARTIAL: 0 };
  for (const { outcome } of grid.rows) if (outcome) counts[outcome]++;
  const stays = grid.rows.filter(({ stay }) => stay).length;
  return (
    <div className="results-foot">
      <div role="status">
        {notes.map((words) => (
          <p key={words} className="results-said">
            {words}
          </p>
        ))}
      </div>
      <ProblemLine problem={problem} />
      {late.length > 0 && (
        <p className="results-said tone-amber">
          {`${late.map(({ name }) => name).join('、')}的成绩他人刚改过，您填的还在表中；核对后再保存，以您填的为准`}
        </p>
      )}
      <div className="results-save">
        <span>
          {`已保存的：${countsWords(counts) ?? '还没有结果'}${stays > 0 ? `，暂不办理${stays}人` : ''}`}
          {!mayEnter && <span className="quiet">{`。${grid.closed ?? '本岗位只看成绩，由学校学籍管理员录入'}`}</span>}
        </span>
        {mayEnter && (
          <Button
            tone="primary"
            large
            busy={busy}
            locked={changed === 0 ? { reason: '没有更改' } : undefined}
            onPress={onSave}
          >
            {changed > 0 ? `保存${changed}人的成绩` : '保存成绩'}
          </Button>
        )}
      </div>
    </div>
  );
}
