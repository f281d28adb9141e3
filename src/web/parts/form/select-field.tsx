/** 下拉: one of a few, with the browser's own list: quickest to draw, best on the phone. */
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { type FieldProps, FormRow } from './form-row.tsx';

export interface Option {
  value: string;
  words: string;
  /** Other texts under which a search finds it: pinyin initials, code. */
  keywords?: string | undefined;
  disabled?: boolean | undefined;
}

export interface SelectFieldProps extends FieldProps {
  /** Empty text where nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** Words of the empty choice; default 请选择. Pass null where there must always be one. */
  empty?: string | null | undefined;
}

/** A labelled select for up to some thirty options; for more use SearchSelect. */
export function SelectField({ value, onChange, options, empty = '请选择', ...row }: SelectFieldProps): ReactNode {
  return (
    <FormRow {...row}>
      {(ties) => <Select value={value} onChange={onChange} options={options} empty={empty} {...ties} />}
    </FormRow>
  );
}

export interface SelectProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  empty?: string | null | undefined;
  /** Name for readers where there is no label. */
  'aria-label'?: string | undefined;
  id?: string | undefined;
}

/** The bare control, for filters over a list: give it an aria-label. */
export function Select({ value, onChange, options, empty = null, ...ties }: SelectProps): ReactNode {
  return (
    <span className="select">
      <select className="control" value={value} onChange={(event) => onChange(event.target.value)} {...ties}>
        {empty !== null && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.words}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}
