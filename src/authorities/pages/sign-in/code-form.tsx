/** 六位数字: one code from the authenticator. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { formProblem, useAct } from '../act.tsx';

export interface CodeFormProps {
  act: string;
  onCode: (code: string) => Promise<unknown>;
  autoFocus?: boolean;
}

/** Asks for a code and hands it on; a refused one is emptied, since it is of no more use. */
export function CodeForm({ act, onCode, autoFocus = true }: CodeFormProps): ReactNode {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.length !== 6) return;
    if (await run(() => onCode(code))) return;
    setCode('');
    setTried(false);
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      <ProblemLine problem={formProblem(problem)} />
      <TextField
        label="动态口令"
        value={code}
        onChange={(typed) => setCode(typed.replace(/\D/g, '').slice(0, 6))}
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus={autoFocus}
        required
        problem={tried && code.length !== 6 ? '请填写六位数字' : undefined}
      />
      <div className="sign-in-acts">
        <Button tone="primary" large type="submit" busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}
