/** 信息项填报: the control for one item of the 学生基础信息表, drawn from the form as data; for every screen that asks for one. */
import type { ReactNode } from 'react';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import { civilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { ChoiceField } from '../../web/parts/form/choice-field.tsx';
import { DateField } from '../../web/parts/form/date-field.tsx';
import type { FieldProps } from '../../web/parts/form/form-row.tsx';
import { SearchSelect } from '../../web/parts/form/search-select.tsx';
import { type Option, SelectField } from '../../web/parts/form/select-field.tsx';
import { TextField, type TextFieldProps } from '../../web/parts/form/text-field.tsx';
import type { FormField, RegistrationForm } from '../api/form.api.ts';
import { useAreas } from './student-queries.tsx';

export interface FieldInputProps {
  field: FormField;
  tables: RegistrationForm['tables'];
  /** Text as it is sent: a code, a day, 是; empty where nothing is filled in. */
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
  /** Says how to fill it in, under the control. */
  hinted?: boolean | undefined;
  layout?: FieldProps['layout'];
  /** What the item is called; its label on the form where it is not given. */
  label?: string | undefined;
}

/** More choices than these are searched, not scrolled through. */
const MANY = 30;
const YES_NO: readonly Option[] = [
  { value: '是', words: '是' },
  { value: '否', words: '否' },
];

/** The control that fits the kind of the item. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { field, tables, value, onChange, problem, hinted = false, layout, label = field.label } = props;
  const row = {
    label,
    required: field.required,
    problem,
    layout,
    hint: hinted ? (field.hint ?? undefined) : undefined,
  };
  const options = field.table === null ? undefined : tables[field.table];
  if (options) return <Choice row={row} value={value} onChange={onChange} options={options} />;
  switch (field.kind) {
    case 'place':
      return <Place row={row} value={value} onChange={onChange} />;
    case 'boolean':
      return field.required ? (
        <ChoiceField {...row} value={value} onChange={onChange} options={YES_NO} />
      ) : (
        <SelectField {...row} value={value} onChange={onChange} options={YES_NO} empty="未填" />
      );
    case 'date':
      return <Day row={row} value={value} onChange={onChange} />;
    default:
      return (
        <TextField
          {...row}
          {...TYPING[field.kind]}
          value={value}
          onChange={onChange}
          maxLength={ROOM}
          placeholder={hinted ? undefined : PLACEHOLDERS[field.kind]}
        />
      );
  }
}

/** Longer than any item, so that too long a text is told as such and not cut off unseen. */
const ROOM = 500;

/** Which keyboard a phone shows. */
const TYPING: Record<string, Pick<TextFieldProps, 'type' | 'inputMode'>> = {
  phone: { type: 'tel' },
  'postal-code': { inputMode: 'numeric' },
  integer: { inputMode: 'numeric' },
  decimal: { inputMode: 'decimal' },
  money: { inputMode: 'decimal' },
  email: { inputMode: 'email' },
};

const PLACEHOLDERS: Record<string, string> = {
  month: '如2026-09',
  validity: '起止日期，或“长期”',
  'web-address': 'https://',
};

interface ControlProps {
  row: FieldProps;
  value: string;
  onChange: (value: string) => void;
}

/** What is held may be in words, or no longer among the choices: it is shown as it is. */
function withHeld(options: readonly Option[], value: string): { chosen: string; options: readonly Option[] } {
  const held = options.find((option) => option.value === value || option.words === value);
  if (held || value === '') return { chosen: held?.value ?? '', options };
  return { chosen: value, options: [{ value, words: value }, ...options] };
}

function Choice({ row, value, onChange, options: all }: ControlProps & { options: readonly Option[] }): ReactNode {
  const { chosen, options } = withHeld(all, value);
  if (all.length <= MANY) {
    return (
      <SelectField
        {...row}
        value={chosen}
        onChange={onChange}
        options={options}
        empty={row.required ? '请选择' : '未填'}
      />
    );
  }
  return (
    <SearchSelect
      {...row}
      value={chosen === '' ? [] : [chosen]}
      onChange={([next = '']) => onChange(next)}
      options={options.map((option) => ({ ...option, keywords: option.value }))}
      placeholder="输入名称或代码"
    />
  );
}

function Place({ row, value, onChange }: ControlProps): ReactNode {
  const areas = useAreas(true).data?.items;
  // Until the places have come the code would stand there bare.
  const { chosen, options } = areas ? withHeld(areas, value) : { chosen: '', options: [] };
  return (
    <SearchSelect
      {...row}
      value={chosen === '' ? [] : [chosen]}
      onChange={([next = '']) => onChange(next)}
      options={options.map((option) => ({ ...option, keywords: option.value }))}
      placeholder="输入地名或区划代码"
      searching={areas === undefined}
    />
  );
}

function Day({ row, value, onChange }: ControlProps): ReactNode {
  const today = civilDate(useSession().today);
  return (
    <DateField
      {...row}
      value={isCivilDate(value) ? value : undefined}
      onChange={(day) => onChange(day ?? '')}
      today={today}
      to={today}
    />
  );
}
