/** 状态形色: the one table of state → colour and shape. The shape is what a black-and-white print shows. */
import type { ReactNode } from 'react';
import type { Tone } from '../../theme/tokens.ts';
import './state.css';

/** What a thing's state means to the person who must act, whatever the state is called. */
export type StateKind = 'DRAFT' | 'IN_PROCESS' | 'DUE_SOON' | 'JUDGEMENT' | 'OVERDUE' | 'REFUSED' | 'DONE';

const TONES: Record<StateKind, Tone> = {
  DRAFT: 'grey',
  IN_PROCESS: 'blue',
  DUE_SOON: 'amber',
  JUDGEMENT: 'amber',
  OVERDUE: 'red',
  REFUSED: 'red',
  DONE: 'green',
};

/** Drawn on a 16-unit square with a 1.6 stroke. */
const SHAPES: Record<StateKind, ReactNode> = {
  DRAFT: <circle cx="8" cy="8" r="5.6" strokeDasharray="2.2 2.2" />,
  IN_PROCESS: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  DUE_SOON: <path d="M8 4.8V8l2.2 1.4M13.6 8A5.6 5.6 0 1 1 2.4 8a5.6 5.6 0 0 1 11.2 0z" />,
  JUDGEMENT: <path d="M8 2.4 14.2 13H1.8zM8 6.4v3M8 11.2v.1" />,
  OVERDUE: <path d="M8 1.6 14.4 8 8 14.4 1.6 8zM8 5.2v3.2M8 10.6v.1" />,
  REFUSED: <path d="m4 4 8 8m0-8-8 8" />,
  DONE: <path d="m2.8 8.6 3.4 3.4 7-7.4" />,
};

/** The colour of a state. */
export function toneOf(kind: StateKind): Tone {
  return TONES[kind];
}

export interface StateIconProps {
  kind: StateKind;
  /** Edge in CSS pixels. Default 14. */
  size?: number | undefined;
}

/** The shape of a state in its colour. Decorative: the word always stands beside it. */
export function StateIcon({ kind, size = 14 }: StateIconProps): ReactNode {
  return (
    <svg className={`state-icon tone-${TONES[kind]}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}
