/** 按钮: one primary a page; a locked one stays reachable and says why. */
import { Lock, type LucideIcon } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { Link } from 'react-router';
import { Kbd } from './dot.tsx';
import './button.css';

export interface ButtonProps {
  children: ReactNode;
  /** primary: the page's one act; danger: outline red; plain: outline; quiet: a link's look. Default plain. */
  tone?: 'primary' | 'plain' | 'danger' | 'quiet' | undefined;
  /** 34 high instead of 28: for decision bars. */
  large?: boolean | undefined;
  icon?: LucideIcon | undefined;
  /** The single key that does the same, shown on the button; register it with useKeys. */
  keyHint?: string | undefined;
  onPress?: (() => void) | undefined;
  type?: 'button' | 'submit' | undefined;
  /** Makes it a link of the same look. */
  to?: string | undefined;
  /** Cannot be done now: the reason is read out, and pressing goes to what must be mended. */
  locked?: { reason: string; onJump?: (() => void) | undefined } | undefined;
  /** On its way: dimmed, presses do nothing. */
  busy?: boolean | undefined;
  /** 'menu' or 'dialog' where it opens one. */
  opens?: 'menu' | 'dialog' | undefined;
  /** Id of a popover that the browser itself opens and closes. */
  popover?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button, or a link that looks like one. */
export function Button(props: ButtonProps): ReactNode {
  const { children, tone = 'plain', large = false, icon: Icon, keyHint, locked, busy = false, to } = props;
  const reasonId = useId();
  const look = `button is-${tone}${large ? ' is-large' : ''}${locked ? ' is-locked' : ''}`;
  const content = (
    <>
      {locked && <Lock size={14} aria-hidden />}
      {Icon && <Icon size={14} aria-hidden />}
      <span>{children}</span>
      {keyHint !== undefined && <Kbd>{keyHint}</Kbd>}
    </>
  );
  if (to !== undefined && locked === undefined) {
    return (
      <Link className={look} to={to}>
        {content}
      </Link>
    );
  }
  const press = () => {
    if (locked) locked.onJump?.();
    else if (!busy) props.onPress?.();
  };
  return (
    <>
      <button
        ref={props.ref}
        className={look}
        type={locked || busy ? 'button' : (props.type ?? 'button')}
        onClick={press}
        aria-disabled={locked !== undefined || busy || undefined}
        aria-busy={busy || undefined}
        aria-describedby={locked ? reasonId : undefined}
        aria-keyshortcuts={keyHint}
        aria-haspopup={props.opens}
        popoverTarget={props.popover}
      >
        {content}
      </button>
      {locked && (
        <span id={reasonId} className="unseen">
          {locked.reason}
        </span>
      )}
    </>
  );
}

export interface IconButtonProps {
  icon: LucideIcon;
  /** What it does, said to readers and shown on hover. */
  label: string;
  onPress?: (() => void) | undefined;
  to?: string | undefined;
  /** For switches: whether it is on. */
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  popover?: string | undefined;
}

/** A square of an icon alone, only where the picture is known to everybody: zoom, turn the page, close. */
export function IconButton({ icon: Icon, label, onPress, to, pressed, disabled, popover }: IconButtonProps): ReactNode {
  if (to !== undefined) {
    return (
      <Link className="icon-button" to={to} aria-label={label} title={label}>
        <Icon size={16} aria-hidden />
      </Link>
    );
  }
  return (
    <button
      className="icon-button"
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onPress}
      popoverTarget={popover}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
