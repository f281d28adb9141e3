/** 填报行: label, control, and what is wrong with it, tied together for readers. */
import { type ReactNode, useId } from 'react';
import { StateIcon } from '../state/state-icon.tsx';
import './form.css';

/** What every field of a form has. */
export interface FieldProps {
  label: string;
  required?: boolean | undefined;
  /** How to fill it, standing under the control. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; from the form's own check or the server's. */
  problem?: string | undefined;
  /** Label at the left (default) or above the control. On the phone always above. */
  layout?: 'beside' | 'above' | undefined;
}

/** Attributes that tie a control to its row. Spread them onto it. */
export interface ControlTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-required': boolean | undefined;
}

export interface FormRowProps extends FieldProps {
  /** The control, given its ties. */
  children: (ties: ControlTies) => ReactNode;
  /** The row holds several controls (choices): a group with a name instead of a label. */
  group?: boolean | undefined;
}

/** One row of a form. Use the ready fields; this is for controls of your own. */
export function FormRow(props: FormRowProps): ReactNode {
  const { label, required, hint, problem, layout = 'beside', children, group = false } = props;
  const id = useId();
  const described = [problem && `${id}-problem`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  const ties: ControlTies = {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-required': required || undefined,
  };
  const words = (
    <>
      {label}
      {required && (
        <>
          <span className="field-required" aria-hidden="true">
            *
          </span>
          <span className="unseen">必填</span>
        </>
      )}
    </>
  );
  const body = (
    <div className="form-control">
      {children(ties)}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="field-problem">
          <StateIcon kind="REFUSED" size={12} />
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
  if (group) {
    return (
      <fieldset className={`form-row is-${layout}`}>
        <legend className="unseen">{words}</legend>
        <span className="field-label" aria-hidden="true">
          {words}
        </span>
        {body}
      </fieldset>
    );
  }
  return (
    <div className={`form-row is-${layout}`}>
      <label className="field-label" htmlFor={id}>
        {words}
      </label>
      {body}
    </div>
  );
}
