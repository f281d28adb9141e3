/** 理由: asks why, before an act that must carry its reason or cannot be taken back. */
import { type ReactNode, useId, useState } from 'react';
import { sentenceOf } from '../../api-client.ts';
import { Button } from '../surface/button.tsx';
import '../form/form.css';
import { Dialog } from './dialog.tsx';

export interface ReasonDialogProps {
  open: boolean;
  onClose: () => void;
  /** The act, named with its object: 退回补正：李沐辰转学. */
  title: ReactNode;
  /** The facts, repeated, instead of "are you sure". */
  children?: ReactNode;
  /** What is asked. Default 理由. */
  label?: string | undefined;
  /** Usual reasons; a press fills the field, which can still be changed. */
  usual?: readonly string[] | undefined;
  /** Fewest characters of a reason. Default 2. */
  least?: number | undefined;
  /** Words on the button that acts: 退回, 不同意. */
  act: string;
  danger?: boolean | undefined;
  /** Said beside the buttons: 查看将留痕. */
  note?: string | undefined;
  /** Does it; what it throws is shown and what was typed stays. Closes once it is done. */
  onGive: (reason: string) => Promise<unknown> | undefined;
}

/** A dialog with one field. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  return props.open ? <Asking {...props} /> : null;
}

function Asking(props: ReasonDialogProps): ReactNode {
  const { label = '理由', usual = [], least = 2, act, danger = false, note, onGive, onClose, title, children } = props;
  const id = useId();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const short = reason.trim().length < least;

  const give = async () => {
    if (short) {
      setProblem(`请写明${label}，不少于${least}个字`);
      document.getElementById(id)?.focus();
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await onGive(reason.trim());
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          {note !== undefined && <span className="dialog-note">{note}</span>}
          <Button onPress={onClose}>取消</Button>
          <Button tone={danger ? 'danger' : 'primary'} busy={busy} onPress={give}>
            {act}
          </Button>
        </>
      }
    >
      {children !== undefined && <div className="dialog-facts">{children}</div>}
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {usual.length > 0 && (
        <div className="usual-reasons">
          {usual.map((words) => (
            <Button key={words} tone="quiet" onPress={() => setReason(words)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <textarea
        id={id}
        ref={focusFirst}
        className="control"
        rows={3}
        value={reason}
        required
        aria-invalid={problem !== undefined && short}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${id}-problem`} className="field-problem" role="alert">
        {problem}
      </p>
    </Dialog>
  );
}

/** The browser, opening a dialog, puts the focus on what carries this mark. */
function focusFirst(field: HTMLElement | null): void {
  field?.setAttribute('autofocus', '');
}
