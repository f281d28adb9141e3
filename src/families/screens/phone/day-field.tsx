/** 日期: the telephone's own calendar, which everybody knows how to use. */
import type { ReactNode } from 'react';
import { type FieldProps, FormRow } from '../../../web/parts/form/form-row.tsx';

interface DayFieldProps extends FieldProps {
  /** 2026-09-24; empty text where nothing is filled in. */
  value: string;
  onChange: (day: string) => void;
}

/** A day with its label. */
export function DayField({ value, onChange, ...row }: DayFieldProps): ReactNode {
  return (
    <FormRow layout="above" {...row}>
      {(ties) => (
        <input
          className="control"
          type="date"
          value={value}
          max="2100-12-31"
          onChange={(event) => onChange(event.target.value)}
          {...ties}
        />
      )}
    </FormRow>
  );
}
