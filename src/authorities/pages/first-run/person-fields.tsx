/** 人员: name, login name and a password of one's own. */
import type { ReactNode } from 'react';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { useMinLength } from '../sign-in/ways-in.tsx';

export interface Person {
  personName: string;
  loginName: string;
  password: string;
  again: string;
}

export const NOBODY: Person = { personName: '', loginName: '', password: '', again: '' };

/** Is something missing, so that sending would be of no use? */
export const personProblem = ({ personName, loginName, password, again }: Person): boolean =>
  personName === '' || loginName === '' || password === '' || password !== again;

interface PersonFieldsProps {
  value: Person;
  onChange: (person: Person) => void;
  tried: boolean;
  /** What the server said of a field. */
  said: (name: string) => string | undefined;
}

/** Four fields; the person should type the password, not whoever helps. */
export function PersonFields({ value, onChange, tried, said }: PersonFieldsProps): ReactNode {
  const minLength = useMinLength();
  const set = (part: Partial<Person>) => onChange({ ...value, ...part });
  const empty = (text: string, words: string) => (tried && text === '' ? words : undefined);
  return (
    <div className="first-run-form">
      <TextField
        label="姓名"
        value={value.personName}
        onChange={(personName) => set({ personName })}
        required
        problem={said('personName') ?? empty(value.personName, '请填写姓名')}
      />
      <TextField
        label="登录名"
        value={value.loginName}
        onChange={(loginName) => set({ loginName })}
        autoComplete="username"
        required
        hint="3至32位小写字母、数字，以字母开头，如姓名拼音"
        problem={said('loginName') ?? empty(value.loginName, '请填写登录名')}
      />
      <TextField
        label="密码"
        type="password"
        value={value.password}
        onChange={(password) => set({ password })}
        autoComplete="new-password"
        required
        hint={`由本人输入，不少于${minLength}位，不含姓名、登录名和常用词`}
        problem={said('password') ?? empty(value.password, '请填写密码')}
      />
      <TextField
        label="再输一遍"
        type="password"
        value={value.again}
        onChange={(again) => set({ again })}
        autoComplete="new-password"
        required
        problem={tried && value.password !== value.again ? '两次输入的密码不一致，请重输' : undefined}
      />
    </div>
  );
}
