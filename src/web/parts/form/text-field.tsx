/** 文字: one line or several. */
import type { InputHTMLAttributes, ReactNode } from 'react';
import { type FieldProps, FormRow } from './form-row.tsx';

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  /** Lines; more than one makes a text area. */
  lines?: number | undefined;
  type?: 'text' | 'tel' | 'password' | 'search' | undefined;
  /** Which keyboard a phone shows. */
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'] | undefined;
  /** What the browser may offer: 'username', 'current-password', 'one-time-code'. Default off. */
  autoComplete?: string | undefined;
  autoFocus?: boolean | undefined;
  readOnly?: boolean | undefined;
  name?: string | undefined;
}

/** A text with its label. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, lines = 1, type = 'text', autoComplete = 'off', autoFocus, ...rest } = props;
  const { label, required, hint, problem, layout, ...control } = rest;
  return (
    <FormRow label={label} required={required} hint={hint} problem={problem} layout={layout}>
      {(ties) =>
        lines > 1 ? (
          <textarea
            className="control"
            rows={lines}
            value={value}
            onBlur={control.onBlur}
            placeholder={control.placeholder}
            maxLength={control.maxLength}
            readOnly={control.readOnly}
            name={control.name}
            onChange={(event) => onChange(event.target.value)}
            {...ties}
          />
        ) : (
          <input
            className="control"
            type={type}
            value={value}
            autoComplete={autoComplete}
            ref={autoFocus ? focusOnce : undefined}
            onChange={(event) => onChange(event.target.value)}
            {...control}
            {...ties}
          />
        )
      }
    </FormRow>
  );
}

/** The browser's own autofocus does not work for what is drawn later. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
