/** 材料清单: each paper that is asked for with its state; a press shows it. */
import type { ReactNode } from 'react';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { clockWords, recentDayWords } from '../../web/format.ts';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Dot } from '../../web/parts/surface/dot.tsx';
import type { HandedIn } from '../evidence.api.ts';
import type { PaperLine } from './paper-lines.screen.ts';

const STATES: Record<PaperLine['state'], [kind: StateKind, words: string]> = {
  MISSING: ['DRAFT', '未交'],
  IN: ['DONE', '已交'],
  RETURNED: ['REFUSED', '已退'],
};

export interface PaperListProps {
  lines: readonly PaperLine[];
  shown: string | undefined;
  mayAdd: boolean;
  today: CivilDate;
  onShow: (id: string) => void;
  onAdd: (line: PaperLine) => void;
  onReplace: (item: HandedIn) => void;
  onWithdraw: (item: HandedIn) => void;
  onReturn: (item: HandedIn) => void;
}

export function PaperList(props: PaperListProps): ReactNode {
  const { lines, mayAdd, onAdd } = props;
  return (
    <ul className="paper-list">
      {lines.map((line) => {
        const [kind, words] = STATES[line.state];
        const { asked } = line;
        return (
          <li key={line.key}>
            <div className="paper-line">
              <StatusChip kind={kind}>{words}</StatusChip>
              <b>{line.what}</b>
              <span className="paper-note">
                {[asked?.by, asked?.when, asked?.chip].filter(Boolean).map((note, at) => (
                  <span key={note}>
                    {at > 0 && <Dot />}
                    {note}
                  </span>
                ))}
              </span>
              {mayAdd && (
                <span className="paper-acts screen-only">
                  <Button onPress={() => onAdd(line)}>{line.items.length > 0 ? '添一份' : '交'}</Button>
                </span>
              )}
            </div>
            {line.items.map((item, at) => (
              <OneItem key={item.id} item={item} at={at + 1} {...props} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function OneItem({ item, at, ...props }: PaperListProps & { item: HandedIn; at: number }): ReactNode {
  const words = `第${at}份${item.pages > 1 ? `，${item.pages}页` : ''}`;
  return (
    <div className={`paper-item${item.id === props.shown ? ' is-shown' : ''}`}>
      {item.mayOpen ? (
        <button
          type="button"
          className="paper-show keep-in-print"
          aria-pressed={item.id === props.shown}
          aria-label={`看${item.what}${words}`}
          onClick={() => props.onShow(item.id)}
        >
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      <span className="paper-note">
        {item.institutionName}
        <Dot />
        {recentDayWords(dayOf(new Date(item.at)), props.today)}
        {clockWords(item.at)}
      </span>
      <span className="paper-acts screen-only">
        {item.mayWithdraw && (
          <>
            <Button tone="quiet" onPress={() => props.onReplace(item)}>
              换
            </Button>
            <Button tone="quiet" onPress={() => props.onWithdraw(item)}>
              撤回
            </Button>
          </>
        )}
        {item.mayReturn && (
          <Button tone="quiet" onPress={() => props.onReturn(item)}>
            退回
          </Button>
        )}
      </span>
      {item.state === 'RETURNED' && <p className="paper-returned">退回：{item.returnReason}</p>}
    </div>
  );
}
