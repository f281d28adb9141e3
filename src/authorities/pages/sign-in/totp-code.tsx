/** 二维码 of the authenticator's address, by the component library, in a file of its own that is fetched when shown. */
import { QRCode } from 'antd';
import type { ReactNode } from 'react';
import { Dressed } from '../../../web/theme/antd-theme.tsx';

/** Dark on light in both themes: a camera reads it. */
export default function TotpCode({ uri }: { uri: string }): ReactNode {
  return (
    <Dressed>
      <QRCode type="svg" value={uri} size={144} color="#1a2130" bgColor="#ffffff" bordered={false} />
    </Dressed>
  );
}
