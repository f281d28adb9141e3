/** 单页框: a head, one column, acts at the foot: sign-in, first run, and the family's phone. */
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { OfflineStrip } from '../parts/feedback/offline-strip.tsx';
import { StripPlace } from '../parts/feedback/strip.tsx';
import { IconButton } from '../parts/surface/button.tsx';
import './page.css';

export interface PlainFrameProps {
  /** h1 in the head; without it there is no head. */
  title?: string | undefined;
  /** Where the arrow goes back to. */
  back?: string | undefined;
  /** At the right end of the head: 第2步，共3步. */
  side?: ReactNode;
  /** Buttons at the foot, side by side; nothing where nothing is to be done. */
  acts?: ReactNode;
  /** Widest column: 420 for sign-in, 640 for reading. Default 640. */
  width?: 420 | 640 | undefined;
  children: ReactNode;
}

/** One thing per screen. */
export function PlainFrame({ title, back, side, acts, width = 640, children }: PlainFrameProps): ReactNode {
  return (
    <div className="plain-frame">
      {title !== undefined && (
        <header className="plain-head">
          {back !== undefined && <IconButton icon={ChevronLeft} label="返回" to={back} />}
          <h1>{title}</h1>
          {side !== undefined && <span className="plain-side">{side}</span>}
        </header>
      )}
      <main className="plain-main" style={{ maxWidth: width }}>
        <OfflineStrip />
        {children}
      </main>
      {acts !== undefined && <footer className="plain-acts">{acts}</footer>}
      <StripPlace />
    </div>
  );
}
