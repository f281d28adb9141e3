/** 申请表各项: whatever fields a kind declares, each drawn as what it is. */
import type { ReactNode } from 'react';
import { type CivilDate, isCivilDate } from '../../../kernel/civil-date.ts';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { isAsked } from '../../form/asked-fields.api.ts';
import type { FormFieldView, FormValues } from '../../form/form.api.ts';
import '../changes.css';

export interface ChangeFieldsProps {
  fields: readonly FormFieldView[];
  values: FormValues;
  onChange: (values: FormValues) => void;
  today: CivilDate;
  /** By field, what is still missing. */
  problems: Record<string, string>;
}

/** The fields that are asked as the form stands. */
export function ChangeFields({ fields, values, onChange, today, problems }: ChangeFieldsProps): ReactNode {
  const set = (key: string, value: FormValues[string] | undefined) => {
    const { [key]: _, ...others } = values;
    onChange(value === undefined || value === '' ? others : { ...others, [key]: value });
  };
  return fields
    .filter((field) => isAsked(field, values))
    .map((field) => (
      <OneField
        key={field.key}
        field={field}
        value={values[field.key]}
        onChange={(value) => set(field.key, value)}
        today={today}
        problem={problems[field.key]}
      />
    ));
}

interface OneFieldProps {
  field: FormFieldView;
  value: FormValues[string] | undefined;
  onChange: (value: FormValues[string] | undefined) => void;
  today: CivilDate;
  problem: string | undefined;
}

function OneField({ field, value, onChange, today, problem }: OneFieldProps): ReactNode {
  const { label, hint, required, options } = field;
  const row = { label, required, problem, hint: hint ?? undefined };
  const text = value === undefined ? '' : String(value);
  switch (field.kind) {
    case 'CHOICE':
      return (
        <SelectField
          {...row}
          value={text}
          onChange={onChange}
          options={options.map(({ code, words }) => ({ value: code, words }))}
        />
      );
    case 'DAY':
      return (
        <DateField
          {...row}
          value={isCivilDate(text) ? text : undefined}
          onChange={onChange}
          today={today}
          {...(field.past ? { to: today } : {})}
        />
      );
    case 'FLAG':
      return (
        <CheckField checked={value === true} onChange={onChange}>
          {label}
        </CheckField>
      );
    case 'CHOICES':
      return <Choices field={field} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    case 'NUMBER':
      return (
        <TextField
          {...row}
          hint={hint ?? field.unit ?? undefined}
          inputMode="numeric"
          maxLength={6}
          value={text}
          onChange={(typed) => onChange(/^\d+$/.test(typed) ? Number(typed) : undefined)}
        />
      );
    case 'TEXT':
      return <TextField {...row} lines={3} maxLength={500} value={text} onChange={onChange} />;
  }
}

function Choices({
  field: { label, options, hint },
  value,
  onChange,
}: {
  field: FormFieldView;
  value: readonly string[];
  onChange: (value: string[]) => void;
}): ReactNode {
  const toggle = (code: string, on: boolean) =>
    onChange([...value.filter((one) => one !== code), ...(on ? [code] : [])]);
  return (
    <fieldset className="change-checks">
      <legend>{label}</legend>
      {options.map(({ code, words }) => (
        <CheckField key={code} checked={value.includes(code)} onChange={(on) => toggle(code, on)}>
          {words}
        </CheckField>
      ))}
      {hint && <span className="change-note">{hint}</span>}
    </fieldset>
  );
}
