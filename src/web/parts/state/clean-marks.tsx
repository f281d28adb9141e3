/** 清白与否: how many checks failed, need judgement and passed, so that a list tells before a thing is opened. */
import type { ReactNode } from 'react';
import { countWords } from '../../format.ts';
import { StateIcon, type StateKind } from './state-icon.tsx';

export interface CleanMarksProps {
  refused?: number | undefined;
  judgement?: number | undefined;
  passed?: number | undefined;
  /** Words before the figures, as at the head of the findings: 不符1, 酌定2, 相符7. Default: figures only. */
  worded?: boolean | undefined;
}

const WORDS: [key: 'refused' | 'judgement' | 'passed', kind: StateKind, words: string][] = [
  ['refused', 'REFUSED', '不符'],
  ['judgement', 'JUDGEMENT', '酌定'],
  ['passed', 'DONE', '相符'],
];

/** ✕2 ▲1 ✓309; what counts nothing is left out. */
export function CleanMarks({ worded = false, ...counts }: CleanMarksProps): ReactNode {
  return (
    <span className="clean-marks">
      {WORDS.map(([key, kind, words]) => {
        const count = counts[key] ?? 0;
        if (count === 0) return null;
        return (
          <span key={key} className={`clean-mark ink-${key}`}>
            <StateIcon kind={kind} size={12} />
            <span className={worded ? undefined : 'unseen'}>{words}</span>
            <span>{countWords(count)}</span>
          </span>
        );
      })}
    </span>
  );
}
