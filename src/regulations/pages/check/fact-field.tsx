/** 一项情况: the control that fits a fact: days, numbers, yes and no, one of several, several of many. */
import type { ReactNode } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { FactView } from '../../regulations.api.ts';
import { numberProblem } from './case-address.screen.ts';

export interface FactFieldProps {
  fact: FactView;
  value: string | readonly string[] | undefined;
  onChange: (value: string | readonly string[]) => void;
  today: CivilDate;
  /** What the server said of it. */
  problem?: string | undefined;
}

const YES_NO = [
  { value: '1', words: '是' },
  { value: '0', words: '否' },
];
const UNKNOWN = { value: '', words: '不清楚' };
/** As many short answers stand side by side; more go into a list. */
const MOST_BESIDE = 3;
const LONGEST_BESIDE = 14;

export function FactField({ fact, value, onChange, today, problem }: FactFieldProps): ReactNode {
  const { kind, label, unit, options, optional } = fact;
  const one = typeof value === 'string' ? value : '';
  const row = { label: unit === null ? label : `${label}（${unit}）`, layout: 'above' as const, problem };
  const choices = options.map(({ code, words }) => ({ value: code, words }));
  switch (kind) {
    case 'FLAG':
      return (
        <ChoiceField {...row} value={one} onChange={onChange} options={optional ? [...YES_NO, UNKNOWN] : YES_NO} />
      );
    case 'CHOICE':
      return fitsBeside(fact) ? (
        <ChoiceField {...row} value={one} onChange={onChange} options={optional ? [...choices, UNKNOWN] : choices} />
      ) : (
        <SelectField
          {...row}
          value={one}
          onChange={onChange}
          options={choices}
          empty={optional ? '不清楚' : '请选择'}
        />
      );
    case 'CHOICES':
      return <Several {...row} options={choices} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    case 'DAY':
      return (
        <DateField
          {...row}
          value={one === '' ? undefined : (one as CivilDate)}
          onChange={(day) => onChange(day ?? '')}
          today={today}
        />
      );
    case 'NUMBER':
      return (
        <TextField
          {...row}
          value={one}
          onChange={onChange}
          inputMode="decimal"
          problem={problem ?? (one === '' ? undefined : numberProblem(fact, one))}
        />
      );
    case 'TEXT':
      return <TextField {...row} value={one} onChange={onChange} hint="此项不写入网址" maxLength={200} />;
  }
}

const fitsBeside = ({ options, optional }: FactView): boolean =>
  options.length + (optional ? 1 : 0) <= MOST_BESIDE &&
  options.reduce((length, { words }) => length + words.length, 0) <= LONGEST_BESIDE;

interface SeveralProps {
  label: string;
  layout: 'above';
  problem: string | undefined;
  options: readonly { value: string; words: string }[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}

function Several({ options, value, onChange, ...row }: SeveralProps): ReactNode {
  return (
    <FormRow {...row} group>
      {() => (
        <div className="check-several">
          {options.map((option) => (
            <CheckField
              key={option.value}
              checked={value.includes(option.value)}
              onChange={(checked) =>
                onChange(checked ? [...value, option.value] : value.filter((code) => code !== option.value))
              }
            >
              {option.words}
            </CheckField>
          ))}
        </div>
      )}
    </FormRow>
  );
}
