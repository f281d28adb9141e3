/** 版面: the few ways pieces stand beside and under each other. */
import type { CSSProperties, ReactNode } from 'react';
import './surface.css';

export interface ColumnsProps {
  /** Grid columns as CSS writes them: '1.72fr 1.08fr .86fr', '336px 1fr 372px'. One column under `stackUnder`. */
  template: string;
  /** The same for windows of 1680 and more: '400px 1fr 480px'. Default: the same columns. */
  wide?: string | undefined;
  /** Fill the window's height under the head, each column scrolling by itself. */
  fill?: boolean | undefined;
  /** Width of the page in pixels under which the pieces stand one under another. Default 960. */
  stackUnder?: 720 | 960 | 1180 | undefined;
  children: ReactNode;
}

/** Pieces side by side, 8 px apart. */
export function Columns({
  template,
  wide = template,
  fill = false,
  stackUnder = 960,
  children,
}: ColumnsProps): ReactNode {
  return (
    <div className={`columns-room stack-${stackUnder}${fill ? ' is-filling' : ''}`}>
      <div className="columns" style={{ '--columns': template, '--columns-wide': wide } as CSSProperties}>
        {children}
      </div>
    </div>
  );
}

/** Pieces one under another, 8 px apart. */
export function Stack({ children, fill = false }: { children: ReactNode; fill?: boolean }): ReactNode {
  return <div className={`stack${fill ? ' is-filling' : ''}`}>{children}</div>;
}

/** Small things on one line, wrapping; `end` pushes what follows to the right edge. */
export function Line({ children, end }: { children: ReactNode; end?: ReactNode }): ReactNode {
  return (
    <div className="line">
      {children}
      {end !== undefined && <div className="line-end">{end}</div>}
    </div>
  );
}
