/** 换岗: another role at the same institution. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { AccountView } from '../../accounts/accounts.api.ts';
import type { InstitutionView } from '../../institutions/institutions.api.ts';
import { fieldProblem, formProblem, useAct } from '../act.tsx';
import { submitForm } from '../institutions/forms/profile-dialog.tsx';
import { useRenewing } from '../institutions/institution-queries.tsx';

interface ChangeRoleProps {
  account: AccountView;
  institution: InstitutionView;
  open: boolean;
  onClose: () => void;
}

/** Begins anew each time it opens. */
export function ChangeRole(props: ChangeRoleProps): ReactNode {
  return props.open ? <Changing {...props} /> : null;
}

function Changing({ account, institution, onClose }: ChangeRoleProps): ReactNode {
  const form = useId();
  const renewing = useRenewing();
  const roles = institution.accountRoles.filter(({ role }) => role !== account.role);
  const [role, setRole] = useState(roles[0]?.role ?? '');
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run(() => renewing(api.post(`/accounts/${account.id}/role`, { role, reason })))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`换岗：${account.roleWords}${account.personName}`}
      foot={
        <>
          <span className="dialog-note">原岗位即日离任，本人须重新登录</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            换岗
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        <SelectField
          label="新岗位"
          value={role}
          onChange={setRole}
          options={roles.map((one) => ({ value: one.role, words: one.words }))}
          empty={null}
        />
        <TextField
          label="理由"
          value={reason}
          onChange={setReason}
          lines={2}
          required
          problem={fieldProblem(problem, 'reason')}
        />
      </form>
    </Dialog>
  );
}
