/** 只出示一次: a key or a secret, to be handed to whoever runs the other system. */
import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { Button } from '../../web/parts/surface/button.tsx';

interface ShownOnceProps {
  title: string;
  value: string;
  children: ReactNode;
  onClose: () => void;
}

/** Closing it is the end of it on this side. */
export function ShownOnce({ title, value, children, onClose }: ShownOnceProps): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  // A page that came by plain http has no clipboard: then it is read from the screen.
  const mayCopy = typeof navigator.clipboard?.writeText === 'function';
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <span className="dialog-note">关闭后不再出示</span>
          {mayCopy && (
            <Button icon={Copy} onPress={() => void copy()}>
              {copied ? '已复制' : '复制'}
            </Button>
          )}
          <Button tone="primary" onPress={onClose}>
            已妥善保存
          </Button>
        </>
      }
    >
      <p className="shown-once no-autospace">{value}</p>
      <p className="quiet">{children}</p>
    </Dialog>
  );
}
