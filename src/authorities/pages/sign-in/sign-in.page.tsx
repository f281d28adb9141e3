/** 登录: name and password, then the code where one is set up; or the authority's own identity provider. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { ApiProblem, api } from '../../../web/api-client.ts';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { Session, WaysIn } from '../../sessions/session.api.ts';
import { useReplaceSession } from '../../sessions/session-parts.tsx';
import { formProblem, useAct } from '../act.tsx';
import { refusedWords, wayBack } from './way-back.screen.ts';
import { useWaysIn } from './ways-in.tsx';
import './sign-in.css';

const WRONG = ['WRONG_CREDENTIALS', 'ACCOUNT_LOCKED', 'ACCOUNT_NOT_ACTIVE'];

/** The page for whoever is not signed in. An installation that is still empty goes to its first run instead. */
export function Component(): ReactNode {
  const [search] = useSearchParams();
  const { data: ways, isFetchedAfterMount } = useWaysIn();
  useEffect(() => {
    document.title = '登录';
  }, []);
  const to = wayBack(search.get('to'));
  // What was true before the first set-up must not lead back to it.
  if (ways?.firstRun && isFetchedAfterMount) return <Navigate to="/first-run" replace />;
  return (
    <PlainFrame width={420}>
      <div className="sign-in">
        <header className="sign-in-head">
          <span className="sign-in-mark" aria-hidden="true">
            籍
          </span>
          <div>
            <h1>学籍</h1>
            <p>中小学生电子学籍系统</p>
          </div>
          {ways?.demo && <Tag>演示数据</Tag>}
        </header>
        <ProblemLine problem={refusedWords(search.get('refused'))} />
        <SignInForm to={to} ways={ways} />
      </div>
    </PlainFrame>
  );
}

function SignInForm({ to, ways }: { to: string; ways: WaysIn | undefined }): ReactNode {
  const navigate = useNavigate();
  const replaceSession = useReplaceSession();
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const { busy, problem, run } = useAct();
  const asksCode = code !== undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const given = { loginName, password, ...(code ? { code } : {}) };
      const session = await signIn(given).catch((thrown: unknown) => {
        if (thrown instanceof ApiProblem && thrown.code === 'SECOND_FACTOR_NEEDED') return undefined;
        throw thrown;
      });
      if (!session) return setCode('');
      replaceSession(session);
      navigate(mustSetUp(session) ? `/set-up?to=${encodeURIComponent(to)}` : to, { replace: true });
    });
  };
  const wrong = problem instanceof ApiProblem && WRONG.includes(problem.code);
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <ProblemLine problem={wrong ? problem : formProblem(problem)} />
      <TextField
        label="登录名"
        value={loginName}
        onChange={setLoginName}
        autoComplete="username"
        autoFocus
        required
        problem={problem && loginName === '' ? '请填写登录名' : undefined}
      />
      <TextField
        label="密码"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
        problem={problem && password === '' ? '请填写密码' : undefined}
      />
      {asksCode && (
        <TextField
          label="动态口令"
          value={code}
          onChange={(typed) => setCode(typed.replace(/\D/g, '').slice(0, 6))}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          hint="手机验证器上“学籍”一项的六位数字"
          problem={problem && code.length !== 6 ? '请填写六位数字' : undefined}
        />
      )}
      <div className="sign-in-acts">
        <Button tone="primary" large type="submit" busy={busy}>
          登录
        </Button>
        {ways?.identityProvider && (
          <a className="button is-plain is-large" href={`/api/session/oidc?to=${encodeURIComponent(to)}`}>
            用统一身份认证登录
          </a>
        )}
      </div>
      <p className="sign-in-note">账号由上级教育行政部门开设，一人一个；忘记密码请找上级管理员重置。</p>
      <p className="sign-in-note">
        学生和家长不用登录：<Link to="/law/check">办事预查与法规</Link>
      </p>
    </form>
  );
}

const signIn = (given: { loginName: string; password: string; code?: string }): Promise<Session> =>
  api.post<Session>('/session', given, { expectSignedOut: true });

const mustSetUp = ({ mustGiveCode, mustChangePassword, mustSetUpTotp }: Session): boolean =>
  mustGiveCode || mustChangePassword || mustSetUpTotp;
