/** 交材料: files are chosen, dropped or taken with the phone's camera, and sent one after the other. */
import { Camera } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { sentenceOf } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { FileDrop } from '../../web/parts/form/file-drop.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { OTHER, PAPER_BYTES, PAPER_ENDINGS } from '../limits.api.ts';
import { type Sent, sendPaper } from './evidence-queries.tsx';

export interface AddPaperProps {
  caseId: string;
  /** Which paper; without words of its own the person names it. */
  sent: Sent;
  onClose: () => void;
  /** The id of the last one that went through. */
  onDone: (id: string) => Promise<void>;
}

/** The dialog; it stays open with the sentence where a file is refused. */
export function AddPaper({ caseId, sent, onClose, onDone }: AddPaperProps): ReactNode {
  const [what, setWhat] = useState(sent.what);
  const [tried, setTried] = useState(false);
  const [part, setPart] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const camera = useRef<HTMLInputElement>(null);
  const named = what.trim().length >= 2;
  const send = async (files: readonly File[]) => {
    setTried(true);
    if (!named || part !== undefined) return;
    setProblem(undefined);
    let id: string | undefined;
    try {
      for (const [at, file] of files.entries()) {
        const progress = (one: number) => setPart((at + one) / files.length);
        progress(0);
        ({ id } = await sendPaper(caseId, { ...sent, what: what.trim() }, file, progress));
      }
      if (id !== undefined) await onDone(id);
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      if (id !== undefined) await onDone(id);
    } finally {
      setPart(undefined);
    }
  };
  return (
    <Dialog open onClose={onClose} title={sent.replaces ? `换交${sent.what}` : `交${sent.what || '其他材料'}`}>
      {sent.paper === OTHER && !sent.replaces && (
        <TextField
          label="材料名称"
          value={what}
          onChange={setWhat}
          required
          problem={tried && !named ? '请写材料名称，例如监护人委托书' : undefined}
        />
      )}
      <FileDrop
        accept={PAPER_ENDINGS}
        most={PAPER_BYTES}
        several={!sent.replaces}
        disabled={part !== undefined}
        onFiles={(files) => void send(files)}
        hint="JPEG、PNG、WebP图像或PDF，每份不超过15兆；多页的请合成一个PDF"
      >
        把材料拖到这里，或点此选择
      </FileDrop>
      <div className="paper-camera">
        <input
          ref={camera}
          className="unseen"
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button icon={Camera} onPress={() => camera.current?.click()}>
          拍照
        </Button>
      </div>
      <div role="status">
        {part !== undefined && <progress className="paper-progress" max={1} value={part} aria-label="正在交材料" />}
      </div>
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
