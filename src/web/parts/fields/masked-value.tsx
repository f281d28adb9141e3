/** 脱敏值: masked until one person asks for this one value and says why; the full value leaves by itself. */
import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { ReasonDialog } from '../floating/reason-dialog.tsx';
import './fields.css';

export interface MaskedValueProps {
  /** What everybody sees: 4110**********1234. Undefined reads 未填. */
  masked: string | undefined;
  /** Name of the value: 身份证件号. */
  label: string;
  /** Fetches the full value and records who looked and why. Without it there is no eye. */
  onReveal?: ((reason: string) => Promise<string>) | undefined;
  /** Usual reasons, one press each. */
  usualReasons?: readonly string[] | undefined;
  /** The full value is masked again after so many seconds. Default 60. */
  seconds?: number | undefined;
}

// One value at a time on the whole page: the one shown last masks all others.
const shownChanged = new EventTarget();

/** A masked value with its eye; beside the eye stands that looking leaves a trace. */
export function MaskedValue({ masked, label, onReveal, usualReasons, seconds = 60 }: MaskedValueProps): ReactNode {
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<string>();

  useEffect(() => {
    if (full === undefined) return;
    const hide = () => setFull(undefined);
    const timer = setTimeout(hide, seconds * 1000);
    const other = (event: Event) => (event as CustomEvent<string>).detail !== id && hide();
    shownChanged.addEventListener('shown', other);
    return () => {
      clearTimeout(timer);
      shownChanged.removeEventListener('shown', other);
    };
  }, [full, seconds, id]);

  if (masked === undefined || masked === '') return <span className="quiet">未填</span>;
  const reveal = async (reason: string) => {
    const value = await onReveal?.(reason);
    shownChanged.dispatchEvent(new CustomEvent('shown', { detail: id }));
    setFull(value);
  };
  return (
    <span className="masked-value">
      <span className="no-autospace" aria-live="polite">
        {full ?? masked}
      </span>
      {onReveal && (
        <button
          type="button"
          className="masked-eye"
          aria-pressed={full !== undefined}
          aria-label={full === undefined ? `看完整${label}，将留痕` : `遮住${label}`}
          title={full === undefined ? '看完整号码，将留痕' : '遮住'}
          onClick={() => (full === undefined ? setAsking(true) : setFull(undefined))}
        >
          {full === undefined ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
        </button>
      )}
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`看完整${label}`}
        label="事由"
        usual={usualReasons}
        act="查看"
        note={`查看人、时间、事由将留痕，${seconds}秒后自动遮住`}
        onGive={reveal}
      />
    </span>
  );
}
