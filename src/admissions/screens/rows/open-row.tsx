/** 正改的行: the one cell that shows its full text and takes the right one; the message stands under the row. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '../../../web/api-client.ts';
import { readEntrant } from '../admission-queries.tsx';
import type { CellState } from '../import/import-state.screen.ts';
import { CellInput } from './cell-input.tsx';
import { CellMessage } from './cell-message.tsx';
import type { FaultyRowProps } from './faulty-row.tsx';
import { focusWhenThere } from './focus.screen.ts';
import { RowCell } from './row-cell.tsx';

export interface OpenRowProps extends FaultyRowProps {
  open: string;
  states: ReadonlyMap<string, CellState>;
}

/** Drawn in place of the row for as long as one of its cells is open. */
export function OpenRow({ row, cause, columns, open, states, onOpen, onDone, mending }: OpenRowProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [before, setBefore] = useState<string>();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const state = states.get(open) ?? { kind: 'clean' };
  const found = 'found' in state ? state.found : undefined;
  // What concerns the record as a whole is mended on its form, not in a cell.
  const field = cause?.field === '' ? undefined : open;

  useEffect(() => {
    if (field === undefined) return;
    const call = new AbortController();
    readEntrant(row.id, call.signal).then(
      ({ values }) => {
        setBefore(values[field] ?? '');
        setText(values[field] ?? '');
        input.current?.focus();
      },
      (thrown: unknown) => !call.signal.aborted && setProblem(sentenceOf(thrown)),
    );
    return () => call.abort();
  }, [row.id, field]);

  const act = async (
    doing: () => Promise<{ findings: readonly { field: string; confirmed: boolean }[] } | undefined>,
  ) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const next = await doing();
      const still = next?.findings.some((one) => one.field === open && !one.confirmed);
      if (!still) onDone();
    } catch (thrown) {
      if (thrown instanceof ApiProblem && thrown.code === 'STALE') {
        await mending.fetchAnew(row).catch(() => undefined);
        setProblem('此行刚被他人改过，已取最新；您填的仍在格中，核对后再按一次Enter');
      } else setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const save = () => {
    if (busy || before === undefined || field === undefined) return;
    if (text === before) onDone();
    else
      void act(async () => {
        const next = await mending.mend(row, field, text, before);
        setBefore(text);
        return next;
      });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      save();
    }
    if (event.key === 'Escape') {
      const section = event.currentTarget.closest('.rows-room');
      onOpen(undefined);
      if (section) requestAnimationFrame(() => focusWhenThere(section, `[data-entrant="${row.id}"] button`));
    }
  };
  return (
    <>
      <tr className="is-open" data-entrant={row.id}>
        <td className="is-right row-no">{row.rowNo}</td>
        {columns.map((column) => (
          <td key={column.field} className={column.field === field ? 'mending-cell' : undefined}>
            {column.field === field ? (
              <CellInput
                ref={input}
                field={column.field}
                label={`第${row.rowNo}行${row.name}，${column.title}`}
                value={before === undefined ? column.text(row) : text}
                ready={before !== undefined}
                fault={text === before ? (found?.at ?? undefined) : undefined}
                describedBy={id}
                wrong={found !== undefined}
                onChange={setText}
                onKeyDown={onKeyDown}
              />
            ) : (
              <RowCell
                state={states.get(column.field)!}
                text={column.text(row)}
                onOpen={() => onOpen(column.field === open ? undefined : column.field)}
              />
            )}
          </td>
        ))}
      </tr>
      <tr className="said-row">
        <td />
        <td colSpan={columns.length} id={id}>
          <CellMessage
            row={row}
            found={found}
            problem={problem}
            busy={busy}
            changed={before !== undefined && text !== before}
            onSave={field === undefined ? undefined : save}
            onConfirm={found && (() => void act(() => mending.confirm(row, found)))}
            onApprove={(number) => void act(() => mending.mend(row, 'entryApproval', number, ''))}
            onLeave={() => void act(async () => void (await mending.leave(row, true)))}
          />
        </td>
      </tr>
    </>
  );
}
