/** 临时密码: shown once, to be handed to the person. */
import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';

interface GivenPasswordProps {
  title: string;
  loginName: string;
  /** Absent where the person signs in at the identity provider. */
  password: string | null;
  /** What happens next. */
  next: string;
  onClose: () => void;
}

/** Closing it is the end of the password on this side. */
export function GivenPassword({ title, loginName, password, next, onClose }: GivenPasswordProps): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(`登录名 ${loginName}，临时密码 ${password}`);
    setCopied(true);
  };
  // A page that came by plain http has no clipboard: then the password is read from the screen.
  const mayCopy = password !== null && typeof navigator.clipboard?.writeText === 'function';
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <span className="dialog-note">{next}</span>
          {mayCopy && (
            <Button icon={Copy} onPress={() => void copy()}>
              {copied ? '已复制' : '复制'}
            </Button>
          )}
          <Button tone="primary" onPress={onClose}>
            已转交本人
          </Button>
        </>
      }
    >
      <dl className="given-password">
        <dt>登录名</dt>
        <dd className="no-autospace">{loginName}</dd>
        {password !== null && (
          <>
            <dt>临时密码</dt>
            <dd className="no-autospace">{password}</dd>
          </>
        )}
      </dl>
      <p className="quiet">
        {password === null
          ? '本人经统一身份认证登录，本系统不设密码。'
          : '只显示这一次，七日内有效；请当面或另行告知本人，首次登录须改成自己的密码。'}
      </p>
    </Dialog>
  );
}
