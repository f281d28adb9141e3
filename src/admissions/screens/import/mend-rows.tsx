/** 修正: the counts, the causes, the rows at fault under their causes, and the ways to submit. */
import { Undo2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { countWords } from '../../../web/format.ts';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { PickList } from '../../../web/parts/lists/pick-list.tsx';
import { useRowKeys } from '../../../web/parts/lists/row-keys.ts';
import { SplitBar } from '../../../web/parts/progress/split-bar.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import type { CauseView, ImportView } from '../../review/review.api.ts';
import { AllRows } from '../rows/all-rows.tsx';
import { CauseRows } from '../rows/cause-rows.tsx';
import { focusWhenThere } from '../rows/focus.screen.ts';
import { type Mending, useMending } from '../rows/use-mending.tsx';
import { causeKey, ignoredWords, nextCause, sortCauses } from './import-state.screen.ts';
import { SubmitBar } from './submit-bar.tsx';
import './import.css';

/** The page while rows can be mended, and what became of them afterwards. */
export function MendRows({ one }: { one: ImportView }): ReactNode {
  const mending = useMending(one.id);
  const causes = useMemo(() => sortCauses(one.groups), [one.groups]);
  const [seen, setSeen] = useState(() => causes);
  const [all, setAll] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  // Causes that were there when the page opened stay, so that what was just mended does not vanish under the hand.
  const drawn = useMemo(() => keepSeen(seen, causes), [seen, causes]);
  if (drawn !== seen) setSeen(drawn);
  const left = causes.reduce((sum, { count }) => sum + count, 0);

  const show = useCallback((key: string) => {
    setAll(false);
    requestAnimationFrame(() => {
      document.querySelector('.pick-item[aria-current]')?.scrollIntoView({ block: 'nearest' });
      const section = room.current?.querySelector<HTMLElement>(sectionOf(key));
      const scrolled = section?.closest('.card-body');
      const gap = section && scrolled ? section.getBoundingClientRect().top - scrolled.getBoundingClientRect().top : 0;
      // On the phone the page scrolls, in the office only the card.
      if (scrolled && scrolled.scrollHeight > scrolled.clientHeight) scrolled.scrollBy({ top: gap });
      else section?.scrollIntoView({ block: 'start' });
    });
  }, []);
  const { current, setCurrent } = useRowKeys({
    keys: drawn.map(causeKey),
    show,
    onOpen: (key) => room.current && focusWhenThere(room.current, `${sectionOf(key)} td button`),
  });
  const pick = (key: string) => {
    setCurrent(key);
    show(key);
  };
  useEffect(() => {
    // The first cause is shown as the one at hand, so `j` goes to the second.
    if (current === undefined && drawn[0]) setCurrent(causeKey(drawn[0]));
  }, [current, drawn, setCurrent]);
  const goOn = (done: string) => {
    const next = nextCause(drawn, causes, done);
    if (next === undefined || !room.current) return;
    pick(next);
    focusWhenThere(room.current, `${sectionOf(next)} td button`);
  };
  const chosen = current ?? (drawn[0] && causeKey(drawn[0]));

  return (
    <>
      <Counts one={one} mending={mending} />
      <Columns template="296px minmax(0, 1fr)" fill>
        <Card
          title="按原因"
          note={drawn.length > 0 ? `${causes.length}类${countWords(left)}处` : undefined}
          foot={
            drawn.length > 0 && (
              <Button tone="quiet" onPress={() => setAll(!all)}>
                {all ? '只看要改的' : `看全部${countWords(one.rows)}行`}
              </Button>
            )
          }
          fill
          flush
        >
          {drawn.length === 0 ? (
            <EmptyState words="没有要改的" why="各行均已合格，可以提交" />
          ) : (
            <PickList
              label="原因"
              items={drawn.map((cause) => itemOf(cause, causes))}
              current={all ? undefined : chosen}
              onPick={pick}
            />
          )}
        </Card>
        <Card label={all ? '全部各行' : '有误与待确认的行'} fill flush>
          <div ref={room} className="causes">
            {all || drawn.length === 0 ? (
              <AllRows one={one} mending={mending} />
            ) : (
              drawn.map((cause, at) => (
                <CauseRows
                  key={causeKey(cause)}
                  one={one}
                  cause={cause}
                  first={at === 0}
                  mending={mending}
                  chosen={causeKey(cause) === chosen}
                  onFinished={() => goOn(causeKey(cause))}
                />
              ))
            )}
          </div>
        </Card>
      </Columns>
      <SubmitBar one={one} onJump={() => drawn[0] && pick(causeKey(drawn[0]))} />
    </>
  );
}

function Counts({ one, mending }: { one: ImportView; mending: Mending }): ReactNode {
  const [problem, setProblem] = useState<unknown>();
  const back = () => {
    setProblem(undefined);
    mending.takeBack().catch(setProblem);
  };
  return (
    <section className="counts" aria-label="核对结果">
      <Figures>
        {one.submitted > 0 && <Figure value={countWords(one.submitted)} words="行已提交" tone="blue" />}
        <Figure value={countWords(one.sound)} words="行可提交" />
        <Figure value={countWords(one.red)} words="行有误，须改" tone={one.red > 0 ? 'red' : undefined} />
        <Figure value={countWords(one.amber)} words="行待确认" tone={one.amber > 0 ? 'amber' : undefined} />
      </Figures>
      <SplitBar
        label="各行"
        width={260}
        shares={[
          { key: 'submitted', words: '已提交', count: one.submitted, colour: 'blue' },
          { key: 'sound', words: '可提交', count: one.sound, colour: 'green' },
          { key: 'red', words: '有误', count: one.red, colour: 'red' },
          { key: 'amber', words: '待确认', count: one.amber, colour: 'amber' },
          { key: 'skipped', words: '暂不导入', count: one.skipped, colour: 'grey' },
        ]}
      />
      <span className="counts-said" role="status">
        {one.caseIds.length > 0 && (
          <span>
            {one.caseIds.map((id, at) => (
              <Link key={id} to={`/cases/${id}`}>
                看办件{one.caseIds.length > 1 ? at + 1 : ''}
              </Link>
            ))}
          </span>
        )}
        {one.ignored.length > 0 && <span title={one.ignored.join('、')}>{ignoredWords(one.ignored)}</span>}
        {one.mended > 0 && <span>已改{countWords(one.mended)}处，均已保存</span>}
        {one.skipped > 0 && <span>暂不导入{countWords(one.skipped)}行</span>}
      </span>
      <ProblemLine problem={problem} />
      {mending.last && (
        <Button icon={Undo2} onPress={back}>
          撤销上一步
        </Button>
      )}
    </section>
  );
}

function itemOf(cause: CauseView, left: readonly CauseView[]) {
  const count = left.find((one) => causeKey(one) === causeKey(cause))?.count ?? 0;
  const kind =
    count === 0 ? ('DONE' as const) : cause.severity === 'red' ? ('REFUSED' as const) : ('JUDGEMENT' as const);
  return {
    key: causeKey(cause),
    kind,
    title: cause.cause,
    note: count === 0 ? '已全部处理' : cause.remedy,
    count: count === 0 ? undefined : countWords(count),
  };
}

const sectionOf = (key: string): string => `[data-cause="${CSS.escape(key)}"]`;

function keepSeen(seen: readonly CauseView[], now: readonly CauseView[]): CauseView[] {
  const known = new Set(seen.map(causeKey));
  const added = now.filter((cause) => !known.has(causeKey(cause)));
  return added.length === 0 ? (seen as CauseView[]) : [...seen, ...added];
}
