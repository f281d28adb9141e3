/** 试算: portion after portion of the cases, how many would be decided differently, and which. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Tag } from '../../web/parts/state/tag.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { TrialCase, TrialItem, TrialPage } from '../local-settings.api.ts';

interface TrialPaneProps {
  /** What is tried; empty while the draft cannot be read. */
  items: readonly TrialItem[];
}

interface Found {
  examined: number;
  changed: TrialCase[];
  without: string[];
  done: boolean;
}

const NOTHING: Found = { examined: 0, changed: [], without: [], done: false };

export function TrialPane({ items }: TrialPaneProps): ReactNode {
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<unknown>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async () => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setProblem(undefined);
    let state = NOTHING;
    setFound(state);
    try {
      let after: string | null | undefined;
      do {
        const page: TrialPage = await api.post<TrialPage>(
          '/local-settings/trials',
          { items, ...(after ? { after } : {}) },
          { signal: stop.signal },
        );
        after = page.next;
        state = {
          examined: state.examined + page.examined,
          changed: [...state.changed, ...page.changed],
          without: page.without,
          done: after === null,
        };
        setFound(state);
      } while (after && !stop.signal.aborted);
    } catch (thrown) {
      if (!stop.signal.aborted) setProblem(thrown);
    }
  };
  const busy = found !== undefined && !found.done && problem === undefined;
  return (
    <Card
      title="试算"
      note="发布前先看：在办和近一年的办件，哪些会办得不一样"
      foot={
        <>
          <ProblemLine problem={problem} />
          {busy ? (
            <Button onPress={() => running.current?.abort()}>停止</Button>
          ) : (
            <Button
              onPress={() => void run()}
              locked={items.length === 0 ? { reason: '请先选参数并填好要试算的值' } : undefined}
            >
              试算
            </Button>
          )}
        </>
      }
    >
      {found && <Outcome {...found} />}
    </Card>
  );
}

function Outcome({ examined, changed, without, done }: Found): ReactNode {
  const ended = changed.filter((one) => one.ended).length;
  return (
    <>
      <p role="status">
        {done ? '看完' : '正在看，已看'}
        {examined}件，{changed.length === 0 ? '没有办得不一样的' : `${changed.length}件会办得不一样`}
        {ended > 0 && `，其中${ended}件已办结`}
      </p>
      {without.map((sentence) => (
        <p key={sentence} className="tone-red">
          {sentence}
        </p>
      ))}
      <ul className="settable-list" aria-label="会办得不一样的办件">
        {changed.map((one) => (
          <li key={one.caseId}>
            <div>
              <strong>
                <Link to={`/cases/${one.caseId}`}>{one.title}</Link>
              </strong>
              <span className="settable-facts">
                {one.schoolName}·{one.kindTitle}·{changeWords(one)}
              </span>
              {one.sentences.map((sentence) => (
                <span key={sentence} className="settable-facts">
                  {sentence}
                </span>
              ))}
            </div>
            <Tag>{one.stateWords}</Tag>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 不符0→2，酌定3→1: only what changes. */
function changeWords({ before, after }: TrialCase): string {
  const parts = [
    ['不符', before.red, after.red],
    ['酌定', before.amber, after.amber],
    ['符合', before.green, after.green],
  ] as const;
  return parts
    .filter(([, from, to]) => from !== to)
    .map(([words, from, to]) => `${words}${from}→${to}`)
    .join('，');
}
