/** 一项: the control of an item of the form, with what was found on it beneath. */
import { type ReactNode, useState } from 'react';
import type { FormField, RegistrationForm } from '../../../students/api/form.api.ts';
import { FieldInput } from '../../../students/pages/field-parts.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import type { FoundView } from '../../entrants/entrants.api.ts';
import { choicesWith, hintOf, itemId } from './form-values.screen.ts';

export interface FormItemProps {
  field: FormField;
  needed: boolean;
  value: string;
  found: FoundView | undefined;
  tables: RegistrationForm['tables'];
  /** How to fill it in need not be said. */
  locked: boolean;
  /** Names of the school's class groups. */
  classGroups: readonly string[];
  onChange: (value: string) => void;
  onConfirm: ((found: FoundView) => Promise<void>) | undefined;
}

/** One item in its place. */
export function FormItem({
  field,
  needed,
  value,
  found,
  tables,
  classGroups,
  locked,
  ...acts
}: FormItemProps): ReactNode {
  const { onChange, onConfirm } = acts;
  const problem = found?.severity === 'red' ? `${found.sentence}${found.remedy}` : undefined;
  const asked = { ...field, required: needed, hint: hintOf(field) };
  const groups = choicesWith(
    classGroups.map((words) => ({ value: words, words })),
    value,
  );
  return (
    <div id={itemId(field.path)} className="form-item">
      {field.path === 'classGroup' && classGroups.length > 0 ? (
        <SelectField
          label={field.label}
          required={needed}
          problem={problem}
          value={groups.chosen}
          options={groups.options}
          onChange={onChange}
        />
      ) : (
        <FieldInput
          field={asked}
          tables={tables}
          value={value}
          onChange={onChange}
          problem={problem}
          hinted={!locked}
        />
      )}
      {found?.severity === 'amber' && <Doubt found={found} onConfirm={onConfirm} />}
    </div>
  );
}

function Doubt({ found, onConfirm }: Pick<FormItemProps, 'onConfirm'> & { found: FoundView }): ReactNode {
  const [busy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    void onConfirm?.(found).finally(() => setBusy(false));
  };
  return (
    <p className="form-doubt tone-amber">
      <StateIcon kind="JUDGEMENT" size={12} />
      {found.sentence}
      {onConfirm && (
        <button type="button" className="said-link" disabled={busy} onClick={confirm}>
          属实
        </button>
      )}
    </p>
  );
}
