/** 转出档案: one file, or the files that were scanned, in one parcel. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { HandOver, HandOverView } from '../../hand-over.api.ts';
import { sendFiles, useHandOver } from '../hand-over-queries.tsx';
import { EMPTY_PARCEL, isPageCount, missingInParcel } from './parcel.screen.ts';
import { ParcelFields } from './parcel-fields.tsx';
import '../hand-over.css';

interface SendDialogProps {
  /** At least one. */
  files: readonly HandOver[];
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** Opened from the list, from the case, or after scanning. */
export function SendDialog({ files, onClose, onDone }: SendDialogProps): ReactNode {
  const { data, error } = useHandOver(files[0]?.id ?? '');
  const [parcel, setParcel] = useState(EMPTY_PARCEL);
  const [pages, setPages] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const late = files.some(({ state }) => state === 'OVERDUE');
  const missing = missingInParcel(parcel, late);
  const uncounted = files.some(({ id }) => !isPageCount(pages[id] ?? ''));
  const send = async () => {
    setTried(true);
    if (uncounted || Object.keys(missing).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await sendFiles({ ...parcel, files: files.map(({ id }) => ({ id, pages: Number(pages[id]) })) });
      await onDone();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={files.length > 1 ? `转出${files.length}份学籍档案` : '转出学籍档案'}
      foot={
        <>
          <span className="dialog-note">转出后由转入学校签收，可打印转接单随档案寄送</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            转出
          </Button>
        </>
      }
    >
      <ProblemLine problem={error} />
      {data && (
        <div className="hand-over-form">
          {files.length === 1 && <Heading view={data} />}
          <ParcelFields
            choices={data.choices}
            value={parcel}
            onChange={setParcel}
            late={late}
            missing={tried ? missing : {}}
          >
            {files.map(({ id, title }) => (
              <TextField
                key={id}
                label={files.length === 1 ? '页数' : title}
                required
                inputMode="numeric"
                layout={files.length === 1 ? 'beside' : 'above'}
                value={pages[id] ?? ''}
                onChange={(text) => setPages({ ...pages, [id]: text })}
                placeholder={files.length === 1 ? undefined : '页数'}
                maxLength={4}
                problem={tried && !isPageCount(pages[id] ?? '') ? '请填写总页数' : undefined}
              />
            ))}
          </ParcelFields>
          <ProblemLine problem={problem} />
        </div>
      )}
    </Dialog>
  );
}

function Heading({ view: { handOver, term, breach } }: { view: HandOverView }): ReactNode {
  if (!handOver) return null;
  return (
    <p className="file-facts">
      {handOver.title}
      {term && (
        <span className={handOver.state === 'OVERDUE' ? 'tone-red' : 'quiet'}>
          {term.sentence} <span className="no-autospace">{term.chip}</span>
        </span>
      )}
      {breach && (
        <span className="tone-red">
          {breach.sentence} <span className="no-autospace">{breach.chip}</span>
        </span>
      )}
    </p>
  );
}
