/** 进度环: a term task: how much is done, in a ring; the absolute numbers and the last day beside it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { countWords } from '../../format.ts';
import './progress.css';

export interface ProgressRingProps {
  words: string;
  done: number;
  total: number;
  /** Unit of the numbers: 人, 校, 条. */
  unit: string;
  /** After the numbers: 还有2校未报, 10月31日前. */
  note?: ReactNode;
  /** The list behind it. */
  to?: string | undefined;
}

const RADIUS = 20;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring of 48 px with its words. At most four on a page. */
export function ProgressRing({ words, done, total, unit, note, to }: ProgressRingProps): ReactNode {
  // Rounded down: only what is wholly done reads 100.
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  return (
    <div className="ring">
      <svg className="ring-drawing" viewBox="0 0 48 48" width="48" height="48" role="img" aria-label={`${percent}%`}>
        <circle className="ring-line" cx="24" cy="24" r={RADIUS} />
        <circle
          className="ring-done"
          cx="24"
          cy="24"
          r={RADIUS}
          strokeDasharray={`${(percent / 100) * ROUND} ${ROUND}`}
          transform="rotate(-90 24 24)"
        />
        <text x="24" y="28.5" textAnchor="middle">
          {percent}%
        </text>
      </svg>
      <div className="ring-words">
        <p>{to === undefined ? words : <Link to={to}>{words}</Link>}</p>
        <p className="ring-numbers">
          <span>
            {countWords(done)}/{countWords(total)}
            {unit}
          </span>
          {note !== undefined && <span className="fact-note">{note}</span>}
        </p>
      </div>
    </div>
  );
}
