/** 登录前须办: a code to give, a password to change, a second factor to set up: one after another, then on. */
import { type ReactNode, useEffect, useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../../web/api-client.ts';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { Session } from '../../sessions/session.api.ts';
import { useReplaceSession, useSessionQuery } from '../../sessions/session-parts.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { TotpForm } from './totp-form.tsx';
import { wayBack } from './way-back.screen.ts';
import { useMinLength } from './ways-in.tsx';
import './sign-in.css';

/** Whoever has nothing to set up goes on to where they were going. */
export function Component(): ReactNode {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const replaceSession = useReplaceSession();
  const { data, error } = useSessionQuery();
  const [renewed, setRenewed] = useState<Session>();
  const session = renewed ?? data;
  const step = session && stepOf(session);
  useEffect(() => {
    document.title = step?.title ?? '登录';
  }, [step?.title]);
  if (error) {
    return (
      <PlainFrame width={420}>
        <ErrorState problem={error} onRetry={() => navigate('/sign-in')} />
      </PlainFrame>
    );
  }
  if (!session) return null;
  if (!step) return <Navigate to={wayBack(search.get('to'))} replace />;
  const signOut = async () => {
    await api.delete('/session').catch(() => undefined);
    replaceSession(undefined);
    navigate('/sign-in', { replace: true });
  };
  return (
    <PlainFrame
      title={step.title}
      side={
        <Button tone="quiet" onPress={() => void signOut()}>
          退出
        </Button>
      }
    >
      <p>{step.why}</p>
      <Card label={step.title}>
        <Step
          kind={step.kind}
          onDone={(next) => {
            replaceSession(next);
            setRenewed(next);
          }}
        />
      </Card>
    </PlainFrame>
  );
}

type StepKind = 'CODE' | 'PASSWORD' | 'TOTP';

function stepOf({ mustGiveCode, mustChangePassword, mustSetUpTotp, roleWords }: Session) {
  if (mustGiveCode) return { kind: 'CODE', title: '输入动态口令', why: '本岗位须用动态口令确认身份。' } as const;
  if (mustChangePassword) {
    return {
      kind: 'PASSWORD',
      title: '修改密码',
      why: '密码由他人设置，或已到期。请先改成只有您知道的密码。',
    } as const;
  }
  if (!mustSetUpTotp) return undefined;
  return { kind: 'TOTP', title: '设置动态口令', why: `${roleWords}核办事项，登录须用动态口令。` } as const;
}

function Step({ kind, onDone }: { kind: StepKind; onDone: (session: Session) => void }): ReactNode {
  const minLength = useMinLength();
  if (kind === 'PASSWORD') return <PasswordForm minLength={minLength} onDone={onDone} />;
  if (kind === 'TOTP') return <TotpForm onDone={onDone} />;
  return <CodeForm act="确认" onCode={async (code) => onDone(await api.post<Session>('/session/code', { code }))} />;
}
