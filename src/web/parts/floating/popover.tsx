/** 浮层: a panel in the browser's top layer, beside the button that opened it. Esc and a press elsewhere close it. */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import './floating.css';

export interface PopoverProps {
  /** Give the same id to the button's `popover`. */
  id: string;
  /** Beside what it stands; the button that opens it where absent. */
  anchor?: RefObject<HTMLElement | null> | undefined;
  /** Which edge it shares with the button. Default start. */
  align?: 'start' | 'end' | undefined;
  label?: string | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  children: ReactNode;
}

/** Opens by a button whose `popover` is its id; the browser handles opening, closing and returning the focus. */
export function Popover({ id, anchor, align = 'start', label, onToggle, children }: PopoverProps): ReactNode {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = panel.current;
    if (!shown) return;
    // Content that comes once it is open makes it larger: it is put in place again.
    const observer = new ResizeObserver(() => {
      const beside = anchor?.current ?? document.querySelector<HTMLElement>(`[popovertarget="${id}"]`);
      if (shown.matches(':popover-open') && beside) putBeside(shown, beside, align);
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [id, anchor, align]);
  return (
    <section
      id={id}
      ref={panel}
      className="popover"
      popover="auto"
      aria-label={label}
      onToggle={(event) => onToggle?.(event.newState === 'open')}
    >
      {children}
    </section>
  );
}

const GAP = 4;

/** Puts the panel under the anchor, or above where there is more room; never outside the window. */
function putBeside(panel: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): void {
  const box = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = innerHeight - box.bottom - 2 * GAP;
  const above = box.top - 2 * GAP;
  const up = height > below && above > below;
  const left = align === 'start' ? box.left : box.right - width;
  panel.style.maxHeight = `${Math.max(120, up ? above : below)}px`;
  panel.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  panel.style.top = `${up ? Math.max(GAP, box.top - GAP - Math.min(height, above)) : box.bottom + GAP}px`;
}

/** Closes a popover by its id. */
export function closePopover(id: string): void {
  document.getElementById(id)?.hidePopover();
}
