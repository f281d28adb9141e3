/** 卡片: a titled piece of a page. Lines, not shadows; never a card inside a card. */
import { type ReactNode, useId } from 'react';
import './surface.css';

export interface CardProps {
  /** Heading of the piece; without one give `label`. */
  title?: ReactNode;
  /** A count or remark right after the title, quiet. */
  note?: ReactNode;
  /** What stands at the right end of the head: filters, links. */
  side?: ReactNode;
  /** Line at the foot, outside what scrolls. */
  foot?: ReactNode;
  /** Name for readers where there is no title. */
  label?: string | undefined;
  /** The body keeps its own scrolling and the card takes the height it is given (columns of a full page). */
  fill?: boolean | undefined;
  /** The body has no padding: lists and tables draw to the edge. */
  flush?: boolean | undefined;
  children: ReactNode;
}

/** A section with head, body and foot. */
export function Card({ title, note, side, foot, label, fill = false, flush = false, children }: CardProps): ReactNode {
  const id = useId();
  return (
    <section
      className={`card${fill ? ' is-filling' : ''}${flush ? ' is-flush' : ''}`}
      aria-labelledby={title === undefined ? undefined : id}
      aria-label={label}
    >
      {(title !== undefined || side !== undefined) && (
        <header className="card-head">
          <h2 id={id}>{title}</h2>
          {note !== undefined && <span className="card-note">{note}</span>}
          {side !== undefined && <div className="card-side">{side}</div>}
        </header>
      )}
      {/* A body that scrolls can be reached by keyboard, so that it can be scrolled by keyboard. */}
      <div className="card-body" {...(fill ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}>
        {children}
      </div>
      {foot !== undefined && <footer className="card-foot">{foot}</footer>}
    </section>
  );
}
