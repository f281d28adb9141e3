/** 档案办理: the button that is the reader's to press, and its dialog. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../../web/parts/surface/button.tsx';
import type { HandOver } from '../hand-over.api.ts';
import { printReceipt } from './hand-over-queries.tsx';
import { ReceiveDialog } from './receiving/receive-dialog.tsx';
import { SupplyDialog } from './receiving/supply-dialog.tsx';
import { SendDialog } from './sending/send-dialog.tsx';

/** Sends, receives, or prints what there is to print. */
export function FileActs({ file }: { file: HandOver }): ReactNode {
  const [doing, setDoing] = useState<HandOver['may']>(null);
  const client = useQueryClient();
  const { id, may, sent, received } = file;
  const dialog = {
    id,
    onClose: () => setDoing(null),
    onDone: async () => {
      setDoing(null);
      await client.invalidateQueries({ queryKey: ['file-hand-overs'] });
    },
  };
  return (
    <span className="file-acts">
      {may === 'SEND' && <Button onPress={() => setDoing('SEND')}>转出档案</Button>}
      {may === 'RECEIVE' && <Button onPress={() => setDoing('RECEIVE')}>签收档案</Button>}
      {may === 'SUPPLY' && <Button onPress={() => setDoing('SUPPLY')}>所缺已补齐</Button>}
      {sent && <Button onPress={() => printReceipt(id)}>{received ? '打印回执' : '打印转接单'}</Button>}
      {doing === 'SEND' && <SendDialog {...dialog} files={[file]} />}
      {doing === 'RECEIVE' && <ReceiveDialog {...dialog} />}
      {doing === 'SUPPLY' && <SupplyDialog {...dialog} file={file} />}
    </span>
  );
}
