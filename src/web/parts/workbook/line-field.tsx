/** 行的一栏: one item of a line, with what is said of it, its article, and how to mend it. */
import type { ReactNode } from 'react';
import { SelectField } from '../form/select-field.tsx';
import { TextField } from '../form/text-field.tsx';
import type { LineFinding, WorkbookColumn } from './lines.ts';

interface LineFieldProps {
  column: WorkbookColumn;
  value: string;
  onChange: (text: string) => void;
  /** Of this column only. */
  findings: readonly LineFinding[];
}

/** A list where the column has choices: a value that is in none stands in the finding, and the list begins empty. */
export function LineField({ column, value, onChange, findings }: LineFieldProps): ReactNode {
  const { heading, required = false, choices, hint } = column;
  const said = findings.map(({ sentence, chip }) => (chip ? `${sentence}（${chip}）` : sentence)).join('；');
  const cure = findings.map(({ remedy }) => remedy).join('；');
  const row = {
    label: heading,
    layout: 'above' as const,
    required,
    value,
    onChange,
    problem: said || undefined,
    hint: cure || hint || undefined,
  };
  if (choices.length === 0) return <TextField {...row} maxLength={200} />;
  return (
    <SelectField
      {...row}
      value={choices.includes(value) ? value : ''}
      empty={required ? '请选择' : '不填'}
      options={choices.map((words) => ({ value: words, words }))}
    />
  );
}
