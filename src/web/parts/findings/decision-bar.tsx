/** 核办栏: who acts in which step, the opinion, and the ways to decide; fixed at the foot of the page. */
import { type ReactNode, useId, useState } from 'react';
import { useKeys } from '../../frame/keyboard.ts';
import { StateIcon } from '../state/state-icon.tsx';
import { Button } from '../surface/button.tsx';
import '../form/form.css';
import './decision-bar.css';

export interface DecisionAction {
  key: string;
  words: string;
  tone?: 'primary' | 'plain' | 'danger' | undefined;
  /** Single key that does the same: 'A', 'R'. */
  keyHint?: string | undefined;
  /** Cannot be done without words in the opinion. */
  needsOpinion?: boolean | undefined;
  /** Cannot be done now: the reason stands beside the buttons as a link to what must be mended. */
  locked?: { reason: string; onJump?: (() => void) | undefined } | undefined;
  /** Does it; may throw nothing: show failures in `problem`. */
  onDo: (opinion: string) => void;
}

export interface DecisionBarProps {
  /** The two persons of the decision: [{ words: '您提出意见', mine: true }, { words: '主管领导赵**签署' }]. */
  steps?: readonly { words: string; mine?: boolean }[] | undefined;
  /** The opinion as typed; the page keeps it, so that a failed save loses nothing. */
  opinion: string;
  onOpinion: (text: string) => void;
  placeholder?: string | undefined;
  /** Left to right; the destructive one first, the primary last. */
  actions: readonly DecisionAction[];
  /** Key of the act that is on its way. */
  busy?: string | undefined;
  /** Sentence of what went wrong, kept until the next try. */
  problem?: string | undefined;
}

/** The decision bar. No bulk decisions: one bar, one thing. */
export function DecisionBar(props: DecisionBarProps): ReactNode {
  const { steps = [], opinion, onOpinion, placeholder, actions, busy, problem } = props;
  const id = useId();
  const [missing, setMissing] = useState<string>();
  const act = (action: DecisionAction) => {
    if (action.locked) return action.locked.onJump?.();
    if (action.needsOpinion && opinion.trim() === '') {
      setMissing(`${action.words}须写明意见`);
      document.getElementById(id)?.focus();
      return;
    }
    setMissing(undefined);
    action.onDo(opinion.trim());
  };
  useKeys(
    actions.flatMap((action) =>
      action.keyHint === undefined || busy !== undefined
        ? []
        : [{ key: action.keyHint.toLowerCase(), words: action.words, group: '核办', run: () => act(action) }],
    ),
  );
  const lock = actions.find((action) => action.locked)?.locked;
  const said = missing ?? problem;
  return (
    <ActionBar>
      {steps.length > 0 && (
        <ol className="decision-steps" aria-label="核办人">
          {steps.map(({ words, mine }, at) => (
            <li key={words} className={mine ? 'is-mine' : undefined} aria-current={mine ? 'step' : undefined}>
              <span aria-hidden="true">{'①②③④'[at]}</span> {words}
            </li>
          ))}
        </ol>
      )}
      <div className="decision-opinion">
        <label className="unseen" htmlFor={id}>
          意见
        </label>
        <input
          id={id}
          className="control"
          value={opinion}
          placeholder={placeholder ?? '意见'}
          autoComplete="off"
          aria-invalid={missing !== undefined && opinion.trim() === ''}
          aria-describedby={`${id}-said`}
          onChange={(event) => {
            setMissing(undefined);
            onOpinion(event.target.value);
          }}
        />
      </div>
      <span id={`${id}-said`} className="decision-said tone-red" role="alert">
        {said}
      </span>
      {lock && said === undefined && (
        <button className="decision-lock" type="button" onClick={lock.onJump}>
          <StateIcon kind="REFUSED" size={12} />
          {lock.reason}
        </button>
      )}
      <div className="decision-acts">
        {actions.map((action) => (
          <Button
            key={action.key}
            large
            tone={action.tone ?? 'plain'}
            busy={busy === action.key}
            keyHint={action.keyHint}
            locked={action.locked}
            onPress={() => act(action)}
          >
            {action.words}
          </Button>
        ))}
      </div>
    </ActionBar>
  );
}

/** The same bar for any page: what is said at the left, the acts at the right. Wrap the acts in ActionBarActs. */
export function ActionBar({ children }: { children: ReactNode }): ReactNode {
  return (
    <section className="decision-bar" aria-label="办理">
      {children}
    </section>
  );
}

/** The right end of an ActionBar. */
export function ActionBarActs({ children }: { children: ReactNode }): ReactNode {
  return <div className="decision-acts">{children}</div>;
}
