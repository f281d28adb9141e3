/** 维护基本信息: the school's own form. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { api } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { InstitutionView } from '../../../institutions/institutions.api.ts';
import { fieldProblem, formProblem, useAct } from '../../act.tsx';
import { useRenewing } from '../institution-queries.tsx';

const HINTS: Record<string, string> = {
  postalCode: '6位数字',
  phone: '带区号',
  boarding: '寄宿、非寄宿或部分寄宿',
  foundedOn: '写作1958-09',
};

/** Only what differs is saved; the trail names the items. */
export function ProfileDialog({
  institution,
  onClose,
}: {
  institution: InstitutionView;
  onClose: () => void;
}): ReactNode {
  const form = useId();
  const renewing = useRenewing();
  const [shortName, setShortName] = useState(institution.shortName);
  const [englishName, setEnglishName] = useState(institution.englishName ?? '');
  const [items, setItems] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(institution.profile.map(({ item, value }) => [item, value ?? ''])),
  );
  const { busy, problem, run } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { shortName, englishName, items };
    if (await run(() => renewing(api.patch(`/institutions/${institution.id}/profile`, body)))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={`维护基本信息：${institution.name}`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            保存
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form is-double" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        <TextField
          label="简称"
          value={shortName}
          onChange={setShortName}
          problem={fieldProblem(problem, 'shortName')}
        />
        <TextField
          label="英文名称"
          value={englishName}
          onChange={setEnglishName}
          problem={fieldProblem(problem, 'englishName')}
        />
        {institution.profile.map(({ item, label }) => (
          <TextField
            key={item}
            label={label}
            value={items[item] ?? ''}
            onChange={(text) => setItems({ ...items, [item]: text })}
            hint={HINTS[item]}
            problem={fieldProblem(problem, `items.${item}`)}
          />
        ))}
      </form>
    </Dialog>
  );
}

/** A button at the foot of a dialog stands outside its form. */
export function submitForm(id: string): void {
  const form = document.getElementById(id);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
