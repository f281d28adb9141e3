/** 一次改: what a mechanical cure would change, row by row, before it is done. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { countWords } from '../../../web/format.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { CauseView, CureView, ImportView } from '../../review/review.api.ts';
import { cureRows } from '../acts.screen.ts';
import { useRenewAdmissions } from '../admission-queries.tsx';
import '../rows/rows.css';

/** Shows old beside new and does it with one press. */
export function CureDialog({
  one,
  cause,
  onClose,
}: {
  one: ImportView;
  cause: CauseView;
  onClose: () => void;
}): ReactNode {
  const { code, field } = cause;
  const { data, error, refetch } = useQuery({
    queryKey: ['cure', one.id, code, field],
    queryFn: () => cureRows(one.id, { code, field }, false),
    gcTime: 0,
    staleTime: 0,
  });
  const renew = useRenewAdmissions();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const apply = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await cureRows(one.id, { code, field }, true);
      await renew();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={`${cause.cause}：逐行预览`}
      foot={
        <>
          <span className="dialog-note">只改列出的格，改后照样校验</span>
          <Button onPress={onClose}>先不改</Button>
          {data && data.total > 0 && (
            <Button tone="primary" busy={busy} onPress={() => void apply()}>
              一次改{countWords(data.total)}行
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && <Changes cure={data} label={cause.label} />}
      <ProblemLine problem={problem} />
    </Dialog>
  );
}

// A long list is scrolled by keyboard too.
const REACHABLE = { tabIndex: 0, role: 'group', 'aria-label': '逐行预览' };

function Changes({ cure, label }: { cure: CureView; label: string }): ReactNode {
  return (
    <div className="rows-room" {...REACHABLE}>
      <table className="rows cure-rows">
        <caption className="unseen">{label}，改前与改后</caption>
        <thead>
          <tr>
            <th scope="col" className="is-right">
              行
            </th>
            <th scope="col">姓名</th>
            <th scope="col">{label}，改前</th>
            <th scope="col">改后</th>
          </tr>
        </thead>
        <tbody>
          {cure.items.map(({ id, rowNo, name, before, after }) => (
            <tr key={id}>
              <td className="is-right row-no">{rowNo}</td>
              <td>{name}</td>
              <td className="no-autospace">
                <del>{before}</del>
              </td>
              <td className="no-autospace">
                <ins>{after}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cure.total > cure.items.length && (
        <p className="cause-more">另有{countWords(cure.total - cure.items.length)}行，改法相同</p>
      )}
    </div>
  );
}
