/** 拟定一项: the value of one parameter and the article of the notice that sets it. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../web/parts/form/form-row.tsx';
import { Select, SelectField } from '../../web/parts/form/select-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { IconButton } from '../../web/parts/surface/button.tsx';
import { type DraftLine, LIMIT_UNITS, type LimitUnit, limitsWords } from './draft.screen.ts';

interface DraftLineFormProps {
  line: DraftLine;
  problem?: string | undefined;
  onChange: (line: DraftLine) => void;
  onRemove: () => void;
}

export function DraftLineForm({ line, problem, onChange, onRemove }: DraftLineFormProps): ReactNode {
  const { parameter } = line;
  return (
    <fieldset className="setting-line">
      <legend>
        {parameter.ruleTitle}
        <IconButton icon={X} label={`不设定${parameter.label}`} onPress={onRemove} />
      </legend>
      <ValueField line={line} problem={problem} onChange={onChange} />
      <TextField
        label="依据条款"
        required
        value={line.article}
        onChange={(article) => onChange({ ...line, article })}
        placeholder="第二条"
        maxLength={40}
      />
    </fieldset>
  );
}

function ValueField({ line, problem, onChange }: Omit<DraftLineFormProps, 'onRemove'>): ReactNode {
  const { parameter, text, unit } = line;
  const row = { label: parameter.label, required: true, hint: limitsWords(parameter), problem };
  const change = (next: string) => onChange({ ...line, text: next });
  switch (parameter.kind) {
    case 'FLAG':
      return <SelectField {...row} value={text} onChange={change} options={FLAGS} />;
    case 'CHOICE':
      return <SelectField {...row} value={text} onChange={change} options={optionsOf(parameter.codes)} />;
    case 'LIST': {
      const chosen = text.split(',').filter((code) => code !== '');
      const toggle = (code: string, on: boolean) =>
        change((on ? [...chosen, code] : chosen.filter((one) => one !== code)).join(','));
      return (
        <FormRow {...row} group>
          {() =>
            parameter.codes.map(({ code, words }) => (
              <CheckField key={code} checked={chosen.includes(code)} onChange={(on) => toggle(code, on)}>
                {words}
              </CheckField>
            ))
          }
        </FormRow>
      );
    }
    case 'LIMIT':
      return (
        <div className="setting-limit">
          <TextField {...row} value={text} onChange={change} inputMode="numeric" maxLength={3} />
          <Select
            aria-label={`${parameter.label}的单位`}
            value={unit}
            onChange={(next) => onChange({ ...line, unit: next as LimitUnit })}
            options={Object.entries(LIMIT_UNITS).map(([value, words]) => ({ value, words }))}
          />
        </div>
      );
    default:
      return (
        <TextField
          {...row}
          label={parameter.unit ? `${parameter.label}（${parameter.unit}）` : parameter.label}
          value={text}
          onChange={change}
          placeholder={parameter.kind === 'MONTH_DAY' ? '8月31日' : undefined}
          inputMode={parameter.kind === 'NUMBER' ? 'decimal' : undefined}
          maxLength={60}
        />
      );
  }
}

const FLAGS = [
  { value: 'true', words: '是' },
  { value: 'false', words: '否' },
];
const optionsOf = (codes: readonly { code: string; words: string }[]) =>
  codes.map(({ code, words }) => ({ value: code, words }));
