/** 一项: the control that fits an item of the form, with what was found on it beneath. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, isCivilDate } from '../../../kernel/civil-date.ts';
import type { FormField } from '../../../students/api/form.api.ts';
import { ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SearchSelect } from '../../../web/parts/form/search-select.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import type { FoundView } from '../../entrants/entrants.api.ts';
import { useAreas } from '../admission-queries.tsx';
import { type Choice, choicesWith, itemId } from './form-values.screen.ts';

export interface FormItemProps {
  field: FormField;
  needed: boolean;
  value: string;
  found: FoundView | undefined;
  table: readonly Choice[] | undefined;
  classGroups: readonly string[];
  onChange: (value: string) => void;
  onConfirm: ((found: FoundView) => Promise<void>) | undefined;
}

const YES_NO: readonly Choice[] = [
  { value: '是', words: '是' },
  { value: '否', words: '否' },
];
/** Longer lists are searched. */
const FEW = 30;

/** One item in its place. */
export function FormItem(props: FormItemProps): ReactNode {
  const { field, needed, found, onConfirm } = props;
  const row = {
    label: field.label,
    required: needed,
    problem: found?.severity === 'red' ? `${found.sentence}${found.remedy}` : undefined,
    hint: found?.severity === 'amber' ? <Doubt found={found} onConfirm={onConfirm} /> : hintOf(field),
  };
  const wide = field.kind === 'address' || field.kind === 'place';
  return (
    <div id={itemId(field.path)} className={wide ? 'form-item is-wide' : 'form-item'}>
      <Control {...props} row={row} />
    </div>
  );
}

/** 有身份证件的必填。与户口簿或证件逐位核对。 */
function hintOf({ requiredWhen, hint }: FormField): string | undefined {
  const when = requiredWhen === null ? '' : `${requiredWhen}的必填。`;
  return `${when}${hint ?? ''}` || undefined;
}

type ControlProps = FormItemProps & {
  row: { label: string; required: boolean; problem: string | undefined; hint: ReactNode };
};

function Control(props: ControlProps): ReactNode {
  const { field, value, table, classGroups, onChange, row } = props;
  const today = useSession().today as CivilDate;
  // A text that is no day stays a text: it must be seen to be mended. Judged once, so that typing does not change the control.
  const [asDate] = useState(field.kind === 'date' && (value === '' || isCivilDate(value)));
  if (field.kind === 'boolean') {
    return <ChoiceField {...row} value={choicesWith(YES_NO, value).chosen} options={YES_NO} onChange={onChange} />;
  }
  if (field.kind === 'place') return <PlaceItem {...props} />;
  if (field.path === 'classGroup' && classGroups.length > 0) {
    return <Chooser {...props} choices={classGroups.map((words) => ({ value: words, words }))} />;
  }
  if (table) return <Chooser {...props} choices={table} />;
  if (asDate) {
    return (
      <DateField
        {...row}
        today={today}
        value={isCivilDate(value) ? value : undefined}
        onChange={(day) => onChange(day ?? '')}
      />
    );
  }
  return (
    <TextField
      {...row}
      value={value}
      onChange={onChange}
      maxLength={field.maxLength}
      placeholder={value === '' ? `如${field.example}` : undefined}
      type={field.kind === 'phone' ? 'tel' : 'text'}
      inputMode={NUMERIC.has(field.kind) ? 'numeric' : undefined}
    />
  );
}

const NUMERIC = new Set(['integer', 'postal-code', 'phone']);

function Chooser({ value, onChange, row, choices }: ControlProps & { choices: readonly Choice[] }): ReactNode {
  const { options, chosen } = choicesWith(choices, value);
  if (options.length <= FEW) {
    return <SelectField {...row} value={chosen} onChange={onChange} options={options} empty="未填" />;
  }
  return (
    <SearchSelect
      {...row}
      value={chosen === '' ? [] : [chosen]}
      onChange={([first = '']) => onChange(first)}
      options={options}
    />
  );
}

/** The table of all places is fetched when such an item is first looked at. */
function PlaceItem(props: ControlProps): ReactNode {
  const areas = useAreas(true);
  return <Chooser {...props} choices={areas.data?.items ?? NO_AREAS} />;
}

const NO_AREAS: readonly Choice[] = [];

function Doubt({ found, onConfirm }: { found: FoundView; onConfirm: FormItemProps['onConfirm'] }): ReactNode {
  const [busy, setBusy] = useState(false);
  return (
    <span className="form-doubt tone-amber">
      <StateIcon kind="JUDGEMENT" size={12} />
      {found.sentence}
      {onConfirm && (
        <button
          type="button"
          className="said-link"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void onConfirm(found).finally(() => setBusy(false));
          }}
        >
          属实
        </button>
      )}
    </span>
  );
}
