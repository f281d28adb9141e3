/** 分段条: one bar, cut by shares; the figures stand in it or beside it, never the colour alone. */
import type { ReactNode } from 'react';
import { countWords } from '../../format.ts';
import './progress.css';

export interface Share {
  key: string;
  words: string;
  count: number;
  /** A data series, or a state where the state is the message. */
  colour: 'cat-a' | 'cat-b' | 'cat-c' | 'green' | 'amber' | 'red' | 'blue' | 'grey';
}

export interface SplitBarProps {
  /** What is cut: 性别. */
  label: string;
  shares: readonly Share[];
  /** Words and figures inside the bar (two shares: 男25 | 24女). Default false: a thin bar. */
  inside?: boolean | undefined;
  /** Width in pixels; the room's where absent. */
  width?: number | undefined;
}

/** A drawn sum. Readers hear every share. */
export function SplitBar({ label, shares, inside = false, width }: SplitBarProps): ReactNode {
  const drawn = shares.filter((share) => share.count > 0);
  const said = shares.map((share) => `${share.words}${countWords(share.count)}`).join('，');
  return (
    <div className={`split${inside ? ' is-inside' : ''}`} style={{ width }} role="img" aria-label={`${label}：${said}`}>
      {drawn.map(({ key, words, count, colour }, at) => (
        <span key={key} className={`split-share share-${colour}`} style={{ flexGrow: count }}>
          {inside && (at === drawn.length - 1 ? `${countWords(count)}${words}` : `${words}${countWords(count)}`)}
        </span>
      ))}
    </div>
  );
}
