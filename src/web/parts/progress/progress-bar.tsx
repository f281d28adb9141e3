/** 进度条: long work: counts, time left, and a way to stop; it goes on when the page is left. */
import type { ReactNode } from 'react';
import type { Progress } from '../../api-client.ts';
import { countWords, durationWords } from '../../format.ts';
import { StateIcon, type StateKind } from '../state/state-icon.tsx';
import { Button } from '../surface/button.tsx';
import './progress.css';

export interface ProgressBarProps {
  /** What is being done: 校验工作簿. */
  words: string;
  progress: Progress;
  /** Unit of the counts: 行, 人, 页. */
  unit: string;
  /** Stops the work; no button where it cannot be stopped. */
  onCancel?: (() => void) | undefined;
  /** Said while it runs. Default 可离开此页，办完在工作台提醒. */
  note?: ReactNode;
}

const STATES: Record<Progress['state'], [kind: StateKind, words: string]> = {
  WAITING: ['DRAFT', '等候中'],
  RUNNING: ['IN_PROCESS', '进行中'],
  DONE: ['DONE', '已完成'],
  FAILED: ['REFUSED', '未完成'],
  CANCELLED: ['DRAFT', '已停止'],
};

/** Announced at the start and the end, not at each step. */
export function ProgressBar({
  words,
  progress,
  unit,
  onCancel,
  note = '可离开此页，进度不受影响',
}: ProgressBarProps): ReactNode {
  const { state, done, total, leftSeconds } = progress;
  const [kind, stateWords] = STATES[state];
  const running = state === 'RUNNING' || state === 'WAITING';
  const percent = total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <div className={`progress is-${state.toLowerCase()}`}>
      <div className="progress-head">
        <StateIcon kind={kind} />
        <b>{words}</b>
        <span role="status">{stateWords}</span>
        <span className="progress-counts">
          {countWords(done)}/{countWords(total)}
          {unit}
          {running && leftSeconds !== undefined && <span className="fact-note">还需{durationWords(leftSeconds)}</span>}
        </span>
        {running && onCancel && <Button onPress={onCancel}>停止</Button>}
      </div>
      <div
        className="progress-line"
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(percent)}
        aria-valuetext={`${countWords(done)}/${countWords(total)}${unit}`}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <p className="progress-note">{progress.words ?? (running ? note : undefined)}</p>
    </div>
  );
}
