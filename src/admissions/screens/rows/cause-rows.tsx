/** 一类原因: the rows that have one fault, mended cell by cell or, where a machine can, all at once. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countWords } from '../../../web/format.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { EntrantRow } from '../../entrants/entrants.api.ts';
import type { CauseView, ImportView } from '../../review/review.api.ts';
import { confirmRows } from '../acts.screen.ts';
import { useRenewAdmissions, useRows } from '../admission-queries.tsx';
import { CureDialog } from '../import/cure-dialog.tsx';
import { causeKey, cellState, isConfirmedTogether, nextAtFault } from '../import/import-state.screen.ts';
import { FaultyRow } from './faulty-row.tsx';
import { columnsOf, RowsHead } from './row-columns.tsx';
import type { Mending } from './use-mending.tsx';
import './rows.css';

export interface CauseRowsProps {
  one: ImportView;
  cause: CauseView;
  /** The first cause of the page shows the head of the columns. */
  first: boolean;
  chosen: boolean;
  mending: Mending;
  /** Nothing of this cause is left to mend. */
  onFinished: () => void;
}

/** Rows of a cause that is not the one at hand, until they are asked for. */
const FEW = 4;
const MANY = 50;

/** Fetched when it comes near the window. */
export function CauseRows({ one, cause, first, chosen, mending, onFinished }: CauseRowsProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  const near = useNear(box, first || chosen);
  const [whole, setWhole] = useState(first || chosen);
  useEffect(() => {
    if (chosen) setWhole(true);
  }, [chosen]);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useRows(
    { importId: one.id, cause: { code: cause.code, field: cause.field }, limit: whole ? MANY : FEW },
    near,
  );
  const [open, setOpen] = useState<{ id: string; field: string }>();
  const renew = useRenewAdmissions();
  const [curing, setCuring] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = columnsOf(cause);
  const atFault = rows.filter((row) => row.state === 'DRAFT' && 'found' in cellState(row, cause.field, cause));
  const headId = `cause-${causeKey(cause)}`;
  const left = one.groups.find((group) => causeKey(group) === causeKey(cause))?.count ?? 0;
  const goOn = (id: string) => {
    const next = nextAtFault(rows, id, cause);
    setOpen(next && { id: next.id, field: cause.field === '' ? 'name' : cause.field });
    if (!next && !hasNextPage) onFinished();
  };
  const confirmAll = async () => {
    setProblem(undefined);
    try {
      await confirmRows(one.id, { code: cause.code, field: cause.field });
      await renew();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const each = async (act: (row: EntrantRow) => Promise<unknown>) => {
    setProblem(undefined);
    try {
      for (const row of atFault) await act(row);
    } catch (thrown) {
      setProblem(thrown);
    }
  };

  return (
    <section ref={box} className="cause" data-cause={causeKey(cause)} aria-labelledby={headId}>
      <header className="cause-head">
        <StateIcon kind={left === 0 ? 'DONE' : cause.severity === 'red' ? 'REFUSED' : 'JUDGEMENT'} />
        <h3 id={headId}>{cause.cause}</h3>
        <span className="cause-note">
          {left === 0 ? '已全部处理' : `${countWords(left)}行${!whole && left > FEW ? `，先列${FEW}行` : ''}`}
        </span>
        <span className="cause-note">{first ? '完整号码只在正改的一格显示' : cause.remedy}</span>
        {mending.allowed && (
          <span className="cause-acts">
            {cause.hasProposal && left > 0 && (
              <Button onPress={() => setCuring(true)}>预览后一次改{countWords(left)}行</Button>
            )}
            {isConfirmedTogether(cause) && left > 1 && (
              <Button onPress={() => void confirmAll()}>{countWords(left)}行均属实</Button>
            )}
            {cause.severity === 'red' && cause.field === 'bornOn' && atFault.length > 1 && (
              <Button onPress={() => void each((row) => mending.leave(row, true))}>
                {countWords(atFault.length)}行都不导入
              </Button>
            )}
          </span>
        )}
      </header>
      <ProblemLine problem={problem} />
      {error && rows.length === 0 && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={Math.min(FEW, cause.count)} />}
      {data && rows.length === 0 && <p className="cause-more">此类各行均已处理，可在“看全部”中查看</p>}
      {rows.length > 0 && (
        <div className="rows-room">
          <table
            className={`rows${first || columns !== columnsOf() ? '' : ' has-quiet-head'}`}
            aria-labelledby={headId}
          >
            <RowsHead columns={columns} />
            <tbody>
              {rows.map((row) => (
                <FaultyRow
                  key={row.id}
                  row={row}
                  cause={cause}
                  columns={columns}
                  open={open?.id === row.id ? open.field : undefined}
                  onOpen={(field) => setOpen(field === undefined ? undefined : { id: row.id, field })}
                  onDone={() => goOn(row.id)}
                  mending={mending}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(hasNextPage || (!whole && left > FEW)) && (
        <div className="cause-more">
          <Button tone="quiet" busy={isFetching} onPress={() => (whole ? void fetchNextPage() : setWhole(true))}>
            {whole ? `再列${MANY}行` : `列出全部${countWords(left)}行`}
          </Button>
        </div>
      )}
      {curing && <CureDialog one={one} cause={cause} onClose={() => setCuring(false)} />}
    </section>
  );
}

/** Has the section come within half a window of what is seen? Once it has, it stays so. */
function useNear(box: { current: HTMLElement | null }, at: boolean): boolean {
  const [near, setNear] = useState(at);
  useEffect(() => {
    if (near || !box.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '50% 0px',
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [near, box]);
  return near || at;
}
