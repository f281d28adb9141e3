/** 单选与勾选: a few answers side by side, or one yes. */
import { type ReactNode, useId } from 'react';
import { type FieldProps, FormRow } from './form-row.tsx';
import type { Option } from './select-field.tsx';

export interface ChoiceFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Two to five. */
  options: readonly Option[];
}

/** Answers side by side: 是 / 否, 男 / 女. */
export function ChoiceField({ value, onChange, options, ...row }: ChoiceFieldProps): ReactNode {
  const name = useId();
  return (
    <FormRow {...row} group>
      {(ties) => (
        <div className="choices" aria-describedby={ties['aria-describedby']}>
          {options.map((option) => (
            <label key={option.value} className="choice">
              <input
                className="unseen"
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                disabled={option.disabled}
                onChange={() => onChange(option.value)}
              />
              <span>{option.words}</span>
            </label>
          ))}
        </div>
      )}
    </FormRow>
  );
}

export interface CheckFieldProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  disabled?: boolean | undefined;
}

/** One yes: 只看不同. */
export function CheckField({ checked, onChange, children, disabled }: CheckFieldProps): ReactNode {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}
