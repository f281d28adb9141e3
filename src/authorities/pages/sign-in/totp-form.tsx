/** 设置动态口令: a picture for the phone's camera, the secret for typing, and the first code. */
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import type { Session } from '../../sessions/session.api.ts';
import { useAct } from '../act.tsx';
import { CodeForm } from './code-form.tsx';
import { inGroups } from './way-back.screen.ts';

const TotpCode = lazy(() => import('./totp-code.tsx'));

interface Secret {
  secret: string;
  uri: string;
}

/** Begins at once: whoever comes here must set one up. */
export function TotpForm({ onDone }: { onDone: (session: Session) => void }): ReactNode {
  const [made, setMade] = useState<Secret>();
  const { problem, run } = useAct();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return; // a second secret would make the first picture worthless
    begun.current = true;
    void run(async () => setMade(await api.post<Secret>('/session/totp')));
  }, [run]);
  if (problem !== undefined) return <ErrorState problem={problem} />;
  return (
    <>
      <div className="totp">
        {/* Whoever does not see the picture has the secret beside it. */}
        <div className="totp-code" aria-hidden="true">
          {made && (
            <Suspense fallback={null}>
              <TotpCode uri={made.uri} />
            </Suspense>
          )}
        </div>
        <ol className="totp-steps">
          <li>
            <b>1</b> 在手机上安装验证器应用（应用商店中搜“身份验证器”）
          </li>
          <li>
            <b>2</b> 用验证器扫左边的二维码；不能扫的，选手工输入密钥：
            <code className="totp-secret no-autospace">{made ? inGroups(made.secret) : ''}</code>
          </li>
          <li>
            <b>3</b> 把验证器上“学籍”一项的六位数字填在下面
          </li>
        </ol>
      </div>
      <CodeForm
        act="确认"
        autoFocus={false}
        onCode={async (code) => onDone(await api.post<Session>('/session/totp/confirm', { code }))}
      />
      <p className="sign-in-note">以后每次登录都要输入动态口令。换手机前请先告知上级管理员重置。</p>
    </>
  );
}
