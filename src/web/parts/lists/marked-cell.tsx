/** 错格: a cell with something wrong in it: tint, corner and inset line; the characters at fault are reversed. */
import type { ReactNode } from 'react';
import { StateIcon } from '../state/state-icon.tsx';
import './marked-cell.css';

export interface MarkedCellProps {
  /** wrong must be mended, doubtful needs a yes, mended was wrong before. */
  kind: 'wrong' | 'doubtful' | 'mended';
  /** What stands in the cell. */
  value: string;
  /** First and last-but-one place of the characters at fault, counted as people count characters. Default all. */
  fault?: readonly [from: number, to: number] | undefined;
  /** Opens the row under the row that says what is wrong. */
  onOpen?: (() => void) | undefined;
  /** That row is open. */
  open?: boolean | undefined;
}

const WORDS: Record<MarkedCellProps['kind'], string> = { wrong: '有误', doubtful: '待确认', mended: '已改' };

/** Fills its table cell. */
export function MarkedCell({ kind, value, fault, onOpen, open }: MarkedCellProps): ReactNode {
  const letters = [...value];
  const [from, to] = fault ?? [0, letters.length];
  const part = (start: number, end?: number) => letters.slice(start, end).join('');
  const content =
    kind === 'mended' ? (
      <>
        {value}
        <span className="marked-said">
          <StateIcon kind="DONE" size={12} />
          已改
        </span>
      </>
    ) : (
      <>
        <span className="unseen">{WORDS[kind]}：</span>
        {value === '' ? <span className="marked-empty">未填</span> : part(0, from)}
        {from < to && value !== '' && <mark>{part(from, to)}</mark>}
        {part(to)}
      </>
    );
  const look = `marked-cell is-${kind} no-autospace`;
  if (onOpen === undefined) return <span className={look}>{content}</span>;
  return (
    <button type="button" className={look} aria-expanded={open ?? false} onClick={onOpen}>
      {content}
    </button>
  );
}
