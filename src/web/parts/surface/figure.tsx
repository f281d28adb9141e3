/** 数字: a figure read from afar with its words. A figure is a link to the list behind it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Tone } from '../../theme/tokens.ts';
import './surface.css';

export interface FigureProps {
  /** Already written: 1,670.0万, 38.2%. */
  value: ReactNode;
  words: ReactNode;
  /** Only where the figure itself is a state. */
  tone?: Tone | undefined;
  /** The list behind the figure. */
  to?: string | undefined;
}

/** 23 件该我办. */
export function Figure({ value, words, tone, to }: FigureProps): ReactNode {
  const content = (
    <>
      <b className="figure-value">{value}</b>
      <span className="figure-words">{words}</span>
    </>
  );
  const look = `figure${tone === undefined ? '' : ` tone-${tone}`}`;
  return to === undefined ? (
    <span className={look}>{content}</span>
  ) : (
    <Link className={look} to={to}>
      {content}
    </Link>
  );
}

/** Figures in a row. */
export function Figures({ children }: { children: ReactNode }): ReactNode {
  return <div className="figures">{children}</div>;
}
