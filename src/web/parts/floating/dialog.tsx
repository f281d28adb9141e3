/** 对话框: asks one thing; the browser keeps the focus inside and gives it back. Only where nothing can be taken back. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../surface/button.tsx';
import './floating.css';

export interface DialogProps {
  open: boolean;
  /** Called when the person closes it: Esc, the cross, a press outside. */
  onClose: () => void;
  title: ReactNode;
  /** Buttons at the foot, the one that acts last. */
  foot?: ReactNode;
  /** 360, 480 or 720 px. Default 480. */
  width?: 'narrow' | 'medium' | 'wide' | undefined;
  /** From the left edge, full height: navigation on the phone. */
  side?: boolean | undefined;
  children: ReactNode;
}

/** Content is only there while open, so that a form begins anew each time. */
export function Dialog({
  open,
  onClose,
  title,
  foot,
  width = 'medium',
  side = false,
  children,
}: DialogProps): ReactNode {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const dialog = box.current;
    if (!open || !dialog) return;
    const outside = (event: MouseEvent) => event.target === dialog && close.current();
    dialog.addEventListener('mousedown', outside);
    dialog.showModal();
    return () => {
      dialog.removeEventListener('mousedown', outside);
      dialog.close();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={box}
      className={`dialog is-${side ? 'side' : width}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-box">
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon={X} label="关闭" onPress={onClose} />
        </div>
        <div className="dialog-body">{children}</div>
        {foot !== undefined && <footer className="dialog-foot">{foot}</footer>}
      </div>
    </dialog>
  );
}
