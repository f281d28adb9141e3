/** 补齐档案: what was missing at the receipt has come; said once. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { HandOver } from '../../hand-over.api.ts';
import { receiveFile } from '../hand-over-queries.tsx';
import { missingWords } from '../hand-over-words.screen.ts';

/** Repeats what was missing, for the eye that compares. */
export function SupplyDialog(props: {
  id: string;
  file: HandOver;
  onClose: () => void;
  onDone: () => Promise<void>;
}): ReactNode {
  const { id, file, onClose, onDone } = props;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const supply = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await receiveFile(id, { complete: true, note: undefined });
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
      title="所缺材料已补齐"
      foot={
        <>
          <span className="dialog-note">登记后不能更改，回执上写明补齐日期</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void supply()}>
            登记补齐
          </Button>
        </>
      }
    >
      <p className="file-facts">
        {file.title}
        {file.received && `，签收时不齐${missingWords(file.received)}`}
      </p>
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
