/** 校验进度: follows the reading of a workbook; it goes on when the page is left, and can be stopped. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { followProgress } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ProgressBar } from '../../../web/parts/progress/progress-bar.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Line } from '../../../web/parts/surface/layout.tsx';
import type { ProgressView } from '../../importing/importing.api.ts';
import type { ImportView } from '../../review/review.api.ts';
import { cancelImport } from '../acts.screen.ts';
import { barOf, isReading } from './import-state.screen.ts';
import './import.css';

/** `onEnd` is called once nothing is read any more, whatever came of it. */
export function ReadingProgress({ one, onEnd }: { one: ImportView; onEnd: () => void }): ReactNode {
  const [view, setView] = useState<ProgressView>({ ...one, done: 0, total: one.rows, secondsLeft: null });
  const [problem, setProblem] = useState<unknown>();
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const stop = followProgress(`/api/admissions/imports/${one.id}/progress`, (event) => {
      const next = event as unknown as ProgressView; // this stream has states of its own
      setView(next);
      if (isReading(next.state)) return;
      stop();
      end.current();
    });
    return stop;
  }, [one.id]);
  const cancel = () => {
    setProblem(undefined);
    cancelImport(one.id).then(() => end.current(), setProblem);
  };
  return (
    <Card title="逐行校验、查重">
      <div className="upload-room">
        <ProgressBar
          words={`校验“${one.fileName}”`}
          unit="行"
          progress={barOf(view)}
          note="可离开此页，校验照常进行，回来接着看"
          onCancel={cancel}
        />
        <Line>
          <span className="reading-count">
            <StateIcon kind="REFUSED" />
            有误{countWords(view.red)}行
          </span>
          <span className="reading-count">
            <StateIcon kind="JUDGEMENT" />
            待确认{countWords(view.amber)}行
          </span>
        </Line>
        <ProblemLine problem={problem} />
      </div>
    </Card>
  );
}
