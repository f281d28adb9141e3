/** 拖动: a student is lifted with the mouse and let go over a class group; Esc, or letting go elsewhere, puts it back. */
import { type PointerEvent as ReactPointerEvent, useEffect, useState } from 'react';

/** So far the pointer must go before a press becomes a drag. */
const SLACK = 5;

/** What hangs on the pointer, and over which column. */
export interface Drag {
  studentId: string;
  x: number;
  y: number;
  columnId: string | undefined;
}

/** The drag that is on its way, and the handler with which a row begins one. Columns carry data-column. */
export function useDrag(onDrop: (studentId: string, columnId: string) => void): {
  drag: Drag | undefined;
  begin: (event: ReactPointerEvent, studentId: string) => void;
} {
  const [held, setHeld] = useState<{ studentId: string; x: number; y: number }>();
  const [drag, setDrag] = useState<Drag>();
  useEffect(() => {
    if (!held) return;
    let latest: Drag | undefined;
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (!latest && Math.hypot(x - held.x, y - held.y) < SLACK) return;
      const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]');
      latest = { studentId: held.studentId, x, y, columnId: column?.dataset['column'] };
      setDrag(latest);
    };
    const end = () => {
      setHeld(undefined);
      setDrag(undefined);
    };
    const drop = () => {
      if (latest) swallowClick();
      if (latest?.columnId !== undefined) onDrop(latest.studentId, latest.columnId);
      end();
    };
    const key = (event: KeyboardEvent) => event.key === 'Escape' && end();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', key);
    };
  }, [held, onDrop]);
  return {
    drag,
    begin: ({ button, pointerType, clientX: x, clientY: y }, studentId) => {
      // A finger scrolls; on a touch screen a student is chosen by a tap.
      if (button === 0 && pointerType !== 'touch') setHeld({ studentId, x, y });
    },
  };
}

/** The press that ends a drag is no press of the row. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
