/** 扫码办理: folders scanned one after another, then sent in one parcel or received as one. The keyboard stays in one field. */
import { useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { HandOver } from '../../hand-over.api.ts';
import { receiveFiles, scanCode } from '../hand-over-queries.tsx';
import { fileState, fileWords } from '../hand-over-words.screen.ts';
import { SendDialog } from '../sending/send-dialog.tsx';
import { addScan, doableOf, NO_SCANS, type Scanned, takeAway } from './scans.screen.ts';
import '../hand-over.css';

/** The tab of a school's registrar. */
export function ScanPane(): ReactNode {
  const client = useQueryClient();
  const { today } = useSession();
  const field = useRef<HTMLInputElement>(null);
  const [scans, setScans] = useState<readonly Scanned[]>(NO_SCANS);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { toSend, toReceive } = doableOf(scans);

  const scan = async (code: string) => {
    setProblem(undefined);
    try {
      const found = await scanCode(code);
      setScans((before) => addScan(before, found));
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const code = event.currentTarget.value.trim();
    event.currentTarget.value = '';
    if (code !== '') void scan(code);
  };
  const done = async (ids: readonly string[]) => {
    setSending(false);
    setScans((before) => takeAway(before, ids));
    await client.invalidateQueries({ queryKey: ['file-hand-overs'] });
    field.current?.focus();
  };
  const receive = async () => {
    setBusy(true);
    setProblem(undefined);
    const ids = toReceive.map(({ id }) => id);
    try {
      await receiveFiles({ files: ids.map((id) => ({ id, complete: true, note: undefined })) });
      await done(ids);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="scan-pane">
      <div className="scan-line">
        <label className="scan-field">
          <span>档案袋编码</span>
          <input
            ref={field}
            className="control"
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            placeholder="扫描标签，或输入后按回车"
            onKeyDown={onKeyDown}
          />
        </label>
        <div className="scan-acts">
          <Button
            icon={Printer}
            onPress={() => void window.open(`/api/file-hand-overs/send-list.pdf?on=${today}`, '_blank', 'noopener')}
          >
            打印今天的转出清单
          </Button>
          {toReceive.length > 0 && (
            <Button busy={busy} onPress={() => void receive()}>{`签收${toReceive.length}份，均与清单相符`}</Button>
          )}
          {toSend.length > 0 && (
            <Button tone="primary" onPress={() => setSending(true)}>{`转出${toSend.length}份`}</Button>
          )}
        </div>
      </div>
      <ProblemLine problem={problem} />
      <p className="unseen" aria-live="polite">
        {scans[0] ? (scans[0].words ?? scans[0].handOver?.title) : ''}
      </p>
      {scans.length === 0 ? (
        <EmptyState
          words="还没有扫描"
          why="逐个扫描档案袋上的条码，扫完后一次转出或签收；不齐的在“转入档案”中逐份签收。标签在“班级”页的打印菜单中打印"
        />
      ) : (
        <ol className="scan-list">
          {scans.map((one) => (
            <li key={one.code} className="scan-item">
              <span className="scan-code">{one.code}</span>
              {one.handOver ? <ScannedFile file={one.handOver} /> : null}
              {one.words && <span className="tone-red">{one.words}</span>}
              <Button onPress={() => setScans((before) => before.filter(({ code }) => code !== one.code))}>移出</Button>
            </li>
          ))}
        </ol>
      )}
      {sending && (
        <SendDialog files={toSend} onClose={() => setSending(false)} onDone={() => done(toSend.map(({ id }) => id))} />
      )}
    </div>
  );
}

function ScannedFile({ file }: { file: HandOver }): ReactNode {
  return (
    <>
      <span className="scan-title">{file.title}</span>
      <StatusChip kind={fileState(file)}>{fileWords(file)}</StatusChip>
    </>
  );
}
