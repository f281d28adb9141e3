/** 修改本人密码: whenever the person likes. */
import { type ReactNode, useState } from 'react';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { useReplaceSession, useSession } from '../../sessions/session-parts.tsx';
import { PasswordForm } from './password-form.tsx';
import { useMinLength } from './ways-in.tsx';
import './sign-in.css';

/** Inside the signed-in frame. */
export function Component(): ReactNode {
  const { signsInElsewhere } = useSession();
  const replaceSession = useReplaceSession();
  const minLength = useMinLength();
  const [done, setDone] = useState(false);
  return (
    <Page>
      <PageHead title="修改密码" />
      <div className="own-password">
        <Card label="修改密码">
          {signsInElsewhere && <EmptyState words="您经统一身份认证登录" why="密码在统一身份认证平台修改" />}
          {!signsInElsewhere && done && (
            <EmptyState words="密码已改，下次登录用新密码" act={<Button to="/workbench">回工作台</Button>} />
          )}
          {!signsInElsewhere && !done && (
            <PasswordForm
              minLength={minLength}
              onDone={(session) => {
                replaceSession(session);
                setDone(true);
              }}
            />
          )}
        </Card>
      </div>
    </Page>
  );
}
