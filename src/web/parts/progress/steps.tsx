/** 步骤: where a person stands in work of several screens: 上传、校验、修正、提交. */
import type { ReactNode } from 'react';
import { StateIcon } from '../state/state-icon.tsx';
import './progress.css';

export interface StepsProps {
  /** Words of each step, in order; a done one may say what it took: 校验8秒. */
  steps: readonly string[];
  /** Number of the step at hand, from 1. */
  current: number;
}

/** ✓上传 — ✓校验 — 3修正 — 4提交. */
export function Steps({ steps, current }: StepsProps): ReactNode {
  return (
    <ol className="steps" aria-label={`第${current}步，共${steps.length}步`}>
      {steps.map((words, at) => (
        <li
          key={words}
          className={at + 1 === current ? 'is-current' : undefined}
          aria-current={at + 1 === current ? 'step' : undefined}
        >
          {at + 1 < current ? <StateIcon kind="DONE" /> : <span>{at + 1}</span>}
          {words}
        </li>
      ))}
    </ol>
  );
}
