/** 键盘说明: `?` shows every key that holds on this page, and the switch that turns single keys off. */
import { type ReactNode, useState } from 'react';
import { Dialog } from '../parts/floating/dialog.tsx';
import { CheckField } from '../parts/form/choice-field.tsx';
import { Kbd } from '../parts/surface/dot.tsx';
import { useHeldKeys, useKeys, useSingleKeys } from './keyboard.ts';

const SHOWN_AS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' };

/** The button at the end of the top bar, and what it opens. */
export function KeyboardHelp(): ReactNode {
  const [open, setOpen] = useState(false);
  useKeys([{ key: '?', words: '键盘说明', group: '通用', run: () => setOpen(true) }]);
  return (
    <>
      <button
        className="help-button"
        type="button"
        aria-label="键盘说明"
        title="键盘说明"
        onClick={() => setOpen(true)}
      >
        <Kbd>?</Kbd>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="键盘" width="narrow">
        <Help />
      </Dialog>
    </>
  );
}

function Help(): ReactNode {
  const keys = useHeldKeys();
  const [on, setOn] = useSingleKeys();
  const groups = [...new Set(keys.map((one) => one.group))];
  return (
    <>
      {groups.map((group) => (
        <section key={group} className="help-group" aria-label={group}>
          <h3>{group}</h3>
          <dl>
            {keys
              .filter((one) => one.group === group)
              .map((one) => (
                <div key={one.key}>
                  <dt>
                    <Kbd>{SHOWN_AS[one.key] ?? (one.key.length === 1 ? one.key.toUpperCase() : one.key)}</Kbd>
                  </dt>
                  <dd>{one.words}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <CheckField checked={on} onChange={setOn}>
        启用单键
      </CheckField>
      <p className="quiet small">用语音输入或易误按时可关闭，其余操作不受影响</p>
    </>
  );
}
