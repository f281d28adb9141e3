/** 修改密码: the old one, the new one twice; what is wrong with the new one is said by the server, all at once. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { Session } from '../../sessions/session.api.ts';
import { formProblem, useAct } from '../act.tsx';

export interface PasswordFormProps {
  minLength: number;
  onDone: (session: Session) => void;
}

/** A form with its button. */
export function PasswordForm({ minLength, onDone }: PasswordFormProps): ReactNode {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAct();
  const differs = next !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (current === '' || next === '' || differs) return;
    void run(async () => onDone(await api.post<Session>('/session/password', { current, next })));
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <ProblemLine problem={formProblem(problem)} />
      <TextField
        label="原密码"
        type="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        autoFocus
        required
        problem={tried && current === '' ? '请填写原密码' : undefined}
      />
      <TextField
        label="新密码"
        type="password"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        required
        hint={`不少于${minLength}位；不含姓名、登录名和常用词；最近用过的不能再用`}
        problem={tried && next === '' ? '请填写新密码' : undefined}
      />
      <TextField
        label="再输一遍新密码"
        type="password"
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        required
        problem={tried && differs ? '两次输入的新密码不一致，请重输' : undefined}
      />
      <div className="sign-in-acts">
        <Button tone="primary" large type="submit" busy={busy}>
          修改密码
        </Button>
      </div>
    </form>
  );
}
