/** 开设账号: for one person by name; the password is shown once. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { InstitutionView } from '../../institutions/institutions.api.ts';
import { fieldProblem, formProblem, useAct } from '../act.tsx';
import { submitForm } from '../institutions/forms/profile-dialog.tsx';
import { useRenewing } from '../institutions/institution-queries.tsx';
import { useWaysIn } from '../sign-in/ways-in.tsx';
import { GivenPassword } from './given-password.tsx';

interface MakeAccountProps {
  institution: InstitutionView;
  onClose: () => void;
}

/** A form, and after it what is to be handed over. */
export function MakeAccount({ institution, onClose }: MakeAccountProps): ReactNode {
  const form = useId();
  const renewing = useRenewing();
  const { data: ways } = useWaysIn();
  const [role, setRole] = useState<string>(institution.accountRoles[0]?.role ?? '');
  const [personName, setPersonName] = useState('');
  const [loginName, setLoginName] = useState('');
  const [oidcSubject, setOidcSubject] = useState('');
  const [made, setMade] = useState<{ temporaryPassword: string | null }>();
  const { busy, problem, run } = useAct();
  const said = (field: string) => fieldProblem(problem, field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const subject = oidcSubject.trim();
    const whole = { institutionId: institution.id, role, personName, loginName };
    const body = { ...whole, ...(subject === '' ? {} : { oidcSubject: subject }) };
    void run(async () => setMade(await renewing(api.post<{ temporaryPassword: string | null }>('/accounts', body))));
  };
  if (made) {
    return (
      <GivenPassword
        title={`已为${personName}开设账号`}
        loginName={loginName}
        password={made.temporaryPassword}
        next="登记培训后即可登录"
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`开设账号：${institution.name}`}
      foot={
        <>
          <span className="dialog-note">一人一个，不得共用</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            开设
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form" onSubmit={submit} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        <SelectField
          label="岗位"
          value={role}
          onChange={setRole}
          options={institution.accountRoles.map((one) => ({ value: one.role, words: one.words }))}
          empty={null}
          required
        />
        <TextField
          label="姓名"
          value={personName}
          onChange={setPersonName}
          required
          autoFocus
          problem={said('personName')}
        />
        <TextField
          label="登录名"
          value={loginName}
          onChange={setLoginName}
          required
          hint="3至32位小写字母、数字，以字母开头，如姓名拼音"
          problem={said('loginName')}
        />
        {ways?.identityProvider && (
          <TextField
            label="统一身份标识"
            value={oidcSubject}
            onChange={setOidcSubject}
            hint="填了则经统一身份认证登录，不设密码"
            problem={said('oidcSubject')}
          />
        )}
      </form>
    </Dialog>
  );
}
