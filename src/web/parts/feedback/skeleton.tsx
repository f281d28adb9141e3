/** 骨架: the shape of what will come, at its true height. Nothing moves. */
import type { CSSProperties, ReactNode } from 'react';
import './feedback.css';

export interface SkeletonProps {
  /** Rows. Default 6. */
  rows?: number | undefined;
  /** Height of a row in pixels. Default 32. */
  rowHeight?: number | undefined;
}

/** Grey bars in rows; readers hear 正在读取. */
export function Skeleton({ rows = 6, rowHeight = 32 }: SkeletonProps): ReactNode {
  const widths = ['62%', '48%', '70%', '55%', '66%', '40%'];
  return (
    <div className="skeleton" role="status" style={{ '--row': `${rowHeight}px` } as CSSProperties}>
      <span className="unseen">正在读取</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="skeleton-row" aria-hidden="true">
          <i style={{ width: widths[row % widths.length] }} />
        </div>
      ))}
    </div>
  );
}
