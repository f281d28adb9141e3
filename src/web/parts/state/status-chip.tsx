/** 状态标签: shape and words on the state's tint. At most two beside a name. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StateIcon, type StateKind, toneOf } from './state-icon.tsx';

export interface StatusChipProps {
  kind: StateKind;
  /** The state as officials call it: 在读, 转出学校核办中. */
  children: ReactNode;
  /** Makes the chip a link that shows where the thing stands. */
  to?: string | undefined;
}

/** A state, always with its word. */
export function StatusChip({ kind, children, to }: StatusChipProps): ReactNode {
  const content = (
    <>
      <StateIcon kind={kind} size={13} />
      {children}
    </>
  );
  const look = `status-chip tint-${toneOf(kind)}`;
  return to === undefined ? (
    <span className={look}>{content}</span>
  ) : (
    <Link className={look} to={to}>
      {content}
    </Link>
  );
}
