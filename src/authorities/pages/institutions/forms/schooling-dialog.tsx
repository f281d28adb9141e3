/** 变更办学情况: name, type, stages, years: with a reason, since the law hangs on them. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { api } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { InstitutionView } from '../../../institutions/institutions.api.ts';
import { fieldProblem, formProblem, useAct } from '../../act.tsx';
import { useRenewing } from '../institution-queries.tsx';
import { submitForm } from './profile-dialog.tsx';
import { type Schooling, SchoolingFields, schoolingBody } from './schooling-fields.tsx';

/** Begins with what stands. */
export function SchoolingDialog({
  institution,
  onClose,
}: {
  institution: InstitutionView;
  onClose: () => void;
}): ReactNode {
  const form = useId();
  const renewing = useRenewing();
  const [name, setName] = useState(institution.name);
  const [reason, setReason] = useState('');
  const [schooling, setSchooling] = useState<Schooling>({
    schoolType: institution.schoolType ?? '',
    ownership: institution.ownership ?? 'PUBLIC',
    modelSchool: institution.modelSchool,
    stages: institution.stages,
    years: institution.years,
    provincialConsent: institution.provincialConsent ?? '',
  });
  const { busy, problem, run } = useAct();
  const said = (field: string) => fieldProblem(problem, field);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { name, reason, ...schoolingBody(schooling) };
    if (await run(() => renewing(api.patch(`/institutions/${institution.id}/schooling`, body)))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`变更办学情况：${institution.name}`}
      foot={
        <>
          <span className="dialog-note">标识码不变；类别不同的办学类型须另设学校</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            变更
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        <TextField label="学校名称" value={name} onChange={setName} required problem={said('name')} />
        <SchoolingFields value={schooling} onChange={setSchooling} said={said} />
        <TextField
          label="理由"
          value={reason}
          onChange={setReason}
          lines={2}
          required
          hint="文号或会议决定"
          problem={said('reason')}
        />
      </form>
    </Dialog>
  );
}
