/** 撤回条: ten seconds in which the last act can be taken back; it survives going to the next page. */
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { sentenceOf } from '../../api-client.ts';
import { Button } from '../surface/button.tsx';
import './feedback.css';

export interface UndoOffer {
  /** What was done: 已同意转出李沐辰，交长葛市教育体育局. */
  words: string;
  /** Takes it back. What it throws is shown in the strip. */
  undo: () => Promise<unknown> | undefined;
  /** Default 撤回. */
  act?: string | undefined;
  /** Default 10. */
  seconds?: number | undefined;
}

let offer: UndoOffer | undefined;
const listeners = new Set<() => void>();

/** Shows the strip; a later offer takes the place of an earlier one. */
export function offerUndo(next: UndoOffer | undefined): void {
  offer = next;
  for (const tell of listeners) tell();
}

/** Where the strip appears: once, in the frame. */
export function StripPlace(): ReactNode {
  const current = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => offer,
  );
  return (
    <div className="strip-place" role="status">
      {current && <Strip key={current.words} offer={current} />}
    </div>
  );
}

/** The time stands still while the pointer or the focus is on the strip. */
function Strip({ offer }: { offer: UndoOffer }): ReactNode {
  const [left, setLeft] = useState(offer.seconds ?? 10);
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  const held = useRef(false);
  useEffect(() => {
    const timer = setInterval(() => held.current || setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) offerUndo(undefined);
  }, [left]);
  const hold = (value: boolean) => () => {
    held.current = value;
  };
  const takeBack = async () => {
    setBusy(true);
    try {
      await offer.undo();
      offerUndo(undefined);
    } catch (thrown) {
      held.current = true;
      setSaid(sentenceOf(thrown));
      setBusy(false);
    }
  };
  return (
    <fieldset
      className="strip"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <span>{said ?? offer.words}</span>
      {said === undefined && (
        <Button busy={busy} onPress={takeBack}>
          {offer.act ?? '撤回'}
        </Button>
      )}
      <span className="strip-left" aria-hidden="true">
        {left}秒
      </span>
    </fieldset>
  );
}
