/** 修改栏: how many items are changed, what is in the way, and saving. */
import type { ReactNode } from 'react';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { ActionBar, ActionBarActs } from '../../../../web/parts/findings/decision-bar.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { Changes } from './use-changes.tsx';

/** At the foot of the page while items are being changed. */
export function ChangeBar({ changes }: { changes: Changes }): ReactNode {
  const { count, busy, problem, close, save } = changes;
  return (
    <ActionBar>
      <span role="status">{count === 0 ? '还没有改动' : `已改${count}项`}</span>
      <ProblemLine problem={problem} />
      <ActionBarActs>
        <Button large onPress={close}>
          {count === 0 ? '退出修改' : '不保存，退出'}
        </Button>
        <Button
          large
          tone="primary"
          busy={busy}
          locked={count === 0 ? { reason: '还没有改动' } : undefined}
          onPress={() => void save()}
        >
          保存
        </Button>
      </ActionBarActs>
    </ActionBar>
  );
}
