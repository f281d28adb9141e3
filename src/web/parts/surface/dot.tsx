/** 间隔: small marks between and beside words. */
import { Children, type ReactNode } from 'react';
import './surface.css';

/** The separator between facts on one line; never typed as a character. */
export function Dot(): ReactNode {
  return <span className="dot" aria-hidden="true" />;
}

/** Facts on one line with separators between them; what is absent leaves no separator. */
export function Facts({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className="facts">
      {Children.map(Children.toArray(children), (fact) => (
        <span className="fact">{fact}</span>
      ))}
    </span>
  );
}

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }): ReactNode {
  return <kbd className="kbd">{children}</kbd>;
}
