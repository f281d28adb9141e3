/** 错格说明: what was found, what to do, and the acts on this row. It never floats over the neighbours. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ArticleChip } from '../../../web/parts/findings/article.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Kbd } from '../../../web/parts/surface/dot.tsx';
import type { EntrantRow, FoundView } from '../../entrants/entrants.api.ts';
import { SuspicionDialog } from '../entrant/suspicion-dialog.tsx';
import { articleOf } from '../import/import-state.screen.ts';

export interface CellMessageProps {
  row: EntrantRow;
  /** Absent once the cell is right. */
  found: FoundView | undefined;
  problem: string | undefined;
  busy: boolean;
  /** Something new stands in the cell. */
  changed: boolean;
  /** Absent where there is no single cell to be mended. */
  onSave: (() => void) | undefined;
  onConfirm: (() => void) | undefined;
  /** Takes the number of the paper by which an early entry was approved. */
  onApprove: ((number: string) => void) | undefined;
  onLeave: () => void;
}

/** The row under the row. */
export function CellMessage(props: CellMessageProps): ReactNode {
  const { row, found, problem, busy, changed, onSave, onConfirm, onApprove, onLeave } = props;
  const [comparing, setComparing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const whole = onSave === undefined;
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    // Without a cell to type in the acts are where the keyboard goes on.
    if (whole) box.current?.querySelector<HTMLElement>('.cell-acts :is(a, button)')?.focus();
  }, [whole]);
  const amber = found?.severity === 'amber';
  return (
    <div className="cell-message" ref={box}>
      <div className="cell-words">
        {found ? (
          <>
            <p className={`cell-cause tone-${found.severity}`}>
              <StateIcon kind={amber ? 'JUDGEMENT' : 'REFUSED'} />
              <b>{found.cause}</b>
            </p>
            <p>
              {found.sentence}
              {found.remedy}。{found.chip !== null && <ArticleChip article={articleOf(found.chip)} />}
            </p>
          </>
        ) : (
          <p className="cell-cause tone-green">
            <StateIcon kind="DONE" />
            此格已合格
          </p>
        )}
        <ProblemLine problem={problem} />
      </div>
      <div className="cell-acts">
        {found?.studentId && <Button onPress={() => setComparing(true)}>并排比对</Button>}
        {found?.code === 'IDENTITY_REGISTERED' && (
          <Button to={`/duplicates/raise?entrant=${row.id}`}>号确属本校学生，报问题学籍</Button>
        )}
        {mayBeApproved(found) && onApprove && <Approval busy={busy} onGive={onApprove} />}
        {amber && onConfirm && !changed && (
          <Button busy={busy} onPress={onConfirm}>
            {found.studentId ? '确非同一人' : '属实'}
          </Button>
        )}
        <Button to={`/admissions/entrants/${row.id}`}>看全表</Button>
        <Button busy={busy} onPress={onLeave}>
          暂不导入此行
        </Button>
        {onSave && (
          <Button tone="quiet" busy={busy} onPress={onSave}>
            <span className="cell-next">
              <Kbd>Enter</Kbd>
              {changed ? '保存，下一格' : '下一格'}
            </span>
          </Button>
        )}
      </div>
      {comparing &&
        createPortal(
          <SuspicionDialog
            row={row}
            busy={busy}
            onClose={() => setComparing(false)}
            onConfirm={
              onConfirm &&
              (() => {
                setComparing(false);
                onConfirm();
              })
            }
          />,
          document.body,
        )}
    </div>
  );
}

/** What the law says of the age can be answered by the authority's approval. */
const mayBeApproved = (found: FoundView | undefined): boolean => found?.field === 'bornOn' && found.chip !== null;

function Approval({ busy, onGive }: { busy: boolean; onGive: (number: string) => void }): ReactNode {
  const [number, setNumber] = useState('');
  return (
    <form
      className="approval"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() !== '') onGive(number.trim());
      }}
    >
      <input
        className="control"
        aria-label="提前入学批准文号"
        placeholder="提前入学批准文号"
        maxLength={100}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button type="submit" busy={busy}>
        附上批准
      </Button>
    </form>
  );
}
