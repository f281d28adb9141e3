/** 转出内容: what goes, what stays as a copy, how it travels, and where the term has run out, why so late. */
import type { ReactNode } from 'react';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { HandOverView } from '../../hand-over.api.ts';
import type { Missing, Parcel } from './parcel.screen.ts';

export interface ParcelFieldsProps {
  choices: HandOverView['choices'];
  value: Parcel;
  onChange: (value: Parcel) => void;
  late: boolean;
  /** Empty until somebody has tried to send it. */
  missing: Missing;
  /** Stands between what goes and how. */
  children?: ReactNode;
}

export function ParcelFields({ choices, value, onChange, late, missing, children }: ParcelFieldsProps): ReactNode {
  const set = (part: Partial<Parcel>) => onChange({ ...value, ...part });
  return (
    <>
      <FormRow label="档案内容" required group problem={missing.parts}>
        {() => <Checks options={choices.parts} chosen={value.parts} onChange={(parts) => set({ parts })} />}
      </FormRow>
      {children}
      <FormRow label="本校留存" group hint="电子档案由系统留存副本；纸质只复印必要的">
        {() => <Checks options={choices.copies} chosen={value.kept} onChange={(kept) => set({ kept })} />}
      </FormRow>
      <ChoiceField
        label="转递方式"
        required
        value={value.way}
        onChange={(way) => set({ way })}
        options={choices.ways}
        problem={missing.way}
      />
      {value.way === 'POST' && (
        <TextField
          label="邮件号"
          required
          value={value.parcel}
          onChange={(parcel) => set({ parcel })}
          maxLength={40}
          problem={missing.parcel}
        />
      )}
      {late && (
        <TextField
          label="迟转原因"
          required
          value={value.lateReason}
          onChange={(lateReason) => set({ lateReason })}
          lines={2}
          maxLength={300}
          problem={missing.lateReason}
        />
      )}
    </>
  );
}

interface ChecksProps {
  options: readonly { value: string; words: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Several of a short list. */
export function Checks({ options, chosen, onChange }: ChecksProps): ReactNode {
  return (
    <div className="file-parts">
      {options.map(({ value, words }) => (
        <CheckField
          key={value}
          checked={chosen.includes(value)}
          onChange={(has) => onChange(has ? [...chosen, value] : chosen.filter((one) => one !== value))}
        >
          {words}
        </CheckField>
      ))}
    </div>
  );
}
